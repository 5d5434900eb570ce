using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>Rules over the fields of a plan of an inspection (督查计划表内校验); pure.</summary>
public static class InspectionRules
{
    public const string Ahead = "未开始", Running = "进行中", Ended = "已结束";

    private const int LongestDays = 400;

    /// <summary>问题来源 by the kind of inspection, where the plan names none.</summary>
    private static readonly Dictionary<string, string> Sources = new() { ["专项监督检查"] = "纪委", ["巡察"] = "巡察", ["交叉互查"] = "自查", ["电话回访"] = "排查走访" };

    public static IEnumerable<Fault> Check(Inspection plan, RowContext context)
    {
        if (plan.EndsOn < plan.StartsOn) yield return new Fault("结束日期", $"结束日期：早于开始日期（“{plan.EndsOn:yyyy-MM-dd}”，开始日期是 {plan.StartsOn:yyyy-MM-dd}）。请核对后填写。");
        if (plan.EndsOn.DayNumber - plan.StartsOn.DayNumber > LongestDays) yield return new Fault("结束日期", $"结束日期：距开始日期超过 {LongestDays} 天（“{plan.EndsOn:yyyy-MM-dd}”）。请核对年份，长期的督查按年分开登记。");
        if (Math.Abs(plan.StartsOn.Year - plan.Year) > 1) yield return new Fault("年度", $"年度：与开始日期相差太远（“{plan.Year}”，开始日期是 {plan.StartsOn:yyyy-MM-dd}）。请核对年度或日期。");
        if (plan.Conclusion.Length > 0 && plan.StartsOn > context.Today) yield return new Fault("督查结论", $"督查结论：督查从 {plan.StartsOn:yyyy-MM-dd} 开始，还没有进行，不能已有结论。请核对日期，或删去结论。");
    }

    public static void Fill(Inspection plan)
    {
        if (plan.Source.Length == 0) plan.Source = Sources.GetValueOrDefault(plan.Kind, "上级督查");
    }

    /// <summary>未开始, 进行中 or 已结束 on the day.</summary>
    public static string Progress(Inspection plan, DateOnly day) => day < plan.StartsOn ? Ahead : day <= plan.EndsOn ? Running : Ended;

    /// <summary>What a draw has written is evidence: a file brings it in with a new plan, and never changes it.</summary>
    public static string? RefuseImport(Inspection stored, Inspection incoming)
    {
        if (stored.Seed != incoming.Seed) return Evidence("随机种子", stored.Seed, incoming.Seed);
        if (stored.PopulationHash != incoming.PopulationHash) return Evidence("总体校验码", stored.PopulationHash, incoming.PopulationHash);
        if ((stored.Population, stored.SampleSize) != (incoming.Population, incoming.SampleSize)) return Evidence("抽样户数", $"{stored.SampleSize}", $"{incoming.SampleSize}");
        return (stored.DrawnOn, stored.DrawnBy, stored.Draws, stored.RedrawReason) == (incoming.DrawnOn, incoming.DrawnBy, incoming.Draws, incoming.RedrawReason)
            ? null
            : Evidence("抽样日期", $"{stored.DrawnOn:yyyy-MM-dd}", $"{incoming.DrawnOn:yyyy-MM-dd}");

        static string Evidence(string header, string was, string now) => $"{header}：由系统抽样产生，文件不能改（台账里是“{was}”，文件里是“{now}”）。请保留台账里的值；要重抽，在督查页办理。";
    }

    /// <summary>Samples, interviews, answers and findings repeat title, first day and source of their plan.</summary>
    public static Action<LedgerRow>? Repeats(Inspection before, Inspection after)
    {
        if ((before.Title, before.StartsOn, before.Source) == (after.Title, after.StartsOn, after.Source)) return null;
        return row =>
        {
            if (row is ISurveyRow line && line.InspectionId == after.Id) (line.Plan, line.PlanDate) = (after.Title, after.StartsOn);
            if (row is InspectionFinding finding) finding.Source = after.Source;
        };
    }
}

using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists.Month;

/// <summary>Rules over trainings, sign-ins and supervision rounds; pure.</summary>
public static class MonthRules
{
    /// <summary>A training that was held had somebody in it.</summary>
    public static IEnumerable<Fault> Check(Training training, RowContext context)
    {
        if (training.Attended == 0 || (training.Attended is null && training.Audience.Length == 0 && training.HeldOn <= context.Today))
            yield return new Fault("参加人数", "参加人数：培训没有参加人员。请填写参加人数，或在“参加人员”里写明哪些人参加。");
    }

    public static IEnumerable<Fault> Check(SignIn row, RowContext context)
    {
        if (row.HasSigned == true && row.HeldOn > context.Today)
            yield return new Fault("是否签到", $"是否签到：培训在 {row.HeldOn:yyyy-MM-dd}，还没有开始，不能已签到。请改培训日期，或把签到留空。");
    }

    public static IEnumerable<Fault> Check(Round round, RowContext context)
    {
        if (round.EndsOn < round.StartsOn)
            yield return new Fault("结束日期", $"结束日期：早于开始日期（{round.EndsOn:yyyy-MM-dd} 早于 {round.StartsOn:yyyy-MM-dd}）。请改其中一个。");
        foreach (var (header, day) in new[] { ("计划日期", round.PlannedOn), ("到村日期", round.VisitedOn) })
            if (day is { } on && (on < round.StartsOn || on > round.EndsOn))
                yield return new Fault(header, $"{header}：不在本轮的日期内（“{on:yyyy-MM-dd}”）。请填写 {round.StartsOn:yyyy-MM-dd} 至 {round.EndsOn:yyyy-MM-dd} 之间的日期。");
    }
}

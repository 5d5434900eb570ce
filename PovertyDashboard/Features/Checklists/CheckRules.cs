using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>The score of a check (得分): weights and counts of its answers.</summary>
/// <param name="PassedWeight">Weights of the items that hold.</param>
/// <param name="ApplicableWeight">Weights of the items that hold or fail; items that do not apply or are not checked yet are left out.</param>
public readonly record struct CheckScore(int PassedWeight, int ApplicableWeight, int Passed, int Failed, int NotApplicable)
{
    /// <summary>Thousandths of the applicable weight, rounded half away from zero; null where nothing applies.</summary>
    public int? Permille => PermilleOf(PassedWeight, ApplicableWeight);

    public static CheckScore Of(IEnumerable<(string Result, int Weight)> answers)
    {
        int passedWeight = 0, applicableWeight = 0, passed = 0, failed = 0, notApplicable = 0;
        foreach (var (result, weight) in answers)
        {
            switch (result)
            {
                case CheckResult.Passed:
                    passed++;
                    passedWeight += weight;
                    applicableWeight += weight;
                    break;
                case CheckResult.Failed:
                    failed++;
                    applicableWeight += weight;
                    break;
                case CheckResult.NotApplicable:
                    notApplicable++;
                    break;
            }
        }

        return new CheckScore(passedWeight, applicableWeight, passed, failed, notApplicable);
    }

    public static int? PermilleOf(long passedWeight, long applicableWeight) =>
        applicableWeight == 0 ? null : (int)Math.Round(passedWeight * 1000m / applicableWeight, MidpointRounding.AwayFromZero);
}

/// <summary>Pure rules of checks and campaigns (检查规则).</summary>
public static class CheckRules
{
    /// <summary>Stored values that follow from the answers; run before each save on every path.</summary>
    public static void Fill(Check check)
    {
        if (check.Answers is not { } answers) return;
        foreach (var answer in answers) answer.Region = check.Region;
        var score = CheckScore.Of(answers.Select(a => (a.Result, a.Weight)));
        check.PassedWeight = score.PassedWeight;
        check.ApplicableWeight = score.ApplicableWeight;
        check.PassedCount = score.Passed;
        check.FailedCount = score.Failed;
        check.NotApplicableCount = score.NotApplicable;
    }

    public static IEnumerable<Fault> Faults(Check check, RowContext context)
    {
        if (check.TemplateId == 0)
        {
            yield return check.TemplateTitle.Length > 0
                ? new Fault("检查表", $"检查表：没有这个版本（“{check.TemplateTitle}”）。请从“检查表”页抄写版本名称，或删去这一列。")
                : new Fault("", "检查结果：一项也没有检查。请至少填写一个检查项。");
            yield break;
        }

        foreach (var stray in check.Answers?.Where(a => a.ItemId == 0 && a.Result.Length > 0) ?? [])
            yield return new Fault(stray.ItemName, $"{stray.ItemName}：“{check.TemplateTitle}”没有这一项。请清空此格，或改用有此项的检查表版本。");
    }

    public static IEnumerable<Fault> Faults(Campaign campaign, RowContext context)
    {
        if (campaign.EndsOn < campaign.StartsOn)
            yield return new Fault("结束日期", $"结束日期：早于开始日期（{campaign.StartsOn:yyyy-MM-dd}）。请填写不早于开始日期的日期。");
        if (campaign.FamilyList.Count == 0)
            yield return new Fault("检查表", "检查表：没有选择。请至少选择一种检查表，例如 六净一规范。");
    }

    /// <summary>What still keeps a check from being finished (未完成事项), in the order of its items.</summary>
    /// <param name="items">Items of the check's version.</param>
    /// <param name="photographed">Codes of the items that have a photo.</param>
    public static IEnumerable<Fault> Missing(IEnumerable<TemplateItem> items, IReadOnlyList<CheckAnswer> answers, IReadOnlySet<string> photographed)
    {
        foreach (var item in items.OrderBy(i => i.Number))
        {
            var answer = answers.FirstOrDefault(a => a.ItemId == item.Id);
            if (answer is null || answer.Result.Length == 0)
                yield return new Fault(item.Name, $"{item.Name}：还没有检查。请选择达标、不达标或不适用。");
            else if (answer.Result == CheckResult.NotApplicable && answer.Reasons.Length == 0 && answer.Note.Length == 0)
                yield return new Fault(item.Name, $"{item.Name}：没有写明为什么不适用。请选择或填写原因。");
            else if (answer.Result == CheckResult.Failed && answer.Reasons.Length == 0 && answer.Note.Length == 0)
                yield return new Fault(item.Name, $"{item.Name}：没有写明哪里不达标。请选择原因或填写说明。");
            else if (answer.Result == CheckResult.Failed && item.NeedsPhoto && !photographed.Contains(item.Code))
                yield return new Fault(item.Name, $"{item.Name}：不达标需要照片。请拍照。");
        }
    }
}

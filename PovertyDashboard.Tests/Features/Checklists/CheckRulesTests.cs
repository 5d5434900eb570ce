using CsCheck;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Ledgers;
using Check = PovertyDashboard.Features.Checklists.Check;

namespace PovertyDashboard.Tests.Features.Checklists;

public sealed class CheckRulesTests
{
    private static readonly Gen<(string Result, int Weight)[]> Answers =
        Gen.Select(Gen.Int[0, 3].Select(i => i == 0 ? "" : CheckResult.All[i - 1]), Gen.Int[1, 100]).Array[0, 30];

    [Fact]
    public void The_score_is_between_nothing_and_all_and_counts_every_answer_once() => Answers.Sample(answers =>
    {
        var score = CheckScore.Of(answers);
        Assert.InRange(score.PassedWeight, 0, score.ApplicableWeight);
        Assert.Equal(answers.Count(a => a.Result.Length > 0), score.Passed + score.Failed + score.NotApplicable);
        Assert.Equal(answers.Where(a => a.Result is CheckResult.Passed or CheckResult.Failed).Sum(a => a.Weight), score.ApplicableWeight);
        if (score.Permille is { } permille) Assert.InRange(permille, 0, 1000);
        else Assert.Equal(0, score.ApplicableWeight);
    });

    [Fact]
    public void The_score_does_not_depend_on_the_order_of_the_answers() => Answers.Sample(answers =>
        Assert.Equal(CheckScore.Of(answers), CheckScore.Of(answers.Reverse())));

    [Fact]
    public void Correcting_a_failure_never_lowers_the_score() => Answers.Where(a => a.Any(x => x.Result == CheckResult.Failed)).Sample(answers =>
    {
        var before = CheckScore.Of(answers).Permille;
        var at = Array.FindIndex(answers, a => a.Result == CheckResult.Failed);
        answers[at].Result = CheckResult.Passed;
        Assert.True(CheckScore.Of(answers).Permille >= before);
    });

    [Theory]
    [InlineData(6, 7, 857)]
    [InlineData(1, 2000, 1)]
    [InlineData(0, 5, 0)]
    public void The_score_rounds_half_away_from_zero(int passed, int applicable, int permille) => Assert.Equal(permille, CheckScore.PermilleOf(passed, applicable));

    [Fact]
    public void Counts_of_a_check_whose_answers_were_not_loaded_are_left_alone()
    {
        var check = new Check { PassedCount = 5, FailedCount = 2, PassedWeight = 5, ApplicableWeight = 7 };
        CheckRules.Fill(check);
        Assert.Equal((5, 2, 5, 7), (check.PassedCount, check.FailedCount, check.PassedWeight, check.ApplicableWeight));
    }

    [Fact]
    public void Finishing_names_every_item_that_is_open_in_item_order()
    {
        TemplateItem[] items =
        [
            new() { Id = 1, Number = 1, Code = "a", Name = "院内净" }, new() { Id = 2, Number = 2, Code = "b", Name = "室内净" }, new() { Id = 3, Number = 3, Code = "c", Name = "厨房净" },
            new() { Id = 4, Number = 4, Code = "d", Name = "住房", NeedsPhoto = true }, new() { Id = 5, Number = 5, Code = "e", Name = "饮水", NeedsPhoto = true },
        ];
        CheckAnswer[] answers =
        [
            new() { ItemId = 1, Result = CheckResult.NotApplicable }, new() { ItemId = 3, Result = CheckResult.Failed },
            new() { ItemId = 4, Result = CheckResult.Failed, Reasons = "漏雨" }, new() { ItemId = 5, Result = CheckResult.Failed, Note = "停水" },
        ];
        var missing = CheckRules.Missing(items, answers, new HashSet<string> { "e" }).ToList();
        Assert.Equal(["院内净", "室内净", "厨房净", "住房"], missing.Select(f => f.Column));
        Assert.Contains("为什么不适用", missing[0].Message, StringComparison.Ordinal);
        Assert.Contains("还没有检查", missing[1].Message, StringComparison.Ordinal);
        Assert.Contains("哪里不达标", missing[2].Message, StringComparison.Ordinal);
        Assert.Contains("需要照片", missing[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_campaign_that_ends_before_it_starts_is_refused()
    {
        var campaign = new Campaign { Month = 202008, StartsOn = new(2020, 8, 10), EndsOn = new(2020, 8, 1), Families = "六净一规范" };
        Assert.Equal("结束日期", Assert.Single(CheckRules.Faults(campaign, new RowContext(ChecklistStore.Today, ChecklistStore.Staff))).Column);
    }

    [Fact]
    public void A_failure_says_what_and_why()
    {
        var answer = new CheckAnswer { ItemName = "厨房净", Result = CheckResult.Failed, Reasons = "灶台油污、厨余未清", Note = "已当面说明。" };
        Assert.Equal("厨房净不达标：灶台油污、厨余未清。已当面说明。", CheckProblems.Describe(answer));
        Assert.Equal(500, CheckProblems.Describe(new CheckAnswer { ItemName = "厨房净", Note = new string('长', 500) }).Length);
    }
}

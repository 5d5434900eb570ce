using System.Linq.Expressions;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The measures of plans, samples, answers and findings (督查指标); every rate opens the list of its numerator.</summary>
public static class SurveyMeasures
{
    /// <summary>题目类别 whose good answers make a rate of their own.</summary>
    private const string Policy = "政策知晓", Handbook = "扶贫手册", Helper = "帮扶责任人";

    private static readonly RowMeasure<Sample> Called = Households("called", "应访户", s => s.State == SampleState.Waiting || s.State == SampleState.Visited);

    private static readonly RowMeasure<Sample> Visited = Households("visited", "已访户", s => s.State == SampleState.Visited, GoodDirection.Up);

    public static readonly RowMeasure<Sample> Late = new("samples.late", "到期未访户", SampleLedger.Ledger, (db, day) => s => s.State == SampleState.Waiting && db.Set<Inspection>().Any(p => p.Id == s.InspectionId && p.EndsOn < day))
    {
        AlsoDependsOn = [InspectionLedger.Key],
        Good = GoodDirection.Down,
    };

    public static readonly RowMeasure<InspectionFinding> Found = new("findings.all", "发现问题", FindingLedger.Ledger, (_, day) => f => f.FoundOn <= day) { HasHistory = true };

    public static readonly RowMeasure<InspectionFinding> Closed = new("findings.closed", "已销号", FindingLedger.Ledger, (db, day) =>
        f => f.FoundOn <= day && db.Set<Problem>().Any(p => p.OriginLedger == FindingLedger.Key && p.OriginId == f.Id && p.State == ProblemState.Closed))
    { AlsoDependsOn = [LoopKeys.Problems], Good = GoodDirection.Up };

    private static readonly RowMeasure<Answer> BadAnswers = Answers("bad", "问题答案", a => a.IsFinding, GoodDirection.Down);

    public static IReadOnlyList<Measure> OfPlans { get; } =
    [
        new RowMeasure<Inspection>("inspections.year", "本年督查", InspectionLedger.Ledger, (_, day) => p => p.Year == day.Year),
        new RowMeasure<Inspection>("inspections.running", "进行中", InspectionLedger.Ledger, (_, day) => p => p.StartsOn <= day && p.EndsOn >= day),
        new RowMeasure<Inspection>("inspections.undrawn", "已开始未抽样", InspectionLedger.Ledger, (_, day) => p => p.StartsOn <= day && p.Seed == "") { Good = GoodDirection.Down },
        new RowMeasure<Inspection>("inspections.unconcluded", "已结束未出结论", InspectionLedger.Ledger, (_, day) => p => p.EndsOn < day && p.Conclusion == "") { Good = GoodDirection.Down },
    ];

    public static IReadOnlyList<Measure> OfSamples { get; } =
    [
        Called,
        Visited,
        Households("waiting", "待访户", s => s.State == SampleState.Waiting, GoodDirection.Down),
        Late,
        new RatioMeasure("samples.visit-rate", "访谈完成率", Visited, Called) { Good = GoodDirection.Up, IsChip = false },
        Households("replaced", "已替换", s => s.State == SampleState.Replaced),
        Households("must", "必抽户", s => s.Kind == SampleKind.Must),
    ];

    public static IReadOnlyList<Measure> OfQuestions { get; } =
    [
        new RowMeasure<Question>("questions.year", "本年题目", QuestionLedger.Ledger, (_, day) => q => q.Year == day.Year && q.IsRetired != true),
        new RowMeasure<Question>("questions.watched", "有问题选项", QuestionLedger.Ledger, (_, day) => q => q.Year == day.Year && q.Bad != ""),
    ];

    public static IReadOnlyList<Measure> OfAnswers { get; } =
    [
        Answers("all", "答案", _ => true),
        BadAnswers,
        .. Rate("policy", "政策知晓率", Policy), .. Rate("handbook", "手册填写合格率", Handbook), .. Rate("helper", "帮扶到位率", Helper),
    ];

    public static IReadOnlyList<Measure> OfFindings { get; } =
    [
        Found,
        new RowMeasure<InspectionFinding>("findings.month", "本月发现", FindingLedger.Ledger, (_, day) =>
        {
            var first = new DateOnly(day.Year, day.Month, 1);
            return f => f.FoundOn >= first && f.FoundOn <= day;
        })
        { HasHistory = true },
        new RowMeasure<InspectionFinding>("findings.open", "未销号", FindingLedger.Ledger, (db, day) =>
            f => f.FoundOn <= day && db.Set<Problem>().Any(p => p.OriginLedger == FindingLedger.Key && p.OriginId == f.Id && p.State != ProblemState.Closed))
        { AlsoDependsOn = [LoopKeys.Problems], Good = GoodDirection.Down },
        Closed,
        new RatioMeasure("findings.close-rate", "督查问题整改率", Closed, Found) { Good = GoodDirection.Up, IsChip = false },
        new RowMeasure<InspectionFinding>("findings.projects", "项目资金问题", FindingLedger.Ledger, (_, day) => f => f.FoundOn <= day && f.Category == "项目资金") { HasHistory = true },
        new RowMeasure<InspectionFinding>("findings.asked", "问卷发现", FindingLedger.Ledger, (_, day) => f => f.FoundOn <= day && f.AnswerId != null) { HasHistory = true, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> AnswerBreakdowns { get; } = [new("answers.bad-by-topic", BadAnswers, [AnswerLedger.Topic])];

    public static IReadOnlyList<Breakdown> FindingBreakdowns { get; } =
        [new("findings.by-category", Found, [FindingLedger.Category]), new("findings.by-kind", Found, [FindingLedger.Kind]), new("findings.by-category-and-kind", Found, [FindingLedger.Category, FindingLedger.Kind])];

    private static RowMeasure<Sample> Households(string key, string title, Expression<Func<Sample, bool>> where, GoodDirection good = GoodDirection.Neutral) =>
        new($"samples.{key}", title, SampleLedger.Ledger, (_, _) => where) { Good = good };

    private static RowMeasure<Answer> Answers(string key, string title, Expression<Func<Answer, bool>> where, GoodDirection good = GoodDirection.Neutral, bool isChip = true) =>
        new($"answers.{key}", title, AnswerLedger.Ledger, (_, _) => where) { Good = good, IsChip = isChip };

    /// <summary>Good answers of a topic over all of it.</summary>
    private static IEnumerable<Measure> Rate(string key, string title, string topic)
    {
        var good = Answers($"{key}-good", $"{topic}正常", a => a.Topic == topic && !a.IsFinding, GoodDirection.Up, isChip: false);
        var all = Answers($"{key}-asked", $"{topic}已问", a => a.Topic == topic, isChip: false);
        return [good, all, new RatioMeasure($"answers.{key}-rate", title, good, all) { Good = GoodDirection.Up }];
    }
}

/// <summary>Keys of shared ledgers that measures of this room read (共用台账).</summary>
internal static class LoopKeys
{
    /// <summary>Key of the remediation ledger.</summary>
    public const string Problems = "problems";
}

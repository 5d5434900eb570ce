using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The bank of questions (问卷题库) by year, known by place, year and number.</summary>
public static class QuestionLedger
{
    public const string Key = "questions";

    private static readonly Columns<Question> c = new();

    public static readonly Column Topic = c.Code("题目类别", x => x.Topic, "question-topic", 12) with { Required = true, QuickFilter = true, Aliases = ["类别"] };

    public static readonly Column Kind = c.Code("题型", x => x.Kind, "question-kind", 8) with { Required = true, QuickFilter = true };

    public static readonly Ledger<Question> Ledger = new(Key, "问卷题库", "题")
    {
        Columns =
        [
            .. InspectionLedger.Places(c.Place()),
            c.Year("年度", x => x.Year) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["年份"] },
            c.Integer("题号", x => x.Number, 6) with { IsKey = true, Required = true, Min = 1, Max = 999, Aliases = ["序号"] },
            Topic,
            c.Text("题目", x => x.Wording, 36) with { Required = true, MaxLength = 200, Searchable = true, Aliases = ["问题", "内容"] },
            Kind,
            c.Text("选项", x => x.Options, 26) with { MaxLength = 400, Help = "几个选项用分号隔开；是否、数字、文字题不填。" },
            c.Text("问题选项", x => x.Bad, 16) with { MaxLength = 400, Help = "选了它就是发现问题，几个用分号隔开；是否题填 是 或 否。" },
            c.Code("问题类别", x => x.Category, "problem-category") with { Help = "有问题选项时必填，转整改用。" },
            c.Code("问题种类", x => x.FindingKind, "finding-kind", 16) with { Shown = false },
            c.Codes("适用方式", x => x.Ways, "interview-way", 12) with { Help = "不填为入户和电话都问。" },
            c.YesNo("必答", x => x.IsRequired),
            c.YesNo("停用", x => x.IsRetired) with { Shown = false },
            c.LongText("备注", x => x.Remark, 16) with { Shown = false },
        ],
        KeyWithin = RegionLevel.Township,
        Writers = [Act.PlanInspections],
        DefaultSort = nameof(Question.Number),
        Rules = QuestionRules.Check,
        Fill = QuestionRules.Fill,
        NameOf = row => $"{((Question)row).Year} 年第 {((Question)row).Number} 题",
    };
}

/// <summary>Rules over the fields of a question (题库表内校验); pure.</summary>
public static class QuestionRules
{
    private const int Fewest = 2;

    public static IEnumerable<Fault> Check(Question question, RowContext context)
    {
        var isChoice = question.Kind is QuestionKind.Single or QuestionKind.Multiple;
        if (isChoice && question.Choices.Count < Fewest) yield return new Fault("选项", $"选项：{question.Kind}题至少要有 {Fewest} 个选项（现有 {question.Choices.Count} 个）。请用分号隔开填写，例如 每周一次；每月一次。");
        if (!isChoice && question.Options.Length > 0) yield return new Fault("选项", $"选项：{question.Kind}题不用填选项（“{question.Options}”）。请删去，或把题型改为单选、多选。");
        foreach (var bad in question.BadChoices.Where(b => !question.Choices.Contains(b)))
            yield return new Fault("问题选项", $"问题选项：不在选项里（“{bad}”）。请从 {string.Join('、', question.Choices.DefaultIfEmpty("无"))} 中填写。");
        if (question is { Bad.Length: > 0, Category: "" }) yield return new Fault("问题类别", "问题类别：有问题选项，没有选类别。请选择类别，这样的答案才能转入整改台账。");
        if (question is { Bad: "", Category.Length: > 0 }) yield return new Fault("问题类别", $"问题类别：没有问题选项，不用选类别（“{question.Category}”）。请删去类别，或填写问题选项。");
    }

    /// <summary>Options are kept with one kind of separator.</summary>
    public static void Fill(Question question) => (question.Options, question.Bad) = (OptionText.Join(OptionText.Split(question.Options)), OptionText.Join(question.BadChoices));

    /// <summary>What is wrong with an answer to the question, or null.</summary>
    public static string? FaultOf(Question question, string given)
    {
        var choices = question.Choices;
        switch (question.Kind)
        {
            case QuestionKind.Single or QuestionKind.YesNo:
                return choices.Contains(given) ? null : $"答案：第 {question.Number} 题没有这个选项（“{given}”）。请从 {string.Join('、', choices)} 中选择。";
            case QuestionKind.Multiple:
                return OptionText.Split(given).FirstOrDefault(g => !choices.Contains(g)) is { } unknown
                    ? $"答案：第 {question.Number} 题没有这个选项（“{unknown}”）。请从 {string.Join('、', choices)} 中选择，几个用分号隔开。"
                    : null;
            case QuestionKind.Number:
                return NumberText.Whole(given) is null && !decimal.TryParse(given, System.Globalization.CultureInfo.InvariantCulture, out _)
                    ? $"答案：第 {question.Number} 题要填数字（“{given}”）。请填写数字，例如 3。"
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Whether the answer counts as a finding.</summary>
    public static bool IsBad(Question question, string given) =>
        question.BadChoices.Count > 0 && (question.Kind == QuestionKind.Multiple ? OptionText.Split(given) : [given]).Any(question.BadChoices.Contains);
}

using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>How a question is answered (题型), texts of code list question-kind.</summary>
public static class QuestionKind
{
    public const string Single = "单选";
    public const string Multiple = "多选";
    public const string YesNo = "是否";
    public const string Number = "数字";
    public const string Text = "文字";
}

/// <summary>A question of the bank (问卷题库), kept by year by a township or a place above it.</summary>
public sealed class Question : LedgerRow, IReadableBelow, IInspectionRow
{
    public int Year { get; set; }

    /// <summary>题号, unique within year and place.</summary>
    public int Number { get; set; }

    /// <summary>题目类别, text of code list question-topic.</summary>
    public string Topic { get; set; } = "";

    /// <summary>题目.</summary>
    public string Wording { get; set; } = "";

    /// <summary>题型, text of code list question-kind.</summary>
    public string Kind { get; set; } = "";

    /// <summary>选项, separated by ；.</summary>
    public string Options { get; set; } = "";

    /// <summary>问题选项: the options that count as a finding, separated by ；.</summary>
    public string Bad { get; set; } = "";

    /// <summary>Category of the problem that such an answer opens, text of code list problem-category.</summary>
    public string Category { get; set; } = "";

    /// <summary>问题种类 of such a finding, text of code list finding-kind.</summary>
    public string FindingKind { get; set; } = "";

    /// <summary>适用方式, texts of code list interview-way; empty for both.</summary>
    public string Ways { get; set; } = "";

    /// <summary>必答.</summary>
    public bool? IsRequired { get; set; }

    /// <summary>停用.</summary>
    public bool? IsRetired { get; set; }

    public string Remark { get; set; } = "";

    /// <summary>What may be chosen; empty for numbers and texts.</summary>
    public IReadOnlyList<string> Choices => Kind == QuestionKind.YesNo ? ["是", "否"] : OptionText.Split(Options);

    public IReadOnlyList<string> BadChoices => OptionText.Split(Bad);
}

/// <summary>Several options in one cell (选项), separated by ；.</summary>
public static class OptionText
{
    private static readonly char[] Separators = ['；', ';', '\n', '|', '｜'];

    public static IReadOnlyList<string> Split(string text) => [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    public static string Join(IEnumerable<string> options) => string.Join('；', options);
}

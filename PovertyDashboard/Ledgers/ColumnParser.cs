using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PovertyDashboard.Ledgers;

/// <summary>A value as written in a sheet, form or condition.</summary>
/// <param name="Text">The text; a number as it is stored in the file.</param>
/// <param name="IsNumber">A number cell: more than 15 digits have been lost by Excel.</param>
/// <param name="Date">The day, where the cell is a date.</param>
public readonly record struct Written(string Text, bool IsNumber = false, DateOnly? Date = null);

/// <summary>The stored value, or what is wrong; <see cref="IsGiven"/> is false for empty and masked cells.</summary>
/// <param name="Fault">「what is wrong。请 + what to do」, without the column's name.</param>
public readonly record struct Parsed(object? Value, string? Fault, bool IsGiven)
{
    public static readonly Parsed Nothing = new(null, null, false);

    public static Parsed Of(object value) => new(value, null, true);

    public static Parsed Of(long value) => Of(NumberBoxes.Of(value));

    public static Parsed Of(int value) => Of(NumberBoxes.Of(value));

    public static Parsed Wrong(string fault) => new(null, fault, true);
}

/// <summary>Turns written values into stored ones, column by column; the same sentences serve import and form.</summary>
public sealed partial class ColumnParser(CodeLists codes, DateOnly today)
{
    private static readonly HashSet<string> Blanks = new(StringComparer.OrdinalIgnoreCase) { "/", "\\", "—", "——", "-", "－", "无", "空", "长期", "null" };
    private static readonly int LongestBlank = Blanks.Max(blank => blank.Length);
    private static readonly HashSet<string> Yes = ["是", "√", "✓", "✔", "1", "有", "y", "yes", "true"];
    private static readonly HashSet<string> No = ["否", "×", "✗", "✘", "x", "0", "无", "n", "no", "false"];

    // One object for all: a third of a household's columns are answers, and rows by the thousand are in memory.
    private static readonly Parsed IsYes = Parsed.Of(true), IsNo = Parsed.Of(false);

    public Parsed Parse(Column column, Written written)
    {
        var text = Trimmed(written.Text);
        if (text.Length == 0 || Mask.IsMasked(text)) return Parsed.Nothing;
        if (!TextFold.IsPlain(text) && HasBrokenCharacter(text)) return Parsed.Wrong("含有不能保存的字符（看不见的控制符或半个字）。请重新录入这一格");
        if (column.Reader is { } own) return IsBlank(text) ? Parsed.Nothing : own(text);
        return column.Kind switch
        {
            ColumnKind.YesNo => YesNo(text),
            ColumnKind.Code => Code(column, text),
            ColumnKind.Codes => Codes(column, text),
            ColumnKind.Text or ColumnKind.LongText => Text(text, written.IsNumber),
            ColumnKind.HouseholdName when column.MayNameProject => NameOrProject(text, written.IsNumber),
            ColumnKind.PersonName or ColumnKind.HouseholdName => Name(text),
            ColumnKind.PersonId or ColumnKind.HouseholdNumber or ColumnKind.BankCard or ColumnKind.Phone => Digits(column, text, written.IsNumber),
            _ when IsBlank(text) => Parsed.Nothing,
            ColumnKind.Integer => Integer(text),
            ColumnKind.Decimal => NumberText.Scaled(text, column.Scale) is { } scaled ? Parsed.Of(scaled) : Parsed.Wrong($"不是数字（“{text}”）。请填写数字，例如 12.50"),
            ColumnKind.Money => NumberText.Scaled(text, 2) is { } fen ? Parsed.Of(fen) : Parsed.Wrong($"不是金额（“{text}”）。请填写 500 或 500.00，单位：元"),
            ColumnKind.Date => written.Date is { } day ? Parsed.Of(day) : Day(text, column.MonthEnds),
            ColumnKind.Month => written.Date is { } first ? Parsed.Of(first.Year * 100 + first.Month) : Month(text),
            _ => Parsed.Of(text),
        };
    }

    /// <summary>Whether the text says that there is nothing. Its length first: comparing Chinese texts without case asks Unicode.</summary>
    private static bool IsBlank(string text) => text.Length <= LongestBlank && Blanks.Contains(text);

    /// <summary>Without blanks around it and the apostrophes before it with which spreadsheet programs keep texts; what is stored would be trimmed no further when it comes back.</summary>
    private static string Trimmed(string text)
    {
        var from = 0;
        while (from < text.Length && (text[from] == '\'' || char.IsWhiteSpace(text[from]))) from++;
        return text[from..].TrimEnd();
    }

    /// <summary>Control characters and halves of a pair, which the store and XML would lose or change.</summary>
    private static bool HasBrokenCharacter(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done || rune.Value is 0xFFFE or 0xFFFF) return true;
            if (rune.Value < ' ' && rune.Value is not ('\t' or '\n' or '\r')) return true;
            text = text[length..];
        }

        return false;
    }

    private static Parsed YesNo(string text)
    {
        var folded = TextFold.Fold(text);
        if (Yes.Contains(folded)) return IsYes;
        if (No.Contains(folded)) return IsNo;
        return IsBlank(text) ? Parsed.Nothing : Parsed.Wrong($"不是“是”或“否”（“{text}”）。请填写 是 或 否");
    }

    private Parsed Code(Column column, string text)
    {
        if (codes.Match(column.CodeList!, text) is { } known) return Parsed.Of(known);
        return IsBlank(text) ? Parsed.Nothing : Parsed.Wrong($"不在代码表（“{text}”）。请填写其中之一：{Offer(column.CodeList!)}");
    }

    private Parsed Codes(Column column, string text)
    {
        // The whole text first: some entries contain separators themselves.
        if (codes.Match(column.CodeList!, text) is { } single) return Parsed.Of(single);
        if (IsBlank(text)) return Parsed.Nothing;
        var parts = text.Split([',', '，', '、', ';', '；', ' ', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = new List<string>();
        foreach (var part in parts)
        {
            if (codes.Match(column.CodeList!, part) is not { } match) return Parsed.Wrong($"不在代码表（“{part}”）。请填写其中之一或用逗号隔开：{Offer(column.CodeList!)}");
            if (!known.Contains(match)) known.Add(match);
        }

        return Parsed.Of(string.Join(',', known.OrderBy(k => codes.OrderOf(column.CodeList!, k))));
    }

    private static Parsed Text(string text, bool isNumber)
    {
        if (!isNumber) return text is "/" or "—" or "——" ? Parsed.Nothing : Parsed.Of(PlainNumbering(text));
        return HasLostDigits(text, isNumber) ? Parsed.Wrong(LostDigits(text)) : Parsed.Of(PlainNumber(text));
    }

    /// <summary>A text that is nothing but a number or code (户编号, 20200821-003) in half width; prose keeps the width of its signs.</summary>
    private static string PlainNumbering(string text)
    {
        var plain = TextFold.HalfWidth(text);
        if (ReferenceEquals(plain, text)) return text;
        return plain.Any(char.IsAsciiDigit) && plain.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '/') ? plain : text;
    }

    /// <summary>张 三 is 张三; a middle dot of minority names stays.</summary>
    private static Parsed Name(string text)
    {
        var name = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return name.Any(char.IsAsciiDigit) ? Parsed.Wrong($"姓名含有数字（“{text}”）。请填写姓名") : Parsed.Of(name);
    }

    /// <summary>What has a digit is a project's name and stays as written; a row of neither household nor project says so with a stroke.</summary>
    private static Parsed NameOrProject(string text, bool isNumber)
    {
        var asText = Text(text, isNumber);
        return text.Any(char.IsAsciiDigit) || !asText.IsGiven ? asText : Name(text);
    }

    private static Parsed Digits(Column column, string text, bool isNumber)
    {
        if (HasLostDigits(text, isNumber)) return Parsed.Wrong((column.Kind is ColumnKind.PersonId ? "证件" : "") + LostDigits(text));
        var plain = PersonIdNumber.Normalize(isNumber ? PlainNumber(text) : text);
        if (column.Kind is ColumnKind.Phone or ColumnKind.BankCard && IsBlank(plain)) return Parsed.Nothing;
        return column.Kind switch
        {
            ColumnKind.PersonId => PersonIdNumber.FaultOf(plain) is { } fault ? Parsed.Wrong($"{fault}。请对照证件重新填写") : Parsed.Of(plain),
            ColumnKind.Phone when !PhoneForm().IsMatch(plain) => Parsed.Wrong($"不是电话号码（“{text}”）。请填写数字，例如 13800001234"),
            ColumnKind.BankCard when !CardForm().IsMatch(plain) => Parsed.Wrong("不是银行账号。请填写数字账号"),
            _ => Parsed.Of(plain),
        };
    }

    private static Parsed Integer(string text) => NumberText.Whole(text) switch
    {
        { } whole and >= int.MinValue and <= int.MaxValue => Parsed.Of((int)whole),
        _ => Parsed.Wrong($"不是整数（“{text}”）。请填写整数，例如 3"),
    };

    private Parsed Day(string text, bool monthEnds)
    {
        var (day, fault) = DateText.Read(text, today, monthEnds);
        return day is { } d ? Parsed.Of(d) : Parsed.Wrong($"{fault}。请填写存在的日期，例如 2020-08-28");
    }

    private Parsed Month(string text)
    {
        var (month, fault) = DateText.ReadMonth(text, today);
        return month is { } m ? Parsed.Of(m) : Parsed.Wrong($"{fault}。请填写月份，例如 2020-08");
    }

    private string Offer(string list)
    {
        var texts = codes.Texts(list);
        return texts.Count <= 8 ? string.Join('、', texts) : string.Join('、', texts.Take(6)) + " 等";
    }

    /// <summary>Excel keeps 15 digits of a number; 3.71599E+17 as text has lost them before.</summary>
    private static bool HasLostDigits(string text, bool isNumber) =>
        text.AsSpan().ContainsAny('E', 'e') && Scientific().IsMatch(text) ? PlainNumber(text).Length > 15 || !isNumber : isNumber && text.TrimStart('-').Split('.')[0].Length > 15;

    private static string LostDigits(string text) => $"号码为数字且已丢失精度（“{text}”，Excel 只保留 15 位数字）。请把该列设为“文本”后重新填写";

    private static string PlainNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.#############", CultureInfo.InvariantCulture) : text;

    [GeneratedRegex(@"^\d(\.\d+)?E\+?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^[\d\-+()、/]{5,25}$")]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"^[\dA-Z\-]{6,30}$")]
    private static partial Regex CardForm();
}

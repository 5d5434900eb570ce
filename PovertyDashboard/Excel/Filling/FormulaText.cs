using System.Text;

namespace PovertyDashboard.Excel.Filling;

/// <summary>
/// Finds the references in the text of a formula (公式引用): texts, names, functions (LOG10), tables (表1[列]), other files ([1]表!A1) and
/// ranges over several sheets (一:三!A1) are no references of ours and stay as they are.
/// </summary>
internal static class FormulaText
{
    private const string Lost = "#REF!";

    /// <summary>The formula with every reference replaced; one for which there is no other stands as #REF!.</summary>
    public static string Map(string formula, Func<FormulaReference, FormulaReference?> map)
    {
        var scan = new Scan(formula, map);
        return scan.Run();
    }

    /// <summary>The formula as it reads so many cells further down and to the right: what is not fixed moves along.</summary>
    public static string Moved(string formula, int rows, int columns)
    {
        return Map(formula, r => Move(r.First) is { } first && (r.Last is null || Move(r.Last.Value) is not null) ? r with { First = first, Last = r.Last is { } l ? Move(l) : null } : null);

        FormulaPoint? Move(FormulaPoint point)
        {
            var (row, column) = (point.IsRowFixed ? point.Row : point.Row + rows, point.IsColumnFixed ? point.Column : point.Column + columns);
            return row is < 1 or > CellRange.MaxRows || column is < 0 or >= CellRange.MaxColumns ? null : point with { Row = row, Column = column };
        }
    }

    private sealed class Scan(string text, Func<FormulaReference, FormulaReference?> map)
    {
        private readonly StringBuilder made = new(text.Length + 16);
        private readonly Stack<string> functions = [];
        private string pending = "";
        private int at;

        public string Run()
        {
            while (at < text.Length)
            {
                switch (text[at])
                {
                    case '"':
                        Pass(Quoted(at, '"'));
                        break;
                    case '\'':
                        var end = Quoted(at, '\'');
                        if (end < text.Length && text[end] == '!') Qualified(text[(at + 1)..(end - 1)].Replace("''", "'", StringComparison.Ordinal), end + 1);
                        else Pass(end);
                        break;
                    case '[':
                        Pass(Bracketed(at));
                        break;
                    case '#':
                        Pass(Error(at));
                        break;
                    case '(':
                        functions.Push(pending);
                        Pass(at + 1);
                        break;
                    case ')':
                        functions.TryPop(out _);
                        Pass(at + 1);
                        break;
                    case var c when IsWord(c):
                        Word();
                        break;
                    default:
                        Pass(at + 1);
                        break;
                }
            }

            return made.ToString();
        }

        private void Word()
        {
            var end = WordEnd(at);
            if (Is(end, '!'))
            {
                Qualified(text[at..end], end + 1);
                return;
            }

            if (Is(end, '('))
            {
                var name = text[at..end].ToUpperInvariant();
                Pass(end);
                pending = name;
                return;
            }

            // 一月:三月!A1, where the first name may look like a cell (Q1:Q4!A1).
            if (Is(end, ':') && end + 1 < text.Length && (text[end + 1] == '\'' || IsWord(text[end + 1])))
            {
                var second = text[end + 1] == '\'' ? Quoted(end + 1, '\'') : WordEnd(end + 1);
                if (Is(second, '!'))
                {
                    Pass(ReferenceEnd(second + 1));
                    return;
                }
            }

            Reference(null, at);
        }

        /// <summary>What stands behind the name of a sheet; of another file or of several sheets it is passed over.</summary>
        private void Qualified(string sheet, int from)
        {
            var isForeign = sheet.Contains('[', StringComparison.Ordinal) || sheet.Contains(':', StringComparison.Ordinal) || (at > 0 && text[at - 1] == ']');
            if (isForeign)
            {
                Pass(ReferenceEnd(from));
                return;
            }

            Pass(from);
            if (at < text.Length && IsWord(text[at])) Reference(sheet, at);
        }

        private void Reference(string? sheet, int from)
        {
            var end = WordEnd(from);
            var first = Is(end, '(') ? null : FormulaPoint.Parse(text.AsSpan(from, end - from));
            FormulaPoint? last = null;
            if (first is { } begin && Is(end, ':'))
            {
                var lastEnd = WordEnd(end + 1);
                if (!Is(lastEnd, '(') && !Is(lastEnd, '!') && FormulaPoint.Parse(text.AsSpan(end + 1, lastEnd - end - 1)) is { } point
                    && point.Row is null == begin.Row is null && point.Column is null == begin.Column is null)
                {
                    (last, end) = (point, lastEnd);
                }
            }

            // A word of letters or a number alone is a name or a value; only ranges are whole columns or rows.
            if (first is not { } found || (last is null && (found.Row is null || found.Column is null)))
            {
                Pass(end);
                return;
            }

            var reference = new FormulaReference(sheet, found, last, functions.TryPeek(out var function) ? function : "");
            var mapped = map(reference);
            if (mapped == reference) Pass(end);
            else
            {
                made.Append(mapped?.ToString() ?? Lost);
                (at, pending) = (end, "");
            }
        }

        private int ReferenceEnd(int from)
        {
            var end = WordEnd(from);
            return Is(end, ':') ? WordEnd(end + 1) : end;
        }

        private void Pass(int to)
        {
            made.Append(text, at, to - at);
            (at, pending) = (to, "");
        }

        private bool Is(int index, char c) => index < text.Length && text[index] == c;

        private int WordEnd(int from)
        {
            while (from < text.Length && IsWord(text[from])) from++;
            return from;
        }

        private int Quoted(int from, char quote)
        {
            for (var i = from + 1; i < text.Length; i++)
            {
                if (text[i] != quote) continue;
                if (!Is(i + 1, quote)) return i + 1;
                i++;
            }

            return text.Length;
        }

        private int Bracketed(int from)
        {
            var depth = 0;
            for (var i = from; i < text.Length; i++)
            {
                if (text[i] == '[') depth++;
                else if (text[i] == ']' && --depth == 0) return i + 1;
            }

            return text.Length;
        }

        private int Error(int from)
        {
            var end = from + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '/' or '_')) end++;
            return end < text.Length && text[end] is '!' or '?' ? end + 1 : end;
        }

        private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '$' or '\\' or '?' || char.IsSurrogate(c);
    }
}

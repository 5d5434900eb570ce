using System.Text.RegularExpressions;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>A ledger with the columns that a sheet may have, those made by data included.</summary>
public sealed record LedgerForm(Ledger Ledger, IReadOnlyList<Column> Columns);

/// <summary>A sheet that was understood: its ledger, where its data begin, which column stands where, and what its head says.</summary>
/// <param name="Map">Zero-based sheet column → ledger column.</param>
/// <param name="Headers">Zero-based sheet column → header as written.</param>
/// <param name="Facts">Folded label → value of the head line (检查单位 → 韩集镇督导组).</param>
/// <param name="Head">All text above the header.</param>
public sealed record RecognisedSheet(
    SheetSource Sheet, LedgerForm Form, int LastHeaderRow, IReadOnlyDictionary<int, Column> Map, IReadOnlyDictionary<int, string> Headers,
    IReadOnlyDictionary<string, string> Facts, string Head);

/// <summary>Recognises the ledger of a sheet by its headers (表头识别): title rows, one- or two-row headers, aliases, any order.</summary>
public static partial class SheetRecognition
{
    private const int RowsLookedAt = 20, FewestMatches = 3;

    public static RecognisedSheet? Recognise(SheetSource sheet, IReadOnlyList<LedgerForm> forms, CancellationToken ct)
    {
        var rows = sheet.Rows(ct).Take(RowsLookedAt).ToList();
        RecognisedSheet? best = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var one = HeadersOf(rows[i], null);
            var two = i + 1 < rows.Count ? HeadersOf(rows[i], rows[i + 1]) : null;
            foreach (var form in forms)
            {
                Consider(form, one, rows[i].Number, i);
                if (two is not null) Consider(form, two, rows[i + 1].Number, i);
            }
        }

        return best;

        void Consider(LedgerForm form, Dictionary<int, (string Group, string Header)> headers, int lastRow, int above)
        {
            var map = Match(form, headers);
            var head = string.Join('\n', rows.Take(above).SelectMany(r => r.Cells).Where(c => !c.IsEmpty).Select(c => c.Raw));
            var facts = FactsOf(head);
            if (!IsPlausible(form, map, headers.Count, facts) || (best is not null && Score(map, form) <= Score(best.Map, best.Form))) return;
            best = new RecognisedSheet(sheet, form, lastRow, map, headers.ToDictionary(h => h.Key, h => h.Value.Header), facts, head);
        }
    }

    /// <summary>「检查单位：韩集镇督导组　日期：…」 as folded label → value.</summary>
    internal static Dictionary<string, string> FactsOf(string head)
    {
        var facts = new Dictionary<string, string>();
        foreach (Match match in Fact().Matches(head)) facts.TryAdd(TextFold.Fold(match.Groups["label"].Value), match.Groups["value"].Value.Trim());
        return facts;
    }

    private static Dictionary<int, (string Group, string Header)> HeadersOf(SheetRow upper, SheetRow? lower)
    {
        var headers = new Dictionary<int, (string, string)>();
        var group = "";
        for (var column = 0; column < Math.Max(upper.Width, lower?.Width ?? 0); column++)
        {
            var (top, sub) = (Clean(upper[column]), lower is null ? "" : Clean(lower[column]));
            if (top.Length > 0) group = top;
            if (sub.Length > 0) headers[column] = (group, sub);
            else if (top.Length > 0) headers[column] = ("", top);
        }

        return headers;
    }

    private static string Clean(Cell cell) => cell.Kind == CellKind.Text ? cell.Raw.Replace("*", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim() : "";

    private static Dictionary<int, Column> Match(LedgerForm form, Dictionary<int, (string Group, string Header)> headers)
    {
        var map = new Dictionary<int, Column>();
        var names = NamesOf(form);
        foreach (var fold in new Func<(string Group, string Header), string>[]
        {
            h => h.Group.Length == 0 ? "" : TextFold.Fold(h.Group) + "|" + TextFold.Fold(h.Header),
            h => TextFold.Fold(h.Header),
            h => TextFold.FoldHeader(h.Header),
        })
        {
            foreach (var (at, header) in headers)
                if (!map.ContainsKey(at) && fold(header) is { Length: > 0 } name && names.TryGetValue(name, out var column) && !map.ContainsValue(column)) map[at] = column;
        }

        return map;
    }

    private static Dictionary<string, Column> NamesOf(LedgerForm form)
    {
        var names = new Dictionary<string, Column>();
        foreach (var column in form.Columns)
            if (column.Group is { } group) names.TryAdd(TextFold.Fold(group) + "|" + TextFold.Fold(column.Header), column);
        foreach (var column in form.Columns) names.TryAdd(TextFold.Fold(column.Header), column);
        foreach (var column in form.Columns)
            foreach (var alias in column.Aliases) names.TryAdd(TextFold.Fold(alias), column);
        foreach (var column in form.Columns) names.TryAdd(TextFold.FoldHeader(column.Header), column);
        return names;
    }

    /// <summary>Every key column stands in the sheet but those that its head may fill; of these the sheet or its head has one, or the sheet is of something else.</summary>
    private static bool IsPlausible(LedgerForm form, Dictionary<int, Column> map, int headers, Dictionary<string, string> facts)
    {
        if (map.Count < FewestMatches || map.Count * 2 < headers) return false;
        var keys = form.Columns.Where(c => c.IsKey && c.Required && c.Kind != ColumnKind.Place).ToList();
        return keys.Where(c => c.HeadFacts.Count == 0).All(map.ContainsValue)
            && (keys.Count == 0 || keys.Exists(c => map.ContainsValue(c) || c.HeadFacts.Any(label => facts.ContainsKey(TextFold.Fold(label)))));
    }

    /// <summary>More matched columns win; then the ledger of which more is there.</summary>
    private static double Score(IReadOnlyDictionary<int, Column> map, LedgerForm form) => map.Count + (double)map.Count / (form.Columns.Count + 1);

    [GeneratedRegex(@"(?<label>[\p{L}（）()]{2,10})\s*[：:]\s*(?<value>[^\s　：:]+)")]
    private static partial Regex Fact();
}

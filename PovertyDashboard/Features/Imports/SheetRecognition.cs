using System.Globalization;
using System.Text.RegularExpressions;
using PovertyDashboard.Excel.Annotating;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>A sheet that was understood: its ledger, where its data begin, which column stands where, and what its head says.</summary>
/// <param name="Map">Zero-based sheet column → ledger column.</param>
/// <param name="Headers">Zero-based sheet column → header as written and the group above it.</param>
/// <param name="Facts">Folded label → value of the head line (检查单位 → 韩集镇督导组).</param>
/// <param name="Head">All text above the header.</param>
/// <param name="ResultAt">Zero-based column of the 结果 that an annotated copy has brought along, or null; it is no data.</param>
public sealed record RecognisedSheet(
    SheetSource Sheet, LedgerForm Form, int LastHeaderRow, IReadOnlyDictionary<int, Column> Map, IReadOnlyDictionary<int, SheetHeader> Headers,
    IReadOnlyDictionary<string, string> Facts, string Head, int? ResultAt);

/// <summary>Recognises the ledger of a sheet by its headers (表头识别): title rows, one- or two-row headers, aliases, any order.</summary>
public static partial class SheetRecognition
{
    private const int RowsLookedAt = 20, FewestMatches = 3, FewestHeaders = 2, ClearlyMore = 2;

    /// <summary>Sheets that explain how to fill in another one may show its headers and an example.</summary>
    private static readonly string[] Explanations = ["填表说明", "填写说明", "填报说明", "录入说明", "使用说明"];

    /// <summary>The sheets that may hold data: not hidden, and no explanation beside another sheet.</summary>
    public static IReadOnlyList<SheetSource> WithData(Workbook workbook)
    {
        var shown = workbook.Sheets.Where(s => !s.Hidden).ToList();
        var data = shown.FindAll(s => s.Name.Trim() != "说明" && !Array.Exists(Explanations, word => s.Name.Contains(word, StringComparison.Ordinal)));
        return data.Count > 0 ? data : shown;
    }

    /// <summary>The ledger whose columns the sheet has; none where another one, of which only the key is missing, has clearly more of them.</summary>
    public static RecognisedSheet? Recognise(SheetSource sheet, LedgerForms forms, CancellationToken ct)
    {
        var likely = Plausible(sheet, forms, isGiven: false, ct);
        if (likely.FindAll(HasKey).MaxBy(Score) is not { } best) return null;
        var near = likely.MaxBy(Score)!;
        return near.Form != best.Form && near.Map.Count >= best.Map.Count + ClearlyMore ? null : best;
    }

    /// <summary>The ledger that a sheet is most like, where it lacks columns.</summary>
    /// <param name="isGiven">Whether the user has named the ledger: then any row of headers will do, for him to say what they mean.</param>
    public static RecognisedSheet? Nearest(SheetSource sheet, LedgerForms forms, bool isGiven, CancellationToken ct) => Plausible(sheet, forms, isGiven, ct).MaxBy(Score);

    /// <summary>The columns that identify a row and are not there.</summary>
    public static IReadOnlyList<Column> MissingIn(RecognisedSheet sheet) => KeysOf(sheet.Form).FindAll(c => !Gives(sheet, c));

    /// <summary>Every way to read one row, or two, of the sheet's beginning as the header of a ledger.</summary>
    private static List<RecognisedSheet> Plausible(SheetSource sheet, LedgerForms forms, bool isGiven, CancellationToken ct)
    {
        var rows = sheet.Rows(ct).Take(RowsLookedAt).ToList();
        var found = new List<RecognisedSheet>();
        for (var i = 0; i < rows.Count; i++)
        {
            var above = rows.GetRange(0, i);
            var head = new Lazy<string>(() => string.Join('\n', above.SelectMany(r => r.Cells).Where(c => !c.IsEmpty).Select(c => c.Raw)));
            var facts = new Lazy<Dictionary<string, string>>(() => FactsOf(head.Value));
            Consider(HeadersOf(rows[i], null), i, head, facts);
            if (i + 1 < rows.Count) Consider(HeadersOf(rows[i], rows[i + 1]), i + 1, head, facts);
        }

        return found;

        void Consider(Dictionary<int, SheetHeader> headers, int last, Lazy<string> head, Lazy<Dictionary<string, string>> facts)
        {
            var result = TakeResult(headers, rows.Skip(last + 1));
            if (isGiven && headers.Count < FewestHeaders) return;
            foreach (var form in isGiven ? forms.All : forms.Likely(headers.Values, (form, matches) => IsEnough(matches, headers.Count, form.IsByHand)))
                if (Match(form, headers) is var map && (isGiven || IsEnough(map.Count, headers.Count, form.IsByHand)))
                    found.Add(new RecognisedSheet(sheet, form, rows[last].Number, map, headers, facts.Value, head.Value, result));
        }
    }

    private static bool IsEnough(int matches, int headers, bool isByHand) => isByHand ? matches > 0 : matches >= FewestMatches && matches * 2 >= headers;

    /// <summary>「检查单位：韩集镇督导组　日期：…」 as folded label → value.</summary>
    internal static Dictionary<string, string> FactsOf(string head)
    {
        var facts = new Dictionary<string, string>();
        foreach (Match match in Fact().Matches(head)) facts.TryAdd(TextFold.Fold(match.Groups["label"].Value), match.Groups["value"].Value.Trim());
        return facts;
    }

    private static Dictionary<int, SheetHeader> HeadersOf(SheetRow upper, SheetRow? lower)
    {
        var headers = new Dictionary<int, SheetHeader>();
        var group = "";
        for (var column = 0; column < Math.Max(upper.Width, lower?.Width ?? 0); column++)
        {
            var (top, sub) = (Clean(upper[column]), lower is null ? "" : Clean(lower[column]));
            if (top.Length > 0) group = top;
            if (sub.Length > 0) headers[column] = new SheetHeader(group, sub);
            else if (top.Length > 0) headers[column] = new SheetHeader("", top);
        }

        return headers;
    }

    /// <summary>Takes the 结果 of an annotated copy out of the headers: the last one, with nothing but fates below.</summary>
    private static int? TakeResult(Dictionary<int, SheetHeader> headers, IEnumerable<SheetRow> below)
    {
        if (headers.Count == 0) return null;
        var last = headers.Keys.Max();
        if (!ResultColumn.IsOurs(headers[last].Header, below.Select(row => row[last].Raw))) return null;
        headers.Remove(last);
        return last;
    }

    /// <summary>Headers are texts; the days of a month stand as numbers too.</summary>
    private static string Clean(Cell cell) => cell.Kind switch
    {
        CellKind.Text => cell.Raw.Replace("*", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim(),
        CellKind.Number when int.TryParse(cell.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 => cell.Raw,
        _ => "",
    };

    /// <summary>What a person has said of a header goes before what it looks like, and what he has left out stays out.</summary>
    private static Dictionary<int, Column> Match(LedgerForm form, Dictionary<int, SheetHeader> headers)
    {
        if (form.Chosen.Count == 0) return form.Names.Match(headers);
        var map = new Dictionary<int, Column>();
        var open = new Dictionary<int, SheetHeader>();
        foreach (var (at, header) in headers)
        {
            if (!form.Chosen.TryGetValue(header.Name, out var key)) open[at] = header;
            else if (form.Columns.FirstOrDefault(c => c.Key == key) is { } column && !map.ContainsValue(column)) map[at] = column;
        }

        foreach (var (at, column) in (map.Count == 0 ? form.Names : new ColumnNames([.. form.Columns.Where(c => !map.ContainsValue(c))])).Match(open)) map[at] = column;
        return map;
    }

    /// <summary>Whether what identifies a row is there, or what does so where that is missing.</summary>
    private static bool HasKey(RecognisedSheet sheet) =>
        KeysOf(sheet.Form).TrueForAll(c => Gives(sheet, c))
        || (sheet.Form.Ledger.AlternateKey.Count > 0 && sheet.Form.Ledger.AlternateKey.All(header => sheet.Map.Values.Any(c => c.Header == header)));

    /// <summary>Whether the sheet has the column, or says in its head what stands for all its rows.</summary>
    private static bool Gives(RecognisedSheet sheet, Column column) =>
        sheet.Map.Values.Contains(column) || column.HeadFacts.Any(label => sheet.Facts.ContainsKey(TextFold.Fold(label)));

    /// <summary>
    /// The columns without which no row can be told from another: the required ones of the key. All of the key, where none is
    /// required (a form numbers problems, a file must not) or where rows without a key value are known otherwise.
    /// </summary>
    private static List<Column> KeysOf(LedgerForm form)
    {
        var keys = form.Columns.Where(c => c.IsKey && c.Kind != ColumnKind.Place).ToList();
        var required = keys.FindAll(c => c.Required);
        return required.Count > 0 && form.Ledger.AlternateKey.Count == 0 ? required : keys;
    }

    /// <summary>More matched columns win; then the ledger of which more is there.</summary>
    private static double Score(RecognisedSheet sheet) => sheet.Map.Count + (double)sheet.Map.Count / (sheet.Form.Columns.Count + 1);

    [GeneratedRegex(@"(?<label>[\p{L}（）()]{2,10})\s*[：:]\s*(?<value>[^\s　：:]+)")]
    private static partial Regex Fact();
}

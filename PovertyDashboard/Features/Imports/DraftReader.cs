using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>Turns the rows of a sheet into drafts: places, values, head facts; no look at the store yet.</summary>
/// <param name="blanks">Keys of the columns whose empty cells empty what is stored (<see cref="Choices.ColumnChoices.Blanks"/>).</param>
public sealed class DraftReader(RecognisedSheet sheet, ColumnParser parser, PlaceReader places, FileTownship file, UserIdentity user, IReadOnlyList<string> blanks)
{
    // A file in which everything is wrong has a million faults, and nobody reads on: of further rows the first fault is told.
    private const int ToldInFull = 2_000;

    private readonly IReadOnlyList<Column> _places = [.. sheet.Form.Columns.Where(c => c.Kind == ColumnKind.Place)];
    private readonly IReadOnlyList<Column> _columns = [.. sheet.Map.Values.Union(HeadColumns(sheet))];
    private int _refused;

    /// <summary>Reads the sheet once, and holds none of its cells: their texts are as much memory as the rows.</summary>
    public SheetDrafts ReadAll(CancellationToken ct)
    {
        _refused = 0;
        var (drafts, texts) = (new List<DraftRow>(), new List<PlaceTexts>());
        foreach (var written in SheetRows.Of(sheet, ct))
        {
            drafts.Add(Read(written));
            texts.Add(new PlaceTexts(TextAt(written, RegionLevel.County), TextAt(written, RegionLevel.Township), TextAt(written, RegionLevel.Village)));
        }

        var township = file.Find(texts);
        for (var i = 0; i < drafts.Count; i++) Place(drafts[i], texts[i], township);
        return new SheetDrafts(drafts, township, _places.Count > 0 && texts.Exists(t => t.Township.Length == 0));
    }

    private static IEnumerable<Column> HeadColumns(RecognisedSheet sheet) => sheet.Form.Columns.Where(c => c.HeadFacts.Count > 0 && c.Place is null);

    private DraftRow Read(WrittenRow written)
    {
        var draft = new DraftRow(written.Number, sheet.Form.Ledger.NewRow()) { Given = new GivenValues(_columns) };
        for (var i = 0; i < written.Cells.Count; i++)
            if (_columns[i] is { Kind: not ColumnKind.Place, IsDerived: false }) ReadCell(i, written.Cells[i], draft);
        for (var i = 0; i < _columns.Count; i++)
            if (_columns[i] is { HeadFacts.Count: > 0, Place: null } && !draft.Given.Has(i) && FactOf(_columns[i]) is { } fact) Take(i, parser.Parse(_columns[i], new Written(fact)), draft);
        if (draft.IsRefused && ++_refused > ToldInFull) draft.Faults.RemoveRange(1, draft.Faults.Count - 1);
        return draft;
    }

    private void Place(DraftRow draft, PlaceTexts texts, long? township)
    {
        if (_places.Count == 0) return;
        var result = PlaceOf(texts, township);
        if (result.Fault is null) draft.Row.Region = result.Key;
        var (level, fault) = (result.Column, result.Fault);
        if (fault is null && !user.Scope.Contains(result.Key)) (level, fault) = (RegionLevel.Village, "不在您的管辖范围内。请由当地导入，或请系统管理员调整您的地区");
        // Where a row is comes first, as on the sheet.
        if (fault is not null) draft.Faults.Insert(0, new Fault(HeaderOf(level), RowValidation.Sentence(HeaderOf(level), fault)));
    }

    /// <summary>The place of the row's cells; a sheet of one village may name it in its head alone (地点：韩集镇大杨新村幸福院).</summary>
    private PlaceResult PlaceOf(PlaceTexts texts, long? township)
    {
        var lowest = _places.FirstOrDefault(c => c.Place == RegionLevel.Village);
        var village = texts.Village.Trim();
        var wantsVillage = lowest is not null && (lowest.Required || village.Length > 0);
        var result = places.Read(texts.County.Trim(), texts.Township.Trim(), village, township, wantsVillage);
        if (result is not { Fault: null, Column: RegionLevel.Township } || lowest is null || FactOf(lowest) is not { } named) return result;
        return places.VillageIn(named, result.Key) is { } found ? new PlaceResult(found, RegionLevel.Village, null) : result;
    }

    private void ReadCell(int at, Cell cell, DraftRow draft)
    {
        var column = _columns[at];
        if (cell.IsEmpty && !cell.HasFormula)
        {
            if (blanks.Contains(column.Key) && Blanking.IsOffered(column)) draft.Given.Give(at, null);
        }
        else if (cell.IsEmpty) draft.Refuse(column.Header, "公式没有计算结果。请打开文件重新计算并保存后再导入");
        else if (cell.Kind == CellKind.Error) draft.Refuse(column.Header, $"公式出错（{cell.Raw}）。请改正公式或直接填写数值");
        else if (cell.TooLong) draft.Refuse(column.Header, "内容超过 500 个字。请缩短");
        else Take(at, parser.Parse(column, WrittenOf(cell)), draft);
    }

    private void Take(int at, Parsed parsed, DraftRow draft)
    {
        if (parsed.Fault is { } fault) draft.Refuse(_columns[at].Header, fault);
        else if (parsed.IsGiven) draft.Given.Give(at, parsed.Value);
    }

    internal static Written WrittenOf(Cell cell) => cell.Kind switch
    {
        // A binary fraction such as 0.1+0.2 is shown by Excel with 15 digits; whole numbers keep every digit so that lost ones show.
        CellKind.Number => new Written(cell.Raw.Contains('.', StringComparison.Ordinal) ? cell.AsDecimalText() ?? cell.Raw : cell.Raw, IsNumber: true),
        CellKind.Date => new Written(cell.AsDate() is { } day ? ColumnText.Day(day) : cell.Raw, IsNumber: false, cell.AsDate()),
        CellKind.Boolean => new Written(cell.Raw switch { "1" or "true" => "是", "0" or "false" => "否", var garbage => garbage }),
        _ => new Written(cell.Raw),
    };

    private string? FactOf(Column column) => column.HeadFacts.Select(label => sheet.Facts.GetValueOrDefault(TextFold.Fold(label))).FirstOrDefault(v => v is not null);

    private string TextAt(WrittenRow row, RegionLevel level) =>
        _places.FirstOrDefault(c => c.Place == level) is { } column ? row[column].Raw : "";

    private string HeaderOf(RegionLevel level) => (_places.FirstOrDefault(c => c.Place == level) ?? _places[^1]) is { } column ? WrittenHeader(column) : "";

    /// <summary>The header as the sheet writes it, so that the user finds the column.</summary>
    private string WrittenHeader(Column column) => sheet.Map.Where(m => m.Value == column).Select(m => sheet.Headers[m.Key].Header).FirstOrDefault() ?? column.Header;
}

using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>Turns written rows into drafts: places, values, head facts; no look at the store yet.</summary>
/// <param name="blanks">Keys of the columns whose empty cells empty what is stored (<see cref="Choices.ColumnChoices.Blanks"/>).</param>
public sealed class DraftReader(RecognisedSheet sheet, ColumnParser parser, PlaceReader places, long? township, UserIdentity user, IReadOnlyList<string> blanks)
{
    // A file in which everything is wrong has a million faults, and nobody reads on: of further rows the first fault is told.
    private const int ToldInFull = 2_000;

    private readonly IReadOnlyList<Column> _places = [.. sheet.Form.Columns.Where(c => c.Kind == ColumnKind.Place)];
    private readonly IReadOnlyList<Column> _fromHead = [.. sheet.Form.Columns.Where(c => c.HeadFacts.Count > 0 && c.Place is null)];
    private int _refused;

    public DraftRow Read(WrittenRow written)
    {
        var draft = new DraftRow(written.Number, sheet.Form.Ledger.NewRow());
        ReadPlace(written, draft);
        foreach (var (column, cell) in written.Cells)
            if (column.Kind != ColumnKind.Place && !column.IsDerived) ReadCell(column, cell, draft);
        foreach (var column in _fromHead)
            if (!draft.Given.Exists(g => g.Column == column) && FactOf(column) is { } fact) Take(column, parser.Parse(column, new Written(fact)), draft);
        if (draft.IsRefused && ++_refused > ToldInFull) draft.Faults.RemoveRange(1, draft.Faults.Count - 1);
        return draft;
    }

    private void ReadPlace(WrittenRow written, DraftRow draft)
    {
        if (_places.Count == 0) return;
        var result = PlaceOf(written);
        if (result.Fault is { } fault)
        {
            draft.Refuse(HeaderOf(result.Column), fault);
            return;
        }

        if (!user.Scope.Contains(result.Key)) draft.Refuse(HeaderOf(RegionLevel.Village), "不在您的管辖范围内。请由当地导入，或请系统管理员调整您的地区");
        draft.Row.Region = result.Key;
    }

    /// <summary>The place of the row's cells; a sheet of one village may name it in its head alone (地点：韩集镇大杨新村幸福院).</summary>
    private PlaceResult PlaceOf(WrittenRow written)
    {
        var lowest = _places.FirstOrDefault(c => c.Place == RegionLevel.Village);
        var village = TextAt(written, RegionLevel.Village);
        var wantsVillage = lowest is not null && (lowest.Required || village.Length > 0);
        var result = places.Read(TextAt(written, RegionLevel.County), TextAt(written, RegionLevel.Township), village, township, wantsVillage);
        if (result is not { Fault: null, Column: RegionLevel.Township } || lowest is null || FactOf(lowest) is not { } named) return result;
        return places.VillageIn(named, result.Key) is { } found ? new PlaceResult(found, RegionLevel.Village, null) : result;
    }

    private void ReadCell(Column column, Cell cell, DraftRow draft)
    {
        if (cell.IsEmpty && !cell.HasFormula)
        {
            if (blanks.Contains(column.Key) && Blanking.IsOffered(column)) draft.Given.Add((column, null));
        }
        else if (cell.IsEmpty) draft.Refuse(column.Header, "公式没有计算结果。请打开文件重新计算并保存后再导入");
        else if (cell.Kind == CellKind.Error) draft.Refuse(column.Header, $"公式出错（{cell.Raw}）。请改正公式或直接填写数值");
        else if (cell.TooLong) draft.Refuse(column.Header, "内容超过 500 个字。请缩短");
        else Take(column, parser.Parse(column, WrittenOf(cell)), draft);
    }

    private static void Take(Column column, Parsed parsed, DraftRow draft)
    {
        if (parsed.Fault is { } fault) draft.Refuse(column.Header, fault);
        else if (parsed.IsGiven) draft.Given.Add((column, parsed.Value!));
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
        _places.FirstOrDefault(c => c.Place == level) is { } column ? row[column].Raw.Trim() : "";

    private string HeaderOf(RegionLevel level) => (_places.FirstOrDefault(c => c.Place == level) ?? _places[^1]) is { } column ? WrittenHeader(column) : "";

    /// <summary>The header as the sheet writes it, so that the user finds the column.</summary>
    private string WrittenHeader(Column column) => sheet.Map.Where(m => m.Value == column).Select(m => sheet.Headers[m.Key].Header).FirstOrDefault() ?? column.Header;
}

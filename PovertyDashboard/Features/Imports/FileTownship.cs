using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Imports;

/// <summary>
/// The township of a file, where its rows do not name one: the region asked for, the title or head line, the file name,
/// the one township that has its villages.
/// </summary>
internal sealed class FileTownship(PlaceReader places, RecognisedSheet sheet, string fileName, long? asked)
{
    public long? Find(IReadOnlyList<WrittenRow> rows)
    {
        if (asked is { } region && RegionKey.LevelOf(region) >= RegionLevel.Township) return RegionKey.TownshipOf(region);
        return places.TownshipIn(sheet.Head) ?? places.TownshipIn(fileName) ?? places.TownshipWithAll(VillagesOf(rows));
    }

    /// <summary>Whether a row lacks a township of its own.</summary>
    public static bool IsNeeded(RecognisedSheet sheet, IReadOnlyList<WrittenRow> rows)
    {
        if (sheet.Form.Columns.All(c => c.Kind != ColumnKind.Place)) return false;
        var township = sheet.Form.Columns.First(c => c.Place == RegionLevel.Township);
        return rows.Any(r => r[township].IsEmpty);
    }

    private HashSet<string> VillagesOf(IReadOnlyList<WrittenRow> rows)
    {
        var village = sheet.Form.Columns.FirstOrDefault(c => c.Place == RegionLevel.Village);
        return village is null ? [] : [.. rows.Select(r => r[village].Raw.Trim()).Where(v => v.Length > 0)];
    }
}

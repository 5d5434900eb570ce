using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Imports;

/// <summary>
/// The township of a file, where its rows do not name one: the region asked for, the title or head line, the file name,
/// the one township that has its villages.
/// </summary>
public sealed class FileTownship(PlaceReader places, RecognisedSheet sheet, string fileName, long? asked)
{
    public long? Find(IReadOnlyList<PlaceTexts> rows)
    {
        if (asked is { } region && RegionKey.LevelOf(region) >= RegionLevel.Township) return RegionKey.TownshipOf(region);
        return places.TownshipIn(sheet.Head) ?? places.TownshipIn(fileName) ?? places.TownshipWithAll([.. rows.Select(r => r.Village.Trim()).Where(v => v.Length > 0)]);
    }
}

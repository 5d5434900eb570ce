using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>The heads that a sample sheet names (村、户主), so that its rows find their household.</summary>
internal static class SampleHeads
{
    public static IReadOnlyList<(long Village, string Name)> Read(string file, long township, RegionTree tree, CancellationToken ct)
    {
        var path = Path.Combine(ReferenceData.Folder, "samples", file);
        if (!File.Exists(path)) return [];
        using var stream = File.OpenRead(path);
        using var workbook = SheetReader.Open(stream, file, ReadLimits.Verb).Workbook;
        if (workbook is null) return [];

        var villages = tree.VillagesOf(township).ToDictionary(v => RegionNames.FoldVillage(v.FullName), v => v.Key);
        var heads = new List<(long, string)>();
        var (villageAt, nameAt) = (-1, -1);
        foreach (var row in workbook.Sheets[0].Rows(ct))
        {
            if (nameAt < 0)
            {
                (villageAt, nameAt) = (IndexOf(row, "村"), IndexOf(row, "户主"));
                continue;
            }

            // Totals and signatures name no village.
            if (villages.TryGetValue(RegionNames.FoldVillage(row[villageAt].Raw), out var village) && row[nameAt].Raw.Length > 0) heads.Add((village, TextFold.Fold(row[nameAt].Raw)));
        }

        return [.. heads.Distinct()];
    }

    private static int IndexOf(SheetRow row, string header) => row.Cells.ToList().FindIndex(cell => TextFold.Fold(cell.Raw) == header);
}

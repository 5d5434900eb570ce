using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Data.Seeding;

/// <summary>Loads places, code lists and settings from the data folder beside the program.</summary>
public static class ReferenceData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>The data folder that travels with the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "data");

    public static async Task LoadAsync(AppDbContext db, CancellationToken ct)
    {
        if (!await db.Set<Region>().AnyAsync(ct)) db.AddRange(ReadRegions());
        await AddMissingAsync(db, ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task AddMissingAsync(AppDbContext db, CancellationToken ct)
    {
        var codes = await db.Set<CodeEntry>().Select(c => new { c.List, c.Text }).ToListAsync(ct);
        var known = codes.Select(c => (c.List, c.Text)).ToHashSet();
        db.AddRange(ReadCodes().Where(c => !known.Contains((c.List, c.Text))));

        var settings = await db.Set<Setting>().Select(s => s.Key).ToListAsync(ct);
        db.AddRange(Read<List<Setting>>("settings.json").Where(s => !settings.Contains(s.Key)));
    }

    /// <summary>key,code,name,level,valid_from,valid_to; our own file, without quotes.</summary>
    private static IEnumerable<Region> ReadRegions() =>
        File.ReadLines(Path.Combine(Folder, "regions.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => new Region
        {
            Key = long.Parse(cells[0], CultureInfo.InvariantCulture),
            Code = cells[1],
            Name = cells[2],
            Level = RegionKey.LevelOf(long.Parse(cells[0], CultureInfo.InvariantCulture)),
            ValidFrom = Day(cells[4]),
            ValidTo = Day(cells[5]),
        });

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<CodeEntry> ReadCodes() =>
        Read<Dictionary<string, List<CodeText>>>("code-lists.json").SelectMany(list => list.Value.Select((entry, order) => new CodeEntry
        {
            List = list.Key,
            Order = order,
            Text = entry.Text,
            Code = entry.Code ?? "",
            Aliases = string.Join('|', entry.Aliases ?? []),
        }));

    /// <summary>A file of the data folder as objects.</summary>
    internal static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, file)), Json) ?? throw new InvalidDataException($"data/{file} is empty.");

    private sealed record CodeText(string Text, string? Code, IReadOnlyList<string>? Aliases);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists;

/// <summary>Loads the first version of each checklist from data/checklist-templates.json (检查表初始版本).</summary>
public static class TemplateSeed
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Adds the checklists that the store does not know; what was edited since stays.</summary>
    public static async Task LoadAsync(AppDbContext db, RegionTree tree, CodeListDirectory codes, CancellationToken ct)
    {
        var city = tree.Nodes.First(n => n.Level == RegionLevel.City).Key;
        var known = await db.Set<ChecklistTemplate>().Select(t => t.Family).Distinct().ToListAsync(ct);
        foreach (var file in Read().Where(t => !known.Contains(t.Family))) db.Add(Make(file, city));
        await db.SaveChangesAsync(ct);
        await ChecklistNames.AddMissingAsync(db, ct);
        await codes.LoadAsync(ct);
    }

    internal static IReadOnlyList<TemplateFile> Read() =>
        JsonSerializer.Deserialize<List<TemplateFile>>(File.ReadAllText(Path.Combine(ReferenceData.Folder, "checklist-templates.json")), Json) ?? [];

    internal static ChecklistTemplate Make(TemplateFile file, long region) => new()
    {
        Region = region,
        Family = file.Family,
        Number = 1,
        Title = ChecklistTemplate.TitleOf(file.Family, 1),
        Source = file.Source,
        Basis = file.Basis,
        Items = [.. file.Items.Select((item, at) => new TemplateItem
        {
            Region = region,
            Code = item.Code,
            Number = at + 1,
            Group = item.Group,
            Name = item.Name,
            Aliases = string.Join('|', item.Aliases ?? []),
            Standard = item.Standard,
            Weight = item.Weight,
            Category = item.Category,
            Reasons = string.Join('|', item.Reasons ?? []),
            NeedsPhoto = item.NeedsPhoto,
        })],
    };

    internal sealed record TemplateFile(string Family, string Source, string Basis, IReadOnlyList<ItemFile> Items);

    internal sealed record ItemFile(
        string Code, string Group, string Name, IReadOnlyList<string>? Aliases, int Weight, string Category, string Standard, IReadOnlyList<string>? Reasons, bool NeedsPhoto);
}

/// <summary>Keeps the code lists of checklist and item names (检查表名称、检查项名称) in step with the stored versions.</summary>
public static class ChecklistNames
{
    public static async Task AddMissingAsync(AppDbContext db, CancellationToken ct)
    {
        var families = await db.Set<ChecklistTemplate>().OrderBy(t => t.Id).Select(t => t.Family).ToListAsync(ct);
        var items = await db.Set<TemplateItem>().OrderBy(i => i.TemplateId).ThenBy(i => i.Number).Select(i => i.Name).ToListAsync(ct);
        await AddAsync(db, ChecklistCodes.Families, families.Distinct(), ct);
        await AddAsync(db, ChecklistCodes.Items, items.Distinct(), ct);
        await db.SaveChangesAsync(ct);
    }

    private static async Task AddAsync(AppDbContext db, string list, IEnumerable<string> texts, CancellationToken ct)
    {
        var known = await db.Set<CodeEntry>().Where(c => c.List == list).Select(c => c.Text).ToListAsync(ct);
        db.AddRange(texts.Except(known).Select((text, at) => new CodeEntry { List = list, Order = known.Count + at, Text = text }));
    }
}

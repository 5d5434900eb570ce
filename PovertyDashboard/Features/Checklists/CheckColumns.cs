using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists;

/// <summary>
/// The columns that the items of checklist versions make (检查项列). Versions of one checklist share the column of an item,
/// which is known by its code, so a sheet may hold checks of an older version too; each row names its own.
/// </summary>
public static class CheckColumns
{
    /// <summary>
    /// Columns of the versions in use in the region: those of its checks and the newest ones of its campaigns.
    /// Region 0 is a file whose place is not known yet: every version, each row then takes one that holds at its place.
    /// </summary>
    public static async Task<IReadOnlyList<Column>> OfRegionAsync(AppDbContext db, long region, CancellationToken ct)
    {
        var all = db.Set<ChecklistTemplate>().AsNoTracking().Include(t => t.Items);
        if (region == 0) return Of(await all.ToListAsync(ct));

        var range = RegionKey.Subtree(region);
        var used = db.Set<Check>().Where(c => c.Region >= range.Lo && c.Region < range.Hi);
        var versions = await all.Where(t => used.Any(c => c.TemplateId == t.Id)).ToListAsync(ct);
        var above = ChecklistVersions.PathOf(region);
        var campaigns = await db.Set<Campaign>().AsNoTracking()
            .Where(c => above.Contains(c.Region) || (c.Region >= range.Lo && c.Region < range.Hi)).Select(c => c.Families).Distinct().ToListAsync(ct);
        var families = campaigns.SelectMany(f => f.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        if (versions.Count == 0 && families.Count == 0) families = [ChecklistVersions.DefaultFamily];
        foreach (var current in await ChecklistVersions.CurrentAsync(db, region, families, ct))
            if (versions.TrueForAll(v => v.Id != current.Id)) versions.Add(current);
        return Of(versions);
    }

    /// <summary>One column for each item code: families in the order of their first version, the newest version's items first.</summary>
    public static IReadOnlyList<Column> Of(IReadOnlyList<ChecklistTemplate> versions)
    {
        var known = versions.OrderBy(v => versions.Where(o => o.Family == v.Family).Min(o => o.Id)).ThenByDescending(v => v.Number).ToList();
        var items = known.SelectMany(v => v.Items.OrderBy(i => i.Number)).GroupBy(i => i.Code);
        return [.. items.Select(same => ColumnOf([.. same], known))];
    }

    private static Column ColumnOf(IReadOnlyList<TemplateItem> same, IReadOnlyList<ChecklistTemplate> known)
    {
        var newest = same[0];
        return new Column
        {
            Key = $"Answers.{newest.Code}",
            Header = newest.Name,
            Group = newest.Group.Length > 0 ? newest.Group : null,
            Aliases = [.. same.SelectMany(i => i.AliasList.Append(i.Name)).Distinct().Where(name => name != newest.Name)],
            Kind = ColumnKind.Code,
            CodeList = "check-result",
            Signs = ["√", "×", "/"],
            ValueType = typeof(string),
            Nullable = true,
            Width = Math.Max(10, (newest.Name.Length * 2) + 2),
            Help = newest.Standard,
            // A result has its problem, photos and version: it is ticked on the check's own page.
            Editing = FormEditing.ByActs,
            Get = row => ((Check)row).Answers?.Find(a => a.ItemCode == newest.Code)?.Result ?? CheckResult.None,
            Set = (row, value) => Put((Check)row, newest, (string?)value ?? CheckResult.None, known),
        };
    }

    private static void Put(Check check, TemplateItem item, string result, IReadOnlyList<ChecklistTemplate> known)
    {
        check.Answers ??= [];
        if (check.Answers.Find(a => a.ItemCode == item.Code) is { } answer) answer.Result = result;
        else if (result.Length > 0) check.Answers.Add(new CheckAnswer { Region = check.Region, Result = result }.About(item));
        if (check.Known.Count == 0) check.NamesVersion |= check.TemplateTitle.Length > 0;
        check.Known = known;
        Resolve(check);
    }

    /// <summary>Takes the version as written in the row; the sheet's own columns decide where it names none.</summary>
    internal static void PutTitle(Check check, string title)
    {
        check.TemplateTitle = title;
        check.NamesVersion = title.Length > 0;
        if (check.Known.Count > 0) Resolve(check);
    }

    /// <summary>Ties the answers to the items of the row's version; may be repeated, whatever the order of the cells.</summary>
    private static void Resolve(Check check)
    {
        var version = check.NamesVersion
            ? check.Known.FirstOrDefault(v => v.Title == check.TemplateTitle)
            : Nearest(check.Known.Where(v => check.Answers!.TrueForAll(a => v.Items.Exists(i => i.Code == a.ItemCode))), check.Region);
        if (version is null && check.NamesVersion)
        {
            // A row that is already stored keeps its version even where the sheet's columns do not know it.
            if (check.Id == 0) check.TemplateId = 0;
            return;
        }

        if (version is not null)
        {
            (check.TemplateId, check.TemplateTitle) = (version.Id, version.Title);
            if (check.Source.Length == 0) check.Source = version.Source;
        }

        foreach (var answer in check.Answers!)
        {
            var item = version?.Items.Find(i => i.Code == answer.ItemCode);
            if (item is null) answer.ItemId = 0;
            else if (answer.ItemId != item.Id) answer.About(item);
        }
    }

    private static ChecklistTemplate? Nearest(IEnumerable<ChecklistTemplate> versions, long region)
    {
        if (region == 0) return versions.FirstOrDefault();
        var path = ChecklistVersions.PathOf(region);
        return ChecklistVersions.Nearest(versions.Where(v => path.Contains(v.Region)));
    }
}

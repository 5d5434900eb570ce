using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Jobs;

/// <summary>Ties lines of pay that a file brings to person and sheet (工资关联): new ones go into the month's draft, never past it.</summary>
internal static class WageLinks
{
    public static async Task LinkAsync(IReadOnlyList<WageLine> lines, EffectContext context, CancellationToken ct)
    {
        var open = lines.Where(l => l.HolderId == 0).ToList();
        var holders = await HolderFinder.LoadAsync(context.Db, open.Select(l => l.IdNumber), ct);
        foreach (var line in open)
        {
            (var holder, line.LinkFault) = holders.Find(line.IdNumber, line.Name, line.PostName, line.Month);
            if (holder is null) continue;
            (line.HolderId, line.PostName) = (holder.Id, holder.PostName);
            if (line.PostKind.Length == 0) line.PostKind = holder.PostKind;
            if (line.PostSource.Length == 0) line.PostSource = holder.PostSource;
        }
    }

    /// <summary>New rows may only go where a draft is or can be begun, and a person stands once in a sheet.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<WageLine> lines, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>();
        foreach (var group in lines.Where(l => l.Id == 0).GroupBy(l => (Town: RegionKey.TownshipOf(l.Region), l.Month)))
        {
            var sheet = await SheetAsync(context.Db, group.Key.Town, group.Key.Month, ct);
            var present = sheet is null ? [] : await context.Db.Set<WageLine>().Where(l => l.SheetId == sheet.Id).Select(l => l.IdNumber).ToListAsync(ct);
            var persons = present.Select(HolderRules.PersonKeyOf).ToHashSet();
            foreach (var line in group)
            {
                if (line.Batch.Length > 0) faults.Add(new(line, new Fault("批次", $"批次：更正表不能从文件新增（“{line.Batch}”）。请打开已审定的工资表，在系统里做更正表。")));
                else if (!context.Row.User.Scope.Contains(group.Key.Town)) faults.Add(new(line, new Fault("村", "村：工资表按乡镇造册，不在您的管辖范围内。请由乡镇导入。")));
                else if (sheet is not null && sheet.State != WageState.Draft)
                    faults.Add(new(line, new Fault("月份", $"月份：{YearMonth.Words(line.Month)}工资表{sheet.State}，不能再加人。{(sheet.State == WageState.Fixed ? "请做更正表。" : "请先退回再导入。")}")));
                else if (!persons.Add(HolderRules.PersonKeyOf(line.IdNumber))) faults.Add(new(line, new Fault("身份证号", "身份证号：同一张工资表里已有此人（一人一岗）。请只保留一行。")));
            }
        }

        return faults;
    }

    /// <summary>Begins the draft that the new lines go into.</summary>
    public static async Task PrepareAsync(IReadOnlyList<WageLine> lines, EffectContext context, CancellationToken ct)
    {
        foreach (var group in lines.Where(l => l.Id == 0).GroupBy(l => (Town: RegionKey.TownshipOf(l.Region), l.Month)))
        {
            var sheet = await SheetAsync(context.Db, group.Key.Town, group.Key.Month, ct);
            if (sheet is null)
            {
                sheet = NewSheet(group.Key.Town, group.Key.Month, context.Row.User);
                context.Db.Add(sheet);
                await context.Db.SaveChangesAsync(ct);
            }

            foreach (var line in group) (line.SheetId, line.State, line.IsImported) = (sheet.Id, sheet.State, true);
        }
    }

    public static WageSheet NewSheet(long township, int month, UserIdentity maker) =>
        new() { Region = township, Month = month, MadeBy = maker.Name, MadeByName = maker.DisplayName, Hands = maker.Name };

    /// <summary>The sums of the sheets follow their lines.</summary>
    public static async Task<IReadOnlyList<LedgerRow>> RefreshAsync(IReadOnlyList<WageLine> lines, EffectContext context, CancellationToken ct)
    {
        foreach (var id in lines.Select(l => l.SheetId).Distinct().ToList())
            await SumAsync(context.Db, await context.Db.Set<WageSheet>().SingleAsync(s => s.Id == id, ct), ct);
        await context.Db.SaveChangesAsync(ct);
        return [];
    }

    public static async Task SumAsync(AppDbContext db, WageSheet sheet, CancellationToken ct)
    {
        var lines = await db.Set<WageLine>().AsNoTracking().Where(l => l.SheetId == sheet.Id).Select(l => new { l.Gross, l.Net }).ToListAsync(ct);
        (sheet.People, sheet.Gross, sheet.Net) = (lines.Count, lines.Sum(l => l.Gross), lines.Sum(l => l.Net));
    }

    /// <summary>The month's own sheet of the township.</summary>
    private static Task<WageSheet?> SheetAsync(AppDbContext db, long township, int month, CancellationToken ct) =>
        db.Set<WageSheet>().OrderBy(s => s.Id).FirstOrDefaultAsync(s => s.Region == township && s.Month == month && s.Batch == "", ct);
}

using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>Ties rows of attendance to the person who holds the post (考勤关联).</summary>
internal static class AttendanceLinks
{
    public static async Task LinkAsync(IReadOnlyList<Attendance> rows, EffectContext context, CancellationToken ct)
    {
        var open = rows.Where(r => r.HolderId == 0).ToList();
        var holders = await HolderFinder.LoadAsync(context.Db, open.Select(r => r.WrittenId), ct);
        foreach (var row in open)
        {
            (row.Holder, row.LinkFault) = holders.Find(row.WrittenId, row.WrittenName, row.WrittenPost, row.Month);
            row.HolderId = row.Holder?.Id ?? 0;
        }
    }

    /// <summary>The row lies where the person's post lies.</summary>
    public static Task PrepareAsync(IReadOnlyList<Attendance> rows, EffectContext context, CancellationToken ct)
    {
        foreach (var row in rows)
            if (row.Holder is { } holder) row.Region = holder.Region;
        return Task.CompletedTask;
    }

    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, Attendance row, CancellationToken ct) =>
        await db.Set<WageLine>().AnyAsync(l => l.HolderId == row.HolderId && l.Month == row.Month, ct)
            ? $"删除：{YearMonth.Words(row.Month)}工资表已按这条考勤算出，不能删除。请改正考勤，再重新生成或做更正表。"
            : null;
}

/// <summary>The people who held posts, by number (查找上岗人员): a sheet names a person, perhaps the post, and a month.</summary>
internal sealed class HolderFinder
{
    private const int Chunk = 500;
    private readonly Dictionary<string, List<Holder>> _byPerson = [];

    public static async Task<HolderFinder> LoadAsync(AppDbContext db, IEnumerable<string> numbers, CancellationToken ct)
    {
        var finder = new HolderFinder();
        foreach (var keys in numbers.Select(HolderRules.PersonKeyOf).Where(k => k.Length > 0).Distinct().Chunk(Chunk))
            foreach (var holder in await db.Set<Holder>().Where(h => keys.Contains(h.PersonKey)).OrderBy(h => h.StartedOn).ThenBy(h => h.Id).ToListAsync(ct))
            {
                if (!finder._byPerson.TryGetValue(holder.PersonKey, out var list)) finder._byPerson[holder.PersonKey] = list = [];
                list.Add(holder);
            }

        return finder;
    }

    /// <summary>The one stay that fits, or why there is none.</summary>
    public (Holder? Holder, Fault? Fault) Find(string number, string name, string post, int month)
    {
        if (number.Length == 0 || !YearMonth.IsMonth(month)) return (null, null);
        var all = _byPerson.GetValueOrDefault(HolderRules.PersonKeyOf(number)) ?? [];
        if (all.Count == 0) return (null, new Fault("身份证号", "身份证号：上岗人员台账里没有这个人。请先登记上岗人员，或核对证件号码。"));
        if (name.Length > 0 && all.TrueForAll(h => h.Name != name)) return (null, new Fault("姓名", $"姓名：与上岗人员台账不同（“{name}”，台账是“{all[0].Name}”）。请核对姓名和证件号码。"));
        var there = all.Where(h => post.Length == 0 || TextFold.Fold(h.PostName) == TextFold.Fold(post)).ToList();
        if (there.Count == 0) return (null, new Fault("岗位名称", $"岗位名称：这个人不在这个岗位（“{post}”，在“{all[^1].PostName}”）。请核对岗位名称。"));
        var then = there.Where(h => YearMonth.Of(h.StartedOn) <= month && (h.ExitMonth is not { } exit || exit >= month)).ToList();
        return then switch
        {
            [var only] => (only, null),
            [] => (null, new Fault("月份", $"月份：这个人当月不在岗（“{YearMonth.Text(month)}”，{StayOf(there[^1])}）。请核对月份，或核对上岗、退出日期。")),
            _ => (null, new Fault("岗位名称", $"岗位名称：这个人{YearMonth.Words(month)}有 {then.Count} 个岗位。请写明是哪个岗位。")),
        };
    }

    private static string StayOf(Holder holder) => holder.ExitedOn is { } exit ? $"{holder.StartedOn:yyyy-MM-dd} 上岗，{exit:yyyy-MM-dd} 退出" : $"{holder.StartedOn:yyyy-MM-dd} 上岗";
}

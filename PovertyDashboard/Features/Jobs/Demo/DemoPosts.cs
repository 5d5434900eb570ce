using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Demo;

/// <summary>Synthetic posts, people, attendance and pay for the verb <c>demo</c>: one household in twelve has somebody on a post.</summary>
internal static class DemoPosts
{
    private const int Every = 12, MonthsBack = 3;

    private static readonly string[] Kinds = ["保洁", "护路", "护理照料", "公共设施管护"];

    public static readonly IReadOnlyList<DemoSource> Sources =
    [
        new(60, PostsAsync), new(61, HoldersAsync), new(62, AttendanceAsync), new(63, SheetsAsync), new(64, LinesAsync),
    ];

    private static async Task<IReadOnlyList<LedgerRow>> PostsAsync(DemoBatch batch, CancellationToken ct)
    {
        var villages = VillagesOf(batch);
        var present = (await batch.Db.Set<Post>().Where(p => villages.Contains(p.Region)).Select(p => new { p.Region, p.Name }).ToListAsync(ct)).Select(p => (p.Region, p.Name)).ToHashSet();
        return [.. villages.Where(v => !present.Contains((v, NameIn(v)))).Select(v => new Post
        {
            Region = v,
            Name = NameIn(v),
            Kind = KindIn(v),
            Source = "扶贫",
            Quota = 1 + batch.Places.First(p => p.Village == v).Count / Every,
            Remark = JobsDemo.Mark,
        })];
    }

    private static async Task<IReadOnlyList<LedgerRow>> HoldersAsync(DemoBatch batch, CancellationToken ct)
    {
        if (batch.Services.GetService<PersonKeys>() is not { } members || batch.Households.Count == 0) return [];
        var posts = await PostsOfAsync(batch, ct);
        var (first, last) = (batch.Households.Min(h => h.Id), batch.Households.Max(h => h.Id));
        var people = (await members(batch.Db).Where(m => m.HouseholdId >= first && m.HouseholdId <= last).OrderBy(m => m.IdNumber).ToListAsync(ct)).ToLookup(m => m.HouseholdId);
        var rows = new List<LedgerRow>();
        foreach (var household in batch.Households.Where((_, i) => i % Every == 0))
        {
            if (people[household.Id].FirstOrDefault(m => HolderRules.AgeOn(PersonIdNumber.BirthDate(m.IdNumber), batch.Today) is >= 20 and <= 58) is not { } member) continue;
            if (!posts.TryGetValue((member.Region, NameIn(member.Region)), out var post)) continue;
            rows.Add(ExamplePeople.Make(member, post, batch.Random.Next(60)));
        }

        return rows;
    }

    private static async Task<IReadOnlyList<LedgerRow>> AttendanceAsync(DemoBatch batch, CancellationToken ct)
    {
        var marks = new ExampleMarks(batch.Services.GetRequiredService<SettingsDirectory>());
        var holders = await HoldersOfAsync(batch, ct);
        return [.. holders.SelectMany(h => MonthsOf(batch).Select(m => marks.Of(h, m)).OfType<Attendance>())];
    }

    private static async Task<IReadOnlyList<LedgerRow>> SheetsAsync(DemoBatch batch, CancellationToken ct)
    {
        var towns = (await HoldersOfAsync(batch, ct)).Select(h => RegionKey.TownshipOf(h.Region)).Distinct().Order().ToList();
        var months = MonthsOf(batch).ToList();
        var own = (await batch.Db.Set<WageSheet>().Where(s => towns.Contains(s.Region) && months.Contains(s.Month) && s.Batch == "").Select(s => new { s.Region, s.Month }).ToListAsync(ct)).Select(s => (s.Region, s.Month)).ToHashSet();
        return [.. towns.SelectMany(t => months.Select(m => new WageSheet
        {
            Region = t,
            Month = m,
            // A month that has its own sheet gets a further one: a fixed sheet takes nobody in.
            Batch = own.Contains((t, m)) ? string.Create(CultureInfo.InvariantCulture, $"补发{batch.First}") : "",
            State = WageState.Fixed,
            Reason = TagOf(batch),
            MadeBy = "示例.镇扶贫办",
            MadeByName = "赵某",
            Hands = "示例.镇扶贫办",
            SubmittedBy = "示例.镇扶贫办",
            SubmittedOn = YearMonth.Last(m),
            ApprovedBy = "示例.分管领导",
            ApprovedByName = "钱某",
            ApprovedOn = YearMonth.Last(m) < batch.Today ? YearMonth.Last(m).AddDays(1) : batch.Today,
        }))];
    }

    private static async Task<IReadOnlyList<LedgerRow>> LinesAsync(DemoBatch batch, CancellationToken ct)
    {
        var (db, tag) = (batch.Db, TagOf(batch));
        var settings = batch.Services.GetRequiredService<SettingsDirectory>();
        var sheets = (await db.Set<WageSheet>().Where(s => s.Reason == tag).ToListAsync(ct)).ToDictionary(s => (s.Region, s.Month));
        var rows = new List<LedgerRow>();
        foreach (var holder in await HoldersOfAsync(batch, ct))
            foreach (var days in await db.Set<Attendance>().AsNoTracking().Where(a => a.HolderId == holder.Id).OrderBy(a => a.Month).ToListAsync(ct))
            {
                var sheet = sheets[(RegionKey.TownshipOf(holder.Region), days.Month)];
                rows.Add(WageActs.Into(sheet, WageMaker.LineOf(holder, days, holder.MonthlyPay ?? settings.Pay(days.Month) ?? 500_00, settings.LeaveIsPaid(days.Month))));
            }

        foreach (var lines in rows.Cast<WageLine>().GroupBy(l => l.SheetId))
        {
            var sheet = sheets.Values.Single(s => s.Id == lines.Key);
            (sheet.People, sheet.Gross, sheet.Net) = (lines.Count(), lines.Sum(l => l.Gross), lines.Sum(l => l.Net));
        }

        await db.SaveChangesAsync(ct);
        return rows;
    }

    private static async Task<List<Holder>> HoldersOfAsync(DemoBatch batch, CancellationToken ct)
    {
        if (batch.Households.Count == 0) return [];
        var (first, last) = (batch.Households.Min(h => h.Id), batch.Households.Max(h => h.Id));
        return await batch.Db.Set<Holder>().AsNoTracking().Where(h => h.HouseholdId >= first && h.HouseholdId <= last).OrderBy(h => h.Id).ToListAsync(ct);
    }

    private static async Task<Dictionary<(long, string), Post>> PostsOfAsync(DemoBatch batch, CancellationToken ct)
    {
        var villages = VillagesOf(batch);
        return (await batch.Db.Set<Post>().AsNoTracking().Where(p => villages.Contains(p.Region)).ToListAsync(ct)).GroupBy(p => (p.Region, p.Name)).ToDictionary(g => g.Key, g => g.First());
    }

    private static List<long> VillagesOf(DemoBatch batch) => [.. batch.Places.Select(p => p.Village).Distinct().Order()];

    /// <summary>The last months that are over.</summary>
    private static IEnumerable<int> MonthsOf(DemoBatch batch)
    {
        var last = YearMonth.Last(YearMonth.Of(batch.Today)) <= batch.Today ? YearMonth.Of(batch.Today) : YearMonth.Add(YearMonth.Of(batch.Today), -1);
        return Enumerable.Range(0, MonthsBack).Select(i => YearMonth.Add(last, i - MonthsBack + 1));
    }

    private static string TagOf(DemoBatch batch) => string.Create(CultureInfo.InvariantCulture, $"示例批次 {batch.First}");

    private static string KindIn(long village) => Kinds[(int)(village % Kinds.Length)];

    private static string NameIn(long village) => Post.DefaultName(KindIn(village), "扶贫");
}

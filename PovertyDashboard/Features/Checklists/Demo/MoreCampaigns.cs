using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists.Demo;

/// <summary>
/// Synthetic campaigns for the verb <c>demo</c>: each township that gets households gets, once a run, a campaign with its
/// training in the newest month that has none.
/// </summary>
internal static class MoreCampaigns
{
    private const int MonthsBack = 12;

    public static readonly IReadOnlyList<DemoSource> Sources = [new(20, MakeAsync)];

    /// <summary>The campaigns of the township whose days have begun, newest first; known once <see cref="Sources"/> were asked.</summary>
    public static async Task<IReadOnlyList<Campaign>> OfAsync(DemoBatch batch, long township) =>
        (await batch.Run.KeepAsync(() => Task.FromResult(new Book()))).Of.GetValueOrDefault(township) ?? [];

    private static async Task<IReadOnlyList<LedgerRow>> MakeAsync(DemoBatch batch, CancellationToken ct)
    {
        var book = await batch.Run.KeepAsync(() => Task.FromResult(new Book()));
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        var rows = new List<LedgerRow>();
        foreach (var township in batch.Places.Select(p => RegionKey.TownshipOf(p.Village)).Distinct().Order().Where(t => !book.Of.ContainsKey(t)))
        {
            var campaigns = await batch.Db.Set<Campaign>().AsNoTracking().Where(c => c.Region == township).OrderByDescending(c => c.StartsOn).ThenByDescending(c => c.Id).ToListAsync(ct);
            var name = tree.Find(township)?.FullName ?? "";
            if (FreeMonth(batch.Today, campaigns) is { } month)
            {
                var campaign = Campaign(township, name, month);
                campaigns.Add(campaign);
                rows.AddRange([campaign, Training(campaign, name, batch.Random)]);
            }

            book.Of[township] = [.. campaigns.Where(c => c.StartsOn <= batch.Today).Take(3)];
        }

        return rows;
    }

    /// <summary>First day of the newest month up to today's in which the township has no campaign.</summary>
    private static DateOnly? FreeMonth(DateOnly today, IReadOnlyList<Campaign> campaigns) => Enumerable.Range(0, MonthsBack)
        .Select(back => (DateOnly?)new DateOnly(today.Year, today.Month, 1).AddMonths(-back))
        .FirstOrDefault(first => !campaigns.Any(c => c.Month == first!.Value.Year * 100 + first.Value.Month));

    private static Campaign Campaign(long township, string name, DateOnly first) => new()
    {
        Region = township,
        Month = first.Year * 100 + first.Month,
        Title = "六净一规范集中检查",
        StartsOn = first,
        EndsOn = first.AddMonths(1).AddDays(-1),
        Families = ChecklistVersions.DefaultFamily,
        Unit = name + "扶贫办",
        Note = DemoChecks.Mark,
    };

    private static Training Training(Campaign campaign, string name, Random random) => new()
    {
        Region = campaign.Region,
        HeldOn = campaign.StartsOn,
        Venue = name + "会议室",
        Title = "六净一规范检查培训",
        Unit = campaign.Unit,
        Audience = "帮扶责任人、扶贫专干",
        Attended = random.Next(25, 110),
        Note = DemoChecks.Mark,
    };

    private sealed class Book
    {
        public Dictionary<long, IReadOnlyList<Campaign>> Of { get; } = [];
    }
}

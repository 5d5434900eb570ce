using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Demo;

/// <summary>
/// 示例 rows of the grid in the towns of the demo store: people of each village, a helper for nearly every household and some handed over, visits of four
/// weeks with a few findings, measures of help, pledges, meetings and notices.
/// </summary>
internal static class ResponsibilityExamples
{
    /// <summary>A helper has about six households; one household in 25 has nobody, one in six has got another helper in June.</summary>
    private const int OfOne = 6, NobodyEvery = 25, HandedOverEvery = 6, FindingEvery = 41, Weeks = 4;

    private const long Dayang = 371590115299;

    public static readonly long[] Towns = [371590115000, 371591008000, 371590108000, 371522116000];

    public static readonly SeedStep Step = new(665, "Example grid, visits and meetings", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (services.GetService<HouseholdKeys>() is not { } households || await db.Set<Visit>().AnyAsync(v => v.Remark == DemoPeople.Mark, ct)) return;
        var (writer, settings, tree) = (services.GetRequiredService<BulkWriter>(), services.GetRequiredService<SettingsDirectory>(), services.GetRequiredService<RegionDirectory>().Tree);
        var today = services.GetRequiredService<Clock>().Today;
        await db.InTransactionAsync(
            async inner =>
            {
                foreach (var town in Towns)
                {
                    var range = RegionKey.Subtree(town);
                    var homes = await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi).OrderBy(h => h.Region).ThenBy(h => h.Id).ToListAsync(inner);
                    if (homes.Count == 0) continue;
                    var villages = homes.Select(h => h.Region).Distinct().ToList();
                    var helpers = HelpersOf(homes, 0);
                    // The first helper of 大杨新村 is the demo account.
                    if (helpers.FirstOrDefault(h => h.Region == Dayang && h.EndedOn is null) is { } first)
                        foreach (var own in helpers.Where(h => h.Region == Dayang && h.EndedOn is null && h.Helper == first.Helper)) own.Account = "demo.helper";
                    await WriteAsync([.. villages.SelectMany((v, i) => DemoPeople.OfVillage(v, i, new(2019, 3, 1), tree.NameOf(town))), .. helpers], inner);
                    var visits = VisitsOf(helpers, today);
                    await WriteAsync(visits, inner);
                    await WriteAsync(await VisitProblems.EffectsAsync(db, visits, settings, inner), inner);
                    await WriteAsync([.. AidOf(helpers), .. DemoMeetings.PledgesOf(town, villages, tree), .. PostingsOf(villages, today)], inner);
                    var meetings = DemoMeetings.MeetingsOf(town, tree, today);
                    await WriteAsync(meetings, inner);
                    await WriteAsync([.. meetings.SelectMany((m, i) => DemoMeetings.LinesOf(m, i, tree.NameOf(town), today))], inner);
                }

                await DemoPictures.AddAsync(db, inner);
                return 0;
            },
            ct);

        Task WriteAsync(IReadOnlyList<LedgerRow> rows, CancellationToken inner) => writer.WriteAsync(db, [.. rows.Select(r => new RowWrite(r, null))], null, inner);
    }

    /// <summary>One helper for some households of one village, each after the other; some had another one before.</summary>
    public static IReadOnlyList<Assignment> HelpersOf(IReadOnlyList<HouseholdKey> homes, int first)
    {
        var rows = new List<Assignment>();
        var person = first;
        foreach (var village in homes.GroupBy(h => h.Region))
        {
            foreach (var some in village.Chunk(OfOne))
            {
                foreach (var home in some)
                {
                    if ((home.Id + 3) % NobodyEvery == 0) continue;
                    var isSecond = home.Id % HandedOverEvery == 0;
                    if (isSecond)
                    {
                        var before = DemoPeople.Helper(home, person + 5, new(2018, 9, 1));
                        (before.EndedOn, before.EndReason) = (new(2020, 5, 31), "工作调动");
                        rows.Add(before);
                    }

                    rows.Add(DemoPeople.Helper(home, person, isSecond ? new(2020, 6, 1) : new(2019, 3, 1)));
                }

                person++;
            }
        }

        return rows;
    }

    /// <summary>Each week's round; in the last one some households were left out, and some helpers came on the last day only.</summary>
    public static IReadOnlyList<Visit> VisitsOf(IReadOnlyList<Assignment> helpers, DateOnly today)
    {
        var visits = new List<Visit>();
        foreach (var (helper, i) in helpers.Where(h => h.EndedOn is null).Select((h, i) => (h, i)))
            for (var week = 0; week < Weeks; week++)
            {
                if ((i + week * 5) % 11 == 3 || (week == 0 && i % 8 == 2)) continue;
                visits.Add(DemoTexts.Visit(helper, today.AddDays(-7 * week - i % 7), i + week * 7, week == 1 ? FindingEvery : 0));
            }

        return visits;
    }

    private static IEnumerable<LedgerRow> AidOf(IReadOnlyList<Assignment> helpers) =>
        helpers.Where(h => h.EndedOn is null).SelectMany((h, i) => i % 10 == 7 ? [] : i % 3 == 0 ? new[] { DemoTexts.Aid(h, i), DemoTexts.Aid(h, i + 3) } : [DemoTexts.Aid(h, i)]);

    private static IEnumerable<LedgerRow> PostingsOf(IReadOnlyList<long> villages, DateOnly today) => villages.Where((_, i) => i % 4 != 3).Select((v, i) => new Posting
    {
        Region = v,
        PostedOn = today.AddDays(i % 3 == 0 ? -3 : -20 - i % 5),
        Venue = "村委会公开栏",
        Remark = DemoPeople.Mark,
    });
}

using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Households.Movements;
using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>Income sheets, movements and screenings of synthetic households for the verb <c>demo</c>; what follows from them follows as from a form.</summary>
internal static class MoreBooks
{
    private const int ScreenedPercent = 80, OneDeathIn = 40, DaysBack = 300;

    public static readonly IReadOnlyList<DemoSource> Sources = [new(11, MakeIncomesAsync), new(12, MakeMovementsAsync), new(13, ApplyMovementsAsync), new(40, MakeScreeningsAsync), new(41, OpenProblemsAsync)];

    private static async Task<IReadOnlyList<LedgerRow>> MakeIncomesAsync(DemoBatch batch, CancellationToken ct)
    {
        var households = await HouseholdsAsync(batch, ct);
        return [.. households.SelectMany(h => DemoIncomes.Of(h, batch.Random))];
    }

    private static async Task<IReadOnlyList<LedgerRow>> MakeMovementsAsync(DemoBatch batch, CancellationToken ct)
    {
        var households = await HouseholdsAsync(batch, ct);
        var members = await DemoScreenings.MembersAsync(batch.Db, [.. households.Select(h => h.Id)], ct);
        var deaths = households.Where(_ => batch.Random.Next(OneDeathIn) == 0).Select(h => DemoMovements.Death(h, members[h.Id], batch.Random, batch.Today)).OfType<Movement>();
        return [.. households.SelectMany(DemoMovements.Told).Concat(deaths)];
    }

    /// <summary>Changes rows that the batch has just written, so it writes them itself.</summary>
    private static async Task<IReadOnlyList<LedgerRow>> ApplyMovementsAsync(DemoBatch batch, CancellationToken ct)
    {
        var writes = await MovementEffects.OfAsync(batch.Written<Movement>(), Context(batch), ct);
        await batch.Services.GetRequiredService<BulkWriter>().WriteAsync(batch.Db, writes, null, ct);
        return [];
    }

    private static async Task<IReadOnlyList<LedgerRow>> MakeScreeningsAsync(DemoBatch batch, CancellationToken ct)
    {
        var maker = new ScreeningMaker(batch.Random, batch.Services.GetRequiredService<SettingsDirectory>());
        var households = await HouseholdsAsync(batch, ct);
        var members = await DemoScreenings.MembersAsync(batch.Db, [.. households.Select(h => h.Id)], ct);
        return [.. households.Where(_ => batch.Random.Next(100) < ScreenedPercent).Select(h => maker.Make(h, [.. members[h.Id]], batch.Today.AddDays(-batch.Random.Next(DaysBack))))];
    }

    private static async Task<IReadOnlyList<LedgerRow>> OpenProblemsAsync(DemoBatch batch, CancellationToken ct) =>
        [.. (await ScreeningProblems.OfAsync(batch.Written<Screening>(), Context(batch), ct)).Select(w => w.Row)];

    private static EffectContext Context(DemoBatch batch) => new(batch.Db, batch.Services.GetRequiredService<SettingsDirectory>(), new RowContext(batch.Today, UserIdentity.System));

    private static Task<List<Household>> HouseholdsAsync(DemoBatch batch, CancellationToken ct)
    {
        var (low, high) = (batch.Households.Min(h => h.Id), batch.Households.Max(h => h.Id));
        return batch.Db.Set<Household>().AsNoTracking().Where(h => h.Id >= low && h.Id <= high).OrderBy(h => h.Id).ToListAsync(ct);
    }
}

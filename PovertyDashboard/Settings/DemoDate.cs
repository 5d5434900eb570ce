using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Settings;

/// <summary>The demo store stands on the last day of the newspaper page's month (数据截至 2020-08-31).</summary>
internal static class DemoDate
{
    private static readonly DateOnly AsOf = new(2020, 8, 31);

    public static readonly SeedStep Step = new(100, "As-of date of the demo store", DemoOnly: true, SetAsync);

    private static async Task SetAsync(IServiceProvider services, CancellationToken ct)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct))
        {
            if (await db.Set<Setting>().AnyAsync(s => s.Key == Clock.AsOfKey, ct)) return;
            db.Add(new Setting { Key = Clock.AsOfKey, Title = "数据截至日期", Value = Ledgers.ColumnText.Day(AsOf), EffectiveFrom = AsOf, Source = "演示数据" });
            await db.SaveChangesAsync(ct);
        }

        await services.GetRequiredService<SettingsDirectory>().LoadAsync(ct);
    }
}

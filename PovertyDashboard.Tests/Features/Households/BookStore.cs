using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Households;

/// <summary>The room's books on a real store, saved as its forms do; with the remediation ledger that findings go to.</summary>
internal sealed class BookStore : IAsyncDisposable
{
    public const long Sanhe = HouseholdStore.Sanhe;

    public static readonly DateOnly Today = HouseholdStore.Day;

    public static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([HouseholdStore.Zhangzhai])),
        Colleague = new("colleague", "钱某", [Roles.Staff], RegionScope.Of([HouseholdStore.Zhangzhai])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([HouseholdStore.Zhangzhai]));

    private BookStore(HouseholdStore store) => Store = store;

    public HouseholdStore Store { get; }

    public SettingsDirectory Settings => Store.Services.GetRequiredService<SettingsDirectory>();

    public static async Task<BookStore> OpenAsync(params LedgerRow[] rows)
    {
        var store = new BookStore(await HouseholdStore.OpenAsync(services => services.AddTestLedgerPages().AddRemediation()));
        if (rows.Length > 0) await store.Store.AddAsync(rows);
        return store;
    }

    /// <summary>王某 with wife, daughter of twelve and mother.</summary>
    public static (Household Household, LedgerRow[] Rows) Family(string number = "3715221169000010", string head = "王某", Action<Household>? set = null)
    {
        var household = HouseholdStore.Household(Sanhe, number, head, h =>
        {
            (h.Size, h.HouseGrade, h.Year, h.IncomePerHead) = (4, "B级", 2019, 5_000_00);
            set?.Invoke(h);
        });
        return (household, [household, Person("01", head, "户主", 1975), Person("02", "李某", "配偶", 1977), Person("03", "王小某", "之女", 2008, m => m.Student = "小学"), Person("04", "张某", "之母", 1948)]);

        Member Person(string order, string name, string relation, int year, Action<Member>? more = null) => HouseholdStore.Member(household, number[..15] + "0" + order, name, m =>
        {
            (m.Relation, m.BornOn, m.IdNumber, m.ResidentHealthInsurance) = (relation, new DateOnly(year, 3, 1), "", true);
            more?.Invoke(m);
        });
    }

    public async Task<T> WithAsync<TService, T>(UserIdentity user, Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<SaveOutcome> TryAsync(Ledger ledger, LedgerRow row, UserIdentity? user = null) =>
        WithAsync<LedgerEditor, SaveOutcome>(user ?? Staff, e => e.SaveAsync(ledger, row, row.Version, CancellationToken.None));

    public async Task<T> SaveAsync<T>(Ledger ledger, T row)
        where T : LedgerRow
    {
        var outcome = await TryAsync(ledger, row);
        Assert.True(outcome is RowSaved, outcome is RowInvalid invalid ? string.Join(' ', invalid.Faults.Select(f => f.Message)) : outcome.ToString());
        return (T)((RowSaved)outcome).Row;
    }

    /// <summary>The sentences with which the row is refused.</summary>
    public async Task<string> FaultsAsync(Ledger ledger, LedgerRow row) => string.Join('\n', Assert.IsType<RowInvalid>(await TryAsync(ledger, row)).Faults.Select(f => f.Message));

    public Task<List<T>> AllAsync<T>()
        where T : LedgerRow => Store.RunAsync(db => db.Set<T>().AsNoTracking().OrderBy(r => r.Id).ToListAsync());

    /// <summary>The figure of the measure in the village on the day.</summary>
    public async Task<long> CountAsync(string measure, DateOnly? day = null)
    {
        var found = Store.Catalog.Measure(measure)!;
        var figure = await Store.Totals.FigureAsync(found, Sanhe, RegionScope.Everything, day ?? Today, CancellationToken.None);
        return found.Kind == MeasureKind.Sum ? figure.Sum : figure.Count;
    }

    /// <summary>Totals are counted anew, as after the push of a change.</summary>
    public void Forget() => Store.Totals.Clear();

    public async Task ActAsync(UserIdentity user, Problem problem, ProblemAct act, ActForm form)
    {
        var result = await WithAsync<ProblemDesk, ActResult>(user, async desk =>
            await desk.ActAsync(new ProblemRef(problem.Id, (await desk.FindAsync(problem.Id, CancellationToken.None))!.Version), act, form, CancellationToken.None));
        Assert.True(result.IsDone, result.Message);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Dashboard;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

/// <summary>
/// Tries out what an account may really do to a ledger: each verb is asked of the service that serves the page, on one row of the ledger that lies
/// where all of them work (大杨新村, of a household of the demo helper; 韩集镇 where a ledger is kept by townships).
/// </summary>
internal sealed class RoleBench(TestSite site)
{
    public const long Hanji = 371590115000, Dayang = 371590115299;

    private const string Reason = "核对";

    private static readonly Dictionary<string, string> Accounts = new()
    {
        [Roles.Leader] = "demo.leader",
        [Roles.Staff] = "demo.office",
        [Roles.Inspector] = "demo.inspector",
        [Roles.Clinic] = "demo.clinic",
        [Roles.Helper] = "demo.helper",
        [Roles.Cadre] = "demo.cadre",
        [Roles.Auditor] = "demo.auditor",
        [Roles.Discipline] = "demo.discipline",
        [Roles.Administrator] = "demo.admin",
    };

    private readonly Dictionary<string, (UserIdentity User, HttpClient Browser)> _people = [];

    private LedgerCatalog Catalog => site.Services.GetRequiredService<LedgerCatalog>();

    /// <summary>Logs everybody in; those whose demo places lie elsewhere get 韩集镇.</summary>
    public async Task OpenAsync()
    {
        foreach (var (role, account) in Accounts)
        {
            if (role is Roles.Staff or Roles.Auditor) await site.AsAsync(UserIdentity.System, services => MoveAsync(services.GetRequiredService<UserManager<AppUser>>(), account));
            _people[role] = (await DemoIdentity.OfAsync(site, account), await site.LoggedInAsync(account));
        }
    }

    public UserIdentity Of(string role) => _people[role].User;

    /// <summary>The letters of what the role may do to the row, in the order of the matrix.</summary>
    public async Task<string> CellAsync(string role, Ledger ledger, LedgerRow row, byte[] file)
    {
        var letters = new StringBuilder();
        if (await SeesAsync(role, ledger, row)) letters.Append('看');
        if (await ReadsFiguresAsync(role, ledger)) letters.Append('数');
        if (await SavesAsync(role, ledger, Blank(ledger, row), 0)) letters.Append('增');
        if (await SavesAsync(role, ledger, await StoredAsync(ledger, row.Id), row.Version)) letters.Append('改');
        if (await ChangesByActsAsync(role, ledger, row)) letters.Append('办');
        if (await DeletesAsync(role, ledger, row)) letters.Append('删');
        if (await ImportsAsync(role, ledger, file)) letters.Append('入');
        if (await ExportsAsync(role, ledger, row, file, full: false)) letters.Append('出');
        if (await ExportsAsync(role, ledger, row, file, full: true)) letters.Append('全');
        return letters.Length == 0 ? "-" : letters.ToString();
    }

    /// <summary>The row of the ledger that everybody is asked about; one of another place is moved there where none lies there yet.</summary>
    public async Task<LedgerRow> RowAsync(Ledger ledger)
    {
        var place = ledger.Columns.Any(c => c.Place == RegionLevel.Village) ? Dayang : Hanji;
        var home = await site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().AsNoTracking().SingleAsync(h => h.Id == Of(Roles.Helper).Scope.Households![0]));
        return await site.InStoreAsync(UserIdentity.System, async db =>
        {
            var rows = await ledger.Rows(db).AsNoTracking().ToListAsync();
            if (rows.Find(r => r.Region == place && IsOwn(r)) is { } found) return found;
            var moved = await DeletedRows.ById(db, ledger, rows[^1].Id).SingleAsync();
            moved.Region = place;
            if (moved is IHouseholdRow named) (named.HouseholdName, named.HouseholdId) = (home.HeadName, home.Id);
            await db.SaveChangesAsync();
            return await DeletedRows.ById(db, ledger, moved.Id).AsNoTracking().SingleAsync();
        });
    }

    /// <summary>The row as a file that an office would hand in.</summary>
    public Task<byte[]> FileAsync(Ledger ledger, LedgerRow row) => site.AsAsync(UserIdentity.System, async services =>
    {
        using var output = new MemoryStream();
        await services.GetRequiredService<LedgerExport>().WriteAsync(ledger, new ExportRequest(new LedgerQuery { Ids = [row.Id] }, [], IsFull: true, Reason), asCsv: true, output, CancellationToken.None);
        return output.ToArray();
    });

    private static async Task<IdentityResult> MoveAsync(UserManager<AppUser> users, string account)
    {
        var user = (await users.FindByNameAsync(account))!;
        user.Regions = AppUser.JoinKeys([Hanji]);
        return await users.UpdateAsync(user);
    }

    private bool IsOwn(LedgerRow row) => row is not (IHousehold or IHouseholdMember or IHouseholdRow) || Of(Roles.Helper).Scope.Holds(row);

    private Task<LedgerRow> StoredAsync(Ledger ledger, long id) => site.InStoreAsync(UserIdentity.System, db => DeletedRows.ById(db, ledger, id).AsNoTracking().SingleAsync());

    private static LedgerRow Blank(Ledger ledger, LedgerRow like)
    {
        var row = ledger.NewRow();
        row.Region = like.Region;
        if (row is IHouseholdRow named && like is IHouseholdRow known) (named.HouseholdName, named.HouseholdId) = (known.HouseholdName, known.HouseholdId);
        return row;
    }

    /// <summary>The list and the row's own address say the same.</summary>
    private Task<bool> SeesAsync(string role, Ledger ledger, LedgerRow row) => site.AsAsync(Of(role), async services =>
    {
        var reader = services.GetRequiredService<LedgerPageReader>();
        var listed = (await reader.ReadAsync(ledger, new LedgerQuery { Ids = [row.Id] }, CancellationToken.None)).Page.Total == 1;
        Assert.Equal(listed, (await reader.RowAsync(ledger, row.Id, CancellationToken.None)).Row is not null);
        return listed && Of(role).MayList(ledger);
    });

    /// <summary>The chips above the list and the dashboards say the same.</summary>
    private Task<bool> ReadsFiguresAsync(string role, Ledger ledger) => site.AsAsync(Of(role), async services =>
    {
        var read = await services.GetRequiredService<LedgerPageReader>().ReadAsync(ledger, new LedgerQuery(), CancellationToken.None);
        var shown = read.Figures.GetValueOrDefault(ledger.AllRows.Key).Count > 0;
        var view = DashboardView.Of(Hanji, Of(role), site.Services.GetRequiredService<RegionDirectory>().Tree);
        foreach (var measure in Catalog.MeasuresOf(ledger))
        {
            var onDashboard = view is not null && services.GetRequiredService<DashboardFigures>().Knows(measure.Key, view);
            Assert.Equal((measure.Key, role, read.Figures.ContainsKey(measure.Key) && view is not null), (measure.Key, role, onDashboard));
        }

        return shown;
    });

    /// <summary>A form that is wrong or late has been let in; only <see cref="RowRefused"/> is a closed door.</summary>
    private async Task<bool> SavesAsync(string role, Ledger ledger, LedgerRow row, int version) =>
        await site.AsAsync(Of(role), s => s.GetRequiredService<LedgerEditor>().SaveAsync(ledger, row, version, CancellationToken.None)) is not RowRefused;

    /// <summary>What the pages of rooms (办理) save passes the change pipeline; here nothing is kept.</summary>
    private Task<bool> ChangesByActsAsync(string role, Ledger ledger, LedgerRow row) => site.InStoreAsync(Of(role), async db =>
    {
        var copy = await StoredAsync(ledger, row.Id);
        db.Entry(copy).State = EntityState.Modified;
        try
        {
            await db.TryOutAsync(db.SaveChangesAsync, CancellationToken.None);
            return true;
        }
        catch (ChangeRefusedException)
        {
            return false;
        }
    });

    /// <summary>A version that nobody has seen: whoever may delete is told so, and the row stays.</summary>
    private async Task<bool> DeletesAsync(string role, Ledger ledger, LedgerRow row) =>
        await site.AsAsync(Of(role), s => s.GetRequiredService<LedgerEditor>().DeleteAsync(ledger, row.Id, -1, Reason, CancellationToken.None)) is not RowRefused;

    private Task<bool> ImportsAsync(string role, Ledger ledger, byte[] file) => site.AsAsync(Of(role), async services =>
    {
        using var sheet = new MemoryStream(file);
        var result = await services.GetRequiredService<Importer>().ImportAsync(sheet, $"{ledger.Title}.csv", ReadLimits.Web, new ImportRequest(ledger.Key, Hanji, DryRun: true), null, CancellationToken.None);
        return result.Rejection.Length == 0 && Assert.Single(result.Sheets).Rejection.Length == 0;
    });

    /// <summary>Whether the file that the address answers with holds the row; no number stands in it that the role may not see.</summary>
    private async Task<bool> ExportsAsync(string role, Ledger ledger, LedgerRow row, byte[] file, bool full)
    {
        var query = new LedgerQuery { Ids = [row.Id] }.ToQueryString(withPage: false);
        using var answer = await _people[role].Browser.GetAsync($"/ledgers/{ledger.Key}/export{query}&format=csv{(full ? $"&full=1&reason={Reason}" : "")}");
        if (answer.StatusCode is HttpStatusCode.Forbidden) return false;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var column in ledger.Columns.Where(c => c.HiddenFrom(Of(role)) is not Sensitivity.None && !(full && c.HiddenFrom(Of(role)) != Sensitivity.Clinical)))
            if (ColumnText.Format(column, column.Get(row)) is { Length: > 3 } secret) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        return text.Count(c => c == '\n') == Encoding.UTF8.GetString(file).Count(c => c == '\n');
    }
}

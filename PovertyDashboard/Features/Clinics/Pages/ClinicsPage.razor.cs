using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>The clinics of a place (义诊): figures, who must be referred at once, and every clinic; live.</summary>
public sealed partial class ClinicsPage(
    ClinicDesk desk, ClinicFigures figures, RegionDirectory regions, LiveFeed feed, CurrentUser user, Clock clock) : ComponentBase, IAsyncDisposable
{
    private static readonly IReadOnlyList<FigureColumn> PlainColumns =
        [new("义诊地点", IsNumber: false), new("日期", IsNumber: false), new("地区", IsNumber: false), new("组织单位", IsNumber: false), new("服务人数"), new("其中入户")];

    private static readonly IReadOnlyList<FigureColumn> Columns = [.. PlainColumns, new("登记"), new("血压提示"), new("血糖提示"), new("紧急转诊")];

    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;
    private IReadOnlyList<ClinicSummary>? clinics;
    private IReadOnlyList<ClinicPerson> urgent = [];
    private IReadOnlyList<ClinicTile> tiles = [];
    private long region;
    private long changes;
    private bool isMissing;
    private string asOf = "";

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private bool MayAdd => ClinicLedger.Ledger.MayEdit(user.Identity);

    private string ScopeText => clinics is null ? "" : $"{regions.Tree.NameOf(region)} · 数据截至 {ColumnText.Day(clock.Today)}";

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await left.CancelAsync();
        left.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => batch.Touches(ClinicFigures.Ledgers) ? InvokeAsync(FollowAsync) : Task.CompletedTask);
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? figures.Home;
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        return isMissing ? Task.CompletedTask : ReadAsync();
    }

    private async Task FollowAsync()
    {
        changes++;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            tiles = await figures.TilesAsync(region, left.Token);
            urgent = await desk.UrgentAsync(region, left.Token);
            clinics = await desk.ListAsync(region, left.Token);
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private IReadOnlyList<FigureCell> RowOf(ClinicSummary one)
    {
        var clinic = one.Clinic;
        IReadOnlyList<FigureCell> plain =
        [
            new FigureCell(clinic.Venue, HrefOf(clinic)), ColumnText.Day(clinic.HeldOn), regions.Tree.NameOf(clinic.Region), clinic.Organiser, Count(clinic.Served), Count(clinic.ServedAtHome),
        ];
        return desk.MayList ? [.. plain, Count(one.Records), Count(one.Pressure), Count(one.Glucose), new FigureCell(Count(one.Urgent), IsBad: one.Urgent > 0)] : plain;
    }

    private string ListOf(Ledger ledger) => LedgerAddress.Page(ledger, new LedgerQuery { Region = region });

    private static string HrefOf(Clinic clinic) => ClinicLedger.Ledger.RowHref!(clinic);

    private static string Count(int? count) => count?.ToString("#,0", CultureInfo.InvariantCulture) ?? "";
}

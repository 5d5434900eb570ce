using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>One clinic (义诊活动页): who must be referred at once, what was reported, registration on the spot and the persons; live.</summary>
public sealed partial class ClinicPage(ClinicDesk desk, RegionDirectory regions, LiveFeed feed, CurrentUser user, Clock clock) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;
    private ClinicSheet? sheet;
    private bool isMissing;
    private long changes;
    private string asOf = "";

    [Parameter]
    public long Id { get; set; }

    private IReadOnlyList<ClinicPerson> Urgent => [.. sheet!.People.Where(p => p.IsUrgent).OrderBy(p => p.FollowUp?.IsOpen == false).ThenByDescending(p => p.Id)];

    private bool MayEdit => ClinicLedger.Ledger.MayEdit(user.Identity) && user.Identity.Scope.Contains(sheet!.Clinic.Region);

    private string Scope => $"{sheet!.Clinic.HeldOn:yyyy-MM-dd} · {string.Join(' ', regions.Tree.PathOf(sheet.Clinic.Region).Skip(1).Select(n => n.Name))}";

    private string RecordsHref => LedgerAddress.Page(ClinicRecordLedger.Ledger, OfThisDay(null));

    private string UrgentHref => LedgerAddress.Page(ClinicRecordLedger.Ledger, OfThisDay(RecordMeasures.Urgent.Key));

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

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task FollowAsync()
    {
        changes++;
        await ReadAsync();
        StateHasChanged();
    }

    private Task ReloadAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        try
        {
            sheet = await desk.ReadAsync(Id, left.Token);
            isMissing = sheet is null;
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private LedgerQuery OfThisDay(string? measure) => new LedgerQuery { Region = RegionKey.TownshipOf(sheet!.Clinic.Region), Measure = measure }
        .WithFilter(nameof(ClinicRecord.HeldOn), ColumnText.Day(sheet.Clinic.HeldOn)).WithFilter(nameof(ClinicRecord.Venue), sheet.Clinic.Venue);
}

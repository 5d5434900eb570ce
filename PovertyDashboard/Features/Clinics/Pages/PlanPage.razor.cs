using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>The individual prevention plan of a person as a sheet to print (预防保健方案), for health roles.</summary>
public sealed partial class PlanPage(ClinicDesk desk, HealthHistory history, RegionDirectory regions) : ComponentBase, IDisposable
{
    /// <summary>As many as fit on the sheet.</summary>
    private const int Most = 6;

    private readonly CancellationTokenSource left = new();
    private ClinicRecord? record;
    private FollowUp? next;
    private IReadOnlyList<HealthPoint> points = [];
    private bool isMissing;

    /// <summary>Id of the clinic record.</summary>
    [Parameter]
    public long Id { get; set; }

    public static string AddressOf(long record) => string.Create(CultureInfo.InvariantCulture, $"/clinics/plans/{record}");

    private IEnumerable<HealthPoint> Points => points.TakeLast(Most);

    private string BackHref => LedgerAddress.Page(ClinicRecordLedger.Ledger, new LedgerQuery { Region = RegionKey.TownshipOf(record!.Region) }.WithFilter(nameof(ClinicRecord.HeldOn), ColumnText.Day(record.HeldOn)));

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!desk.MayRead) return;
        try
        {
            if (await desk.RecordAsync(Id, left.Token) is not { } found)
            {
                isMissing = true;
                return;
            }

            (record, next) = found;
            points = (await history.OfPersonAsync(found.Record, left.Token))?.Points ?? [];
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static string FlagsOf(HealthPoint point) => string.Join("；", new[] { point.PressureFlag, point.GlucoseFlag }.Where(f => f.Length > 0 && f != HealthFlags.Normal).DefaultIfEmpty(HealthFlags.Normal));

    private static string Or(string text) => text.Length == 0 ? ColumnText.Empty : text;

    private static string Day(DateOnly day) => day.ToString("yyyy 年 M 月 d 日", CultureInfo.InvariantCulture);
}

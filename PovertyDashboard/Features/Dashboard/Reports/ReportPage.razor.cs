using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard.Reports;

/// <summary>The weekly bulletin (周报) and the monthly report (月报) of a place: every system's figures, before and now.</summary>
public sealed partial class ReportPage(ReportReader reader, CurrentUser user, RegionDirectory regions, Clock clock, NavigationManager navigation) : ComponentBase, IDisposable
{
    public const string Week = "/reports/week";

    private readonly CancellationTokenSource _closed = new();
    private DashboardView? view;
    private ReportPeriod period = default!;
    private Report? report;

    /// <summary>A day of the week; without it the current one.</summary>
    [SupplyParameterFromQuery(Name = "day")]
    private string? Day { get; set; }

    /// <summary>The month as yyyymm; without it the current one.</summary>
    [SupplyParameterFromQuery(Name = "month")]
    private int? Month { get; set; }

    /// <summary>Key of the place; without it the user's own.</summary>
    [SupplyParameterFromQuery(Name = "region")]
    private long? Region { get; set; }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var isMonth = navigation.ToBaseRelativePath(navigation.Uri).StartsWith("reports/month", StringComparison.Ordinal);
        period = ReportPeriod.Of(isMonth, Asked(isMonth), clock.Today);
        view = DashboardView.Of(Region, user.Identity, regions.Tree);
        report = null;
        await ReadAsync();
    }

    private static string ToneOf(ReportLine line) => line.Change?.Tone switch { ChangeTone.Good => "good", ChangeTone.Bad => "bad", _ => "" };

    private DateOnly? Asked(bool isMonth)
    {
        if (isMonth) return Month is { } month && YearMonth.IsMonth(month) ? YearMonth.First(month) : null;
        return DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private Task HearAsync(LiveBatch batch) => view is not null && batch.Changes.Values.Any(view.IsTouchedBy) ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        if (view is null) return;
        try
        {
            report = await reader.ReadAsync(period, view, _closed.Token);
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}

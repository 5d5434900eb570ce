using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>The public notice of people on posts by village (公示表), to be printed and put up; <see cref="NoticeLine"/> says what it may show.</summary>
public sealed partial class NoticePage(NoticeReader reader, RegionDirectory regions, SettingsDirectory settings, CurrentUser user, Clock clock) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource left = new();
    private IReadOnlyList<NoticeLine>? lines;
    private DateOnly from;
    private bool isMissing;
    private long region;
    private int days;
    private string phone = "";

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private bool IsAbove => RegionKey.LevelOf(region) < RegionLevel.Township;

    private string ScopeText => $"公益岗 · {regions.Tree.NameOf(region)}" + (lines is { } shown ? $" · {shown.Count} 人" : "");

    public void Dispose()
    {
        left.Cancel();
        left.Dispose();
    }

    protected override void OnInitialized() => from = clock.Today;

    protected override async Task OnParametersSetAsync()
    {
        region = Asked ?? JobsPlace.HomeOf(user.Identity.Scope, regions.Tree);
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        days = Math.Max(1, settings.Number(JobsSettings.PostedDaysKey, clock.Today, 5));
        phone = settings.Text(JobsSettings.HotlineKey, clock.Today) ?? "";
        lines = null;
        if (isMissing || IsAbove) return;
        try
        {
            lines = await reader.ReadAsync(region, left.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private void Start(ChangeEventArgs e)
    {
        if (DateOnly.TryParseExact(e.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) from = day;
    }

    private string Pay(NoticeLine line) => (line.Pay ?? settings.Pay(YearMonth.Of(clock.Today))) is { } fen ? WageRules.Yuan(fen) : ColumnText.Empty;

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {day.Month} 月 {day.Day} 日");
}

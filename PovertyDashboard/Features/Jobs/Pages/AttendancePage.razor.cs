using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>The tick grid of a month (考勤表): one tap a day, each stored at once; above townships it leads to them.</summary>
public sealed partial class AttendancePage : ComponentBase, IAsyncDisposable
{
    private const string Route = "/jobs/attendance";

    private static readonly IReadOnlyList<FigureColumn> TownColumns = [new("乡镇", IsNumber: false), new("在岗"), new("已记完"), new("没记完")];

    private readonly AttendanceReader reader;
    private readonly AttendanceDesk desk;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly Snack snack;
    private readonly IJSRuntime js;
    private readonly LiveReload live;
    private IReadOnlyList<AttendanceVillage>? villages;
    private IReadOnlyList<AttendanceTown>? towns;
    private IJSObjectReference? module;
    private ElementReference host;
    private bool isWired;
    private bool busy;
    private bool isMissing;
    private long region;
    private int month;
    private string asOf = "";

    public AttendancePage(AttendanceReader reader, AttendanceDesk desk, RegionDirectory regions, CurrentUser user, Clock clock, Snack snack, IJSRuntime js, LiveFeed feed)
    {
        (this.reader, this.desk, this.regions, this.user, this.clock, this.snack, this.js) = (reader, desk, regions, user, clock, snack, js);
        live = new LiveReload(feed, [AttendanceLedger.Key, HolderLedger.Key], () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? AskedRegion { get; set; }

    [SupplyParameterFromQuery(Name = "month")]
    private string? AskedMonth { get; set; }

    private bool IsAbove => RegionKey.LevelOf(region) < RegionLevel.Township;

    private DateOnly UpTo => clock.Today < YearMonth.Last(month) ? clock.Today : YearMonth.Last(month);

    private int Blank => villages?.Sum(v => v.Lines.Sum(l => AttendanceReader.BlankDays(l, month, UpTo))) ?? 0;

    private string ScopeText => $"公益岗 · {regions.Tree.NameOf(region)}" + (villages is { Count: > 0 } ? $" · {villages.Sum(v => v.Lines.Count)} 人" : "");

    public async ValueTask DisposeAsync()
    {
        live.Dispose();
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and its module with it.
        }
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        var today = YearMonth.Of(clock.Today);
        region = AskedRegion ?? JobsPlace.HomeOf(user.Identity.Scope, regions.Tree);
        month = Math.Min(JobsPlace.MonthOf(AskedMonth) ?? today, today);
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        (villages, towns) = (null, null);
        return isMissing ? Task.CompletedTask : ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (villages is not { Count: > 0 })
        {
            isWired = false;
            return;
        }

        if (isWired) return;
        isWired = true;
        module ??= await js.InvokeAsync<IJSObjectReference>("import", live.Left, "./Features/Jobs/Pages/AttendancePage.razor.js");
        await module.InvokeVoidAsync("wire", live.Left, host);
    }

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            if (IsAbove) towns = await reader.TownsAsync(region, month, live.Left);
            else villages = await reader.VillagesAsync(region, month, live.Left);
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <summary>The row has stored something: sums above the table follow.</summary>
    private void Take(AttendanceLine line) =>
        villages = [.. villages!.Select(v => v.Lines.Any(l => l.HolderId == line.HolderId) ? v with { Lines = [.. v.Lines.Select(l => l.HolderId == line.HolderId ? line : l)] } : v)];

    private async Task FillAllAsync()
    {
        busy = true;
        var filled = 0;
        try
        {
            foreach (var line in villages!.SelectMany(v => v.Lines).Where(l => AttendanceReader.BlankDays(l, month, UpTo) > 0).ToList())
            {
                var outcome = await desk.FillAsync(line.HolderId, month, live.Left);
                if (outcome is { IsDone: true, Row: { } row })
                {
                    Take(line.With(row));
                    filled++;
                }
                else snack.Failed($"{line.Name}：{outcome.Message}");
            }

            if (filled > 0) snack.Done("补记考勤", filled, "人");
        }
        finally
        {
            busy = false;
        }
    }

    private IReadOnlyList<FigureCell> TownRow(AttendanceTown town) =>
    [
        new FigureCell(regions.Tree.NameOf(town.Region), JobsPlace.Address(Route, town.Region, month)),
        town.People.ToString(CultureInfo.InvariantCulture), town.Marked.ToString(CultureInfo.InvariantCulture), (town.People - town.Marked).ToString(CultureInfo.InvariantCulture),
    ];

    private string Week(int day) => "日一二三四五六"[(int)YearMonth.Day(month, day).DayOfWeek].ToString();

    private bool IsWeekend(int day) => YearMonth.Day(month, day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    internal static string MarkClass(char mark) => mark switch { MonthMarks.Present => "present", MonthMarks.Leave => "leave", MonthMarks.Absent => "absent", MonthMarks.Rest => "rest", _ => "blank" };
}

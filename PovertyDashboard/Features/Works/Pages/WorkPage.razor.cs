using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>One work with its sketch and the photos before and after (改造项目); live, and printable.</summary>
public sealed partial class WorkPage : ComponentBase, IDisposable
{
    private static readonly IReadOnlyList<Column> Facts = [.. WorkLedger.Ledger.Columns.Where(c => c.Place is null && c != WorkLedger.Sketch)];

    private readonly WorksReader reader;
    private readonly SketchDesk desk;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly IDialogService dialogs;
    private readonly Snack snack;
    private readonly LiveReload live;
    private Work? work;
    private Sketch? sketch;
    private int version;
    private bool isMissing;
    private bool isDrawing;

    public WorkPage(WorksReader reader, SketchDesk desk, RegionDirectory regions, CurrentUser user, Clock clock, IDialogService dialogs, Snack snack, LiveFeed feed)
    {
        (this.reader, this.desk, this.regions, this.user, this.clock, this.dialogs, this.snack) = (reader, desk, regions, user, clock, dialogs, snack);
        live = new LiveReload(feed, [WorkLedger.Key, nameof(WorkSketch), nameof(Attachment)], () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long Id { get; set; }

    private bool MayDraw => desk.MayDraw(work!);

    private LedgerView View => new(WorkLedger.Ledger, new LedgerQuery(), clock.Today, user.Identity, _ => Task.CompletedTask, _ => Task.CompletedTask, _ => Task.CompletedTask, ReadAsync);

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task FollowAsync()
    {
        // What is being drawn stays; saving says if somebody else was quicker.
        if (isDrawing) return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            work = await reader.WorkAsync(Id, live.Left);
            isMissing = work is null;
            (sketch, version) = work is not null && await desk.ReadAsync(Id, live.Left) is var (drawn, seen) ? (drawn, seen) : (null, 0);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task SavedAsync()
    {
        isDrawing = false;
        snack.Done("保存草图");
        await ReadAsync();
    }

    private async Task RemoveAsync()
    {
        var answer = await ConfirmDialog.AskAsync(dialogs, new ConfirmRequest($"删除 {work!.HouseholdName} {work.Item}的草图？", "删除草图", "删除后要重新画。", IsDanger: true));
        if (!answer.IsYes) return;
        if (await desk.RemoveAsync(Id, version, live.Left) is { } fault) snack.Failed(fault);
        else snack.Done("删除草图");
        await ReadAsync();
    }
}

using Microsoft.AspNetCore.Components;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>The notice board of a village (公示牌) with its timer, to be printed and put up; <see cref="BoardPerson"/> says what it may show.</summary>
public sealed partial class BoardPage : ComponentBase, IDisposable
{
    private readonly BoardReader reader;
    private readonly LedgerEditor editor;
    private readonly RegionDirectory regions;
    private readonly SettingsDirectory settings;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly Snack snack;
    private readonly LiveReload live;
    private VillageBoard? board;
    private long place;
    private bool isMissing;
    private int days;
    private string phone = "";
    private string fault = "";

    public BoardPage(BoardReader reader, LedgerEditor editor, RegionDirectory regions, SettingsDirectory settings, CurrentUser user, Clock clock, Snack snack, LiveFeed feed)
    {
        (this.reader, this.editor, this.regions, this.settings, this.user, this.clock, this.snack) = (reader, editor, regions, settings, user, clock, snack);
        live = new LiveReload(feed, [AssignmentLedger.Key, PostingLedger.Key, nameof(Attachment)], () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "place")]
    private long? Asked { get; set; }

    /// <summary>The place of the app bar's picker.</summary>
    [SupplyParameterFromQuery(Name = "region")]
    private long? Chosen { get; set; }

    private bool IsVillage => RegionKey.LevelOf(place) == RegionLevel.Village;

    private bool MayPost => PostingLedger.Ledger.MayEdit(user.Identity) && user.Identity.Scope.Contains(place);

    private IEnumerable<RegionNode> Below => regions.Tree.ChildrenOf(place).Where(n => user.Identity.Scope.Touches(n.Key) && n.ExistsOn(clock.Today));

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        place = Asked ?? Chosen ?? PagePlace.HomeOf(user.Identity.Scope, regions.Tree);
        isMissing = PagePlace.IsMissing(place, user.Identity.Scope, regions.Tree);
        days = Math.Max(1, settings.Number(PostingLedger.DaysKey, clock.Today, 7));
        phone = settings.Text(PostingLedger.HotlineKey, clock.Today) ?? "";
        (board, fault) = (null, "");
        return isMissing || !IsVillage ? Task.CompletedTask : ReadAsync();
    }

    private async Task FollowAsync()
    {
        if (isMissing || !IsVillage) return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            board = await reader.ReadAsync(place, clock.Today, settings.Number(PostingLedger.NamesKey, clock.Today, 1) == 1, live.Left);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <summary>The board was put up today: its timer begins.</summary>
    private async Task PostAsync()
    {
        fault = await editor.SaveAsync(PostingLedger.Ledger, new Posting { Region = place, PostedOn = clock.Today }, 0, CancellationToken.None) switch
        {
            RowSaved => "",
            RowInvalid invalid => invalid.Faults[0].Message,
            RowRefused refused => refused.Sentence,
            _ => "没有登记。请刷新后再试。",
        };
        if (fault.Length > 0) return;
        snack.Done($"登记公示，从今天起公示 {days} 天");
        await ReadAsync();
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.Places;

/// <summary>The tree of places (区划管理): find one, add below it, rename it, say from when to when it exists; for administrators only.</summary>
public sealed partial class RegionsPage(
    RegionService service, RegionDirectory regions, Clock clock, LiveFeed feed, IDialogService dialogs, ISnackbar snackbar, NavigationManager navigation, IJSRuntime js) : ComponentBase, IDisposable
{
    public const string Address = "/admin/regions";

    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
    private readonly CancellationTokenSource leaving = new();
    private IReadOnlyList<RegionChoice> choices = [];
    private RegionIndex index = new([]);
    private RegionTree? shown;
    private RegionDetail? detail;
    private IDisposable? subscription;
    private long? place;
    private long? revealed;
    private bool isReading = true;
    private string find = "";

    /// <summary>Key of the shown place; the city without one.</summary>
    [SupplyParameterFromQuery(Name = "place")]
    private long? Asked { get; set; }

    private long? Place => Asked ?? (regions.Tree.Nodes.Count > 0 ? regions.Tree.Nodes[0].Key : null);

    private IReadOnlyList<RegionChoice> Found => index.Search(find);

    private string ScopeText => $"{CountOf(RegionLevel.County)} 个县区，{CountOf(RegionLevel.Township)} 个乡镇，{CountOf(RegionLevel.Village):#,0} 个村";

    private string NounBelow => detail!.Node.Level switch { RegionLevel.City => "县区", RegionLevel.County => "乡镇", _ => "村" };

    private IEnumerable<(string What, string Value)> Facts
    {
        get
        {
            var node = detail!.Node;
            yield return ("全称", node.FullName);
            yield return ("上级", string.Join(" / ", regions.Tree.PathOf(node.Key).SkipLast(1).Select(n => n.Name)));
            yield return ("地区键", node.Key.ToString(CultureInfo.InvariantCulture));
            yield return ("区划代码", node.Code);
            yield return ("启用日期", DayOf(node.ValidFrom));
            yield return ("终止日期", DayOf(node.ValidTo));
            if (node.IsPovertyVillage) yield return ("省定贫困村", node.ExitedIn is { } year ? $"是，{year} 年退出" : "是");
            if (node.Successor is { } successor) yield return ("由谁接替", string.Join(" / ", regions.Tree.PathOf(successor).TakeLast(2).Select(n => n.Name)));
            if (node.FormerNames.Count > 0) yield return ("曾用名", string.Join("、", node.FormerNames));
            if (node.Level != RegionLevel.Village) yield return ("下级", $"{regions.Tree.ChildrenOf(node.Key).Count()} 个{NounBelow}");
        }
    }

    public void Dispose()
    {
        subscription?.Dispose();
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(_ => regions.Tree == shown ? Task.CompletedTask : InvokeAsync(FollowAsync));
    }

    protected override async Task OnParametersSetAsync()
    {
        Index();
        if (place == Place && detail is not null) return;
        place = Place;
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (revealed == place || find.Length > 0) return;
        revealed = place;
        await js.InvokeVoidAsync("shell.reveal", ".region-tree .selected");
    }

    private static string DayOf(DateOnly? day) => day is { } known ? Ledgers.ColumnText.Day(known) : "";

    private string? StateOf(RegionNode node)
    {
        if (node.ExistsOn(clock.Today)) return null;
        return node.ValidTo < clock.Today ? "已终止" : "未启用";
    }

    private int CountOf(RegionLevel level) => regions.Tree.Nodes.Count(n => n.Level == level && n.ExistsOn(clock.Today));

    /// <summary>The tree with the state behind the names, made again only when the places have changed.</summary>
    private void Index()
    {
        if (regions.Tree == shown) return;
        shown = regions.Tree;
        choices = [.. shown.Nodes.Select(n => new RegionChoice(n.Key, StateOf(n) is { } state ? $"{n.Name}（{state}）" : n.Name, (int)n.Level, RegionKey.ParentOf(n.Key)))];
        index = new RegionIndex(choices);
    }

    private async Task ReadAsync()
    {
        (isReading, detail) = (true, null);
        if (place is { } key) detail = await service.ReadAsync(key, leaving.Token);
        isReading = false;
    }

    private async Task FollowAsync()
    {
        Index();
        await ReadAsync();
        StateHasChanged();
    }

    private void Go(long key) => navigation.NavigateTo($"{Address}?place={key.ToString(CultureInfo.InvariantCulture)}");

    private Task EditAsync() => ShowAsync(detail!.Node, isNew: false);

    private Task AddAsync() => ShowAsync(detail!.Node, isNew: true);

    private async Task ShowAsync(RegionNode node, bool isNew)
    {
        var parameters = new DialogParameters<RegionDialog> { { d => d.Node, node }, { d => d.IsNew, isNew } };
        await FinishAsync(await dialogs.ShowAsync<RegionDialog>(null, parameters, Form));
    }

    private async Task ShiftAsync(bool isMerge)
    {
        var parameters = new DialogParameters<RegionMoveDialog> { { d => d.Node, detail!.Node }, { d => d.IsMerge, isMerge }, { d => d.Index, index } };
        await FinishAsync(await dialogs.ShowAsync<RegionMoveDialog>(null, parameters, Form));
    }

    private async Task FinishAsync(IDialogReference dialog)
    {
        if (await dialog.Result is not { Canceled: false, Data: AdminOutcome outcome }) return;
        snackbar.Add(outcome.Message, Severity.Success);
        find = "";
        Index();
        if (outcome.Key != place) Go(outcome.Key);
        else await ReadAsync();
    }
}

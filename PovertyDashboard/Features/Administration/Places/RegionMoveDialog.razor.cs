using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.Places;

/// <summary>Asks where a place goes and from when (并村、调整上级), says what goes along, and does it after a second yes.</summary>
public sealed partial class RegionMoveDialog(RegionMoves moves, RegionDirectory regions, Clock clock) : ComponentBase
{
    private AdminOutcome? outcome;
    private RegionChoice? chosen;
    private string find = "";
    private string on = "";
    private bool busy;

    [Parameter, EditorRequired]
    public RegionNode Node { get; set; } = default!;

    /// <summary>Into another village; else under another place.</summary>
    [Parameter]
    public bool IsMerge { get; set; }

    [Parameter, EditorRequired]
    public RegionIndex Index { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private string Title => IsMerge ? $"{Node.Name}并入其他村" : $"调整{Node.Name}的上级";

    private RegionLevel Wanted => IsMerge ? RegionLevel.Village : Node.Level - 1;

    private string Noun => Wanted switch { RegionLevel.Village => "村", RegionLevel.Township => "乡镇", _ => "县区" };

    private bool IsAsked => outcome is { Warnings.Count: > 0 };

    private string? Fault => outcome?.Faults.Select(f => f.Message).FirstOrDefault();

    /// <summary>Neighbours first: villages merge within their township nearly always.</summary>
    private IReadOnlyList<RegionChoice> Hits =>
        [.. Index.Search(find).Where(h => h.Level == (int)Wanted && h.Key != Node.Key && regions.Tree.Find(h.Key)?.ExistsOn(clock.Today) == true).OrderByDescending(h => h.Parent == RegionKey.ParentOf(Node.Key)).Take(8)];

    protected override void OnInitialized() => on = ColumnText.Day(clock.Today);

    private string PathOf(RegionChoice place) => string.Join(" / ", Index.PathOf(place.Parent).Select(p => p.Name).TakeLast(2));

    private void Find(string? typed) => (find, chosen, outcome) = (typed ?? "", null, null);

    private void Choose(RegionChoice place) => (chosen, find, outcome) = (place, place.Name, null);

    private async Task SaveAsync()
    {
        if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            outcome = AdminOutcome.Invalid([new Fault("起始日期", $"起始日期：不是日期（“{on}”）。请填写日期，例如 {ColumnText.Day(clock.Today)}。")]);
            return;
        }

        busy = true;
        StateHasChanged();
        outcome = IsMerge
            ? await moves.MergeAsync(Node.Key, chosen!.Key, day, IsAsked, CancellationToken.None)
            : await moves.MoveAsync(Node.Key, chosen!.Key, day, IsAsked, CancellationToken.None);
        busy = false;
        if (outcome.Done) Dialog.Close(outcome);
    }
}

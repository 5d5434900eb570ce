using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PovertyDashboard.Components.Shared.Places;

/// <summary>The tree of places with the selected measure's figure at every node (地区树); only open branches are rendered.</summary>
public sealed partial class RegionTreeView : ComponentBase
{
    private readonly string id = $"tree-{Guid.NewGuid():N}";
    private readonly HashSet<long> expanded = [];
    private readonly List<(RegionChoice Choice, int Depth)> visible = [];
    private IReadOnlyList<RegionChoice>? indexed;
    private long? shownSelected;
    private long? active;

    [Parameter, EditorRequired]
    public IReadOnlyList<RegionChoice> Regions { get; set; } = [];

    [Parameter]
    public long? Selected { get; set; }

    [Parameter]
    public EventCallback<long> SelectedChanged { get; set; }

    /// <summary>The head above the tree, or none inside the picker.</summary>
    [Parameter]
    public string? Title { get; set; } = "地区";

    /// <summary>The measure whose figures are shown, such as 未销号; none hides the figures.</summary>
    [Parameter]
    public string? MeasureTitle { get; set; }

    private RegionIndex Index { get; set; } = new([]);

    protected override void OnParametersSet()
    {
        var isFirst = indexed is null;
        if (!ReferenceEquals(indexed, Regions))
        {
            indexed = Regions;
            Index = new RegionIndex(Regions);
            if (isFirst) expanded.UnionWith(Regions.Where(r => r.IsPart).Select(r => r.Key));
        }
        if (isFirst || shownSelected != Selected)
        {
            shownSelected = Selected;
            active = Selected;
            foreach (var place in Index.PathOf(Selected)) expanded.Add(place.Key);
            if (Selected is null)
                foreach (var root in Index.Roots) expanded.Add(root.Key);
        }
        Flatten();
    }

    private string Id(long key) => $"{id}-{key}";

    private void Flatten()
    {
        visible.Clear();
        foreach (var root in Index.Roots) Add(root, 0);
        if (active is null || !visible.Any(v => v.Choice.Key == active)) active = visible.Count > 0 ? visible[0].Choice.Key : null;

        void Add(RegionChoice choice, int depth)
        {
            visible.Add((choice, depth));
            if (!expanded.Contains(choice.Key)) return;
            foreach (var child in Index.ChildrenOf(choice.Key)) Add(child, depth + 1);
        }
    }

    private void Toggle(long key)
    {
        if (!Index.HasChildren(key)) return;
        if (!expanded.Remove(key)) expanded.Add(key);
        active = key;
        Flatten();
    }

    private Task SelectAsync(long key)
    {
        active = key;
        return SelectedChanged.InvokeAsync(key);
    }

    private async Task PressAsync(KeyboardEventArgs e)
    {
        var at = visible.FindIndex(v => v.Choice.Key == active);
        if (at < 0) return;
        var key = visible[at].Choice.Key;
        switch (e.Key)
        {
            case "ArrowDown": active = visible[Math.Min(at + 1, visible.Count - 1)].Choice.Key; break;
            case "ArrowUp": active = visible[Math.Max(at - 1, 0)].Choice.Key; break;
            case "Home": active = visible[0].Choice.Key; break;
            case "End": active = visible[^1].Choice.Key; break;
            case "ArrowRight" when Index.HasChildren(key):
                if (expanded.Contains(key)) active = visible[at + 1].Choice.Key;
                else Toggle(key);
                break;
            case "ArrowLeft":
                if (expanded.Contains(key) && Index.HasChildren(key)) Toggle(key);
                else active = Index.Find(visible[at].Choice.Parent)?.Key ?? key;
                break;
            case "Enter" or " ": await SelectAsync(key); break;
        }
    }
}

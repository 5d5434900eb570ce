using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PovertyDashboard.Components.Shared.Places;

/// <summary>The place that every page is about (地区选择): path in grey, own place bold; search or tree.</summary>
public sealed partial class RegionPicker : ComponentBase
{
    private readonly string fieldId = $"region-{Guid.NewGuid():N}";
    private IReadOnlyList<RegionChoice>? indexed;
    private RegionIndex index = new([]);
    private IReadOnlyList<RegionChoice> path = [];
    private IReadOnlyList<RegionChoice> found = [];
    private string text = "";
    private bool isOpen;
    private bool wantsFocus;
    private ElementReference field;
    private ElementReference button;

    [Parameter, EditorRequired]
    public IReadOnlyList<RegionChoice> Regions { get; set; } = [];

    [Parameter]
    public long? Selected { get; set; }

    [Parameter]
    public EventCallback<long> SelectedChanged { get; set; }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(indexed, Regions))
        {
            indexed = Regions;
            index = new RegionIndex(Regions);
            // A place that was added while somebody types its name is found without another letter.
            found = index.Search(text.Trim());
        }

        path = index.PathOf(Selected);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!wantsFocus) return;
        wantsFocus = false;
        await field.FocusAsync();
    }

    private Task ToggleAsync()
    {
        if (isOpen) return CloseAsync();
        isOpen = wantsFocus = true;
        Type("");
        return Task.CompletedTask;
    }

    private async Task CloseAsync()
    {
        isOpen = false;
        await button.FocusAsync();
    }

    private void Type(string? value)
    {
        text = value ?? "";
        found = index.Search(text.Trim());
    }

    private async Task PickAsync(long key)
    {
        await CloseAsync();
        if (key != Selected) await SelectedChanged.InvokeAsync(key);
    }

    private Task PressAsync(KeyboardEventArgs e) => (isOpen, e.Key) switch
    {
        (true, "Escape") => CloseAsync(),
        (true, "Enter") when text.Length > 0 && found.Count == 1 => PickAsync(found[0].Key),
        _ => Task.CompletedTask,
    };
}

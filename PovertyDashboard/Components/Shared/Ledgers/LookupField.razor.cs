using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>One thing that may be picked (候选项).</summary>
/// <param name="Key">Id or region key.</param>
/// <param name="Title">What is put into the field.</param>
/// <param name="Note">What tells it from others of the same name.</param>
public sealed record LookupItem(long Key, string Title, string Note);

/// <summary>An input that offers what fits while it is typed (联想输入), by keyboard and by mouse.</summary>
public sealed partial class LookupField : ComponentBase
{
    private IReadOnlyList<LookupItem> items = [];
    private bool open;
    private int at = -1;
    private int asked;

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Text { get; set; } = "";

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public string? Help { get; set; }

    /// <summary>What stands in the list when nothing fits; null asks for another word.</summary>
    [Parameter]
    public string? NoneText { get; set; }

    /// <summary>What fits the text; an empty text asks for the first ones.</summary>
    [Parameter, EditorRequired]
    public Func<string, Task<IReadOnlyList<LookupItem>>> Search { get; set; } = default!;

    [Parameter]
    public EventCallback<LookupItem> OnPick { get; set; }

    /// <summary>The text as typed, whether or not something is picked.</summary>
    [Parameter]
    public EventCallback<string> OnText { get; set; }

    private async Task SearchAsync(string text, bool all = false)
    {
        if (Disabled) return;
        if (!all) await OnText.InvokeAsync(text);
        var question = ++asked;
        var found = await Search(all ? "" : text);
        if (question != asked) return;
        (items, open, at) = (found, true, -1);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !open:
                await SearchAsync(Text, all: true);
                break;
            case "ArrowDown":
                at = Math.Min(items.Count - 1, at + 1);
                break;
            case "ArrowUp":
                at = Math.Max(0, at - 1);
                break;
            case "Enter" when open && at >= 0:
                await PickAsync(items[at]);
                break;
            case "Escape" or "Tab":
                open = false;
                break;
            default:
                break;
        }
    }

    private async Task PickAsync(LookupItem item)
    {
        (open, asked) = (false, asked + 1);
        await OnPick.InvokeAsync(item);
    }

    private async Task CloseSoonAsync()
    {
        // The click on an option is heard before the list goes.
        await Task.Yield();
        open = false;
    }
}

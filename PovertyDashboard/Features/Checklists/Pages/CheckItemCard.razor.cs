using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>One item on the inspector's page (检查项卡片): standard, three answers, and what a failure asks for.</summary>
public sealed partial class CheckItemCard : ComponentBase
{
    [Parameter, EditorRequired]
    public ItemState Item { get; set; } = default!;

    [Parameter, EditorRequired]
    public CheckSession Session { get; set; } = default!;

    [Parameter]
    public bool CanTick { get; set; }

    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Told before and after each sending, so that progress and the bars follow.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private string NameId => $"{IdOf(Item)}-name";

    private string ReasonLabel => Item.Result == CheckResult.Failed ? "哪里不达标" : "为什么不适用";

    private string NotePlaceholder => Item.Result == CheckResult.Failed ? "说明情况，可不填" : "补充原因，可不填";

    public static string IdOf(ItemState item) => string.Create(CultureInfo.InvariantCulture, $"item-{item.Item.Id}");

    private static string ToneOf(string result) => result switch
    {
        CheckResult.Passed => "closed",
        CheckResult.Failed => "overdue",
        _ => "assign",
    };

    private static string IconOf(string result) => result switch
    {
        CheckResult.Passed => Icons.Material.Outlined.Check,
        CheckResult.Failed => Icons.Material.Outlined.Close,
        _ => Icons.Material.Outlined.Remove,
    };

    private void Unfold()
    {
        Item.IsOpen = true;
        Session.Focus(Item);
    }

    private void Fold() => Item.IsOpen = false;

    private Task AnswerAsync(string result)
    {
        // A second tap on the same answer changes nothing, but may be the thumb's way of trying again.
        if (Item.Result == result && Item.State == SendState.Stored) return Task.CompletedTask;
        Item.Answer(result);
        Session.Focus(Item);
        return SendAsync();
    }

    private Task ToggleAsync(string reason)
    {
        Item.Toggle(reason);
        return SendAsync();
    }

    private Task NoteAsync(ChangeEventArgs change)
    {
        Item.Note = change.Value as string ?? "";
        Item.Touch();
        return SendAsync();
    }

    private Task DueAsync(DateOnly day)
    {
        Item.DueOn = day;
        Item.Touch();
        return SendAsync();
    }

    private Task TakeTheirs()
    {
        Item.TakeTheirs();
        return Changed.InvokeAsync();
    }

    private Task KeepMineAsync()
    {
        Item.KeepMine();
        return SendAsync();
    }

    /// <summary>Leaving the page does not call a tick back.</summary>
    private async Task SendAsync()
    {
        await Changed.InvokeAsync();
        await Session.SendAsync(Item, CancellationToken.None);
        await Changed.InvokeAsync();
    }
}

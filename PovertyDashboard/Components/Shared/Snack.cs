using MudBlazor;

namespace PovertyDashboard.Components.Shared;

/// <summary>The button on a message, such as 撤销 or 看记录.</summary>
public sealed record SnackAction(string Text, Func<Task> RunAsync);

/// <summary>Short messages at the foot of the page (提示条), in the words of the product: 已 + verb + count.</summary>
public sealed class Snack(ISnackbar bar)
{
    /// <summary>已销号 1 件。</summary>
    public void Done(string verb, long count, string unit, SnackAction? action = null) =>
        Say($"已{verb} {count:#,0} {unit}。", Severity.Success, Icons.Material.Outlined.CheckCircle, action);

    /// <summary>已保存。</summary>
    public void Done(string verb, SnackAction? action = null) =>
        Say($"已{verb}。", Severity.Success, Icons.Material.Outlined.CheckCircle, action);

    /// <summary>What was taken away and can be brought back: 已删除走访 1 条。</summary>
    public void Undoable(string text, Func<Task> undoAsync) =>
        Say(text, Severity.Normal, Icons.Material.Outlined.Undo, new SnackAction("撤销", undoAsync));

    /// <summary>What was refused and why; it stays until it is closed.</summary>
    public void Failed(string text, SnackAction? action = null) =>
        Say(text, Severity.Error, Icons.Material.Outlined.ErrorOutline, action, stays: true);

    /// <summary>What asks for attention.</summary>
    public void Warn(string text, SnackAction? action = null) =>
        Say(text, Severity.Warning, Icons.Material.Outlined.WarningAmber, action);

    private void Say(string text, Severity severity, string icon, SnackAction? action, bool stays = false) =>
        bar.Add(text, severity, options =>
        {
            options.Icon = icon;
            options.RequireInteraction = stays;
            options.VisibleStateDuration = action is null ? 5000 : 10000;
            options.Action = action?.Text;
            options.ActionColor = Color.Inherit;
            options.OnClick = action is null ? null : _ => action.RunAsync();
        });
}

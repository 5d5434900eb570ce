using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>One of the few filters that stand in the bar (快捷筛选): a list of code texts, yes or no, a span of days or a part of a text.</summary>
public sealed partial class QuickFilter(CodeListDirectory codes, Clock clock) : ComponentBase
{
    private IReadOnlyList<string> texts = [];

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    /// <summary>The condition in force, or null.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>The new condition; empty for none.</summary>
    [Parameter]
    public EventCallback<string?> OnChange { get; set; }

    protected override void OnParametersSet() => texts = Column.CodeList is { } list ? codes.Current.KnownTexts(list) : [];
}

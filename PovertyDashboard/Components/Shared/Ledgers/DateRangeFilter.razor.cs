using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>A span of days as a condition (日期范围): the usual spans at one click, others typed or picked.</summary>
public sealed partial class DateRangeFilter(CodeListDirectory codes, Clock clock) : ComponentBase
{
    private readonly string id = $"span-{Guid.NewGuid():N}";
    private string start = "";
    private string end = "";
    private string? startFault;
    private string? endFault;

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> OnChange { get; set; }

    private IEnumerable<(string Title, DateOnly From, DateOnly To)> Presets
    {
        get
        {
            var today = clock.Today;
            var month = new DateOnly(today.Year, today.Month, 1);
            yield return ("本月", month, today);
            yield return ("上月", month.AddMonths(-1), month.AddDays(-1));
            yield return ("近 30 天", today.AddDays(-29), today);
            yield return ("今年", new DateOnly(today.Year, 1, 1), today);
        }
    }

    protected override void OnParametersSet()
    {
        (start, end) = Value is null or ConditionText.Blank ? ("", "") : ConditionText.Range(Value);
        startFault = endFault = null;
    }

    private Task PutAsync(DateOnly from, DateOnly to) => OnChange.InvokeAsync($"{ColumnText.Day(from)}..{ColumnText.Day(to)}");

    private Task ClearAsync() => OnChange.InvokeAsync(null);

    private async Task ApplyAsync()
    {
        var parser = new ColumnParser(codes.Current, clock.Today);
        (var from, startFault) = Read(parser, start);
        (var to, endFault) = Read(parser, end);
        if (startFault is null && endFault is null) await OnChange.InvokeAsync(ConditionText.RangeOf(from, to));
    }

    private (string Day, string? Fault) Read(ColumnParser parser, string text)
    {
        var parsed = parser.Parse(Column, new Written(text));
        return (parsed.Value is DateOnly day ? ColumnText.Day(day) : "", parsed.Fault is { } fault ? RowValidation.Sentence(Column.Header, fault) : null);
    }
}

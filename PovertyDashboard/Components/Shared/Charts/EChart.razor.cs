using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PovertyDashboard.Components.Shared.Charts;

/// <summary>What was clicked in a chart (图上点击).</summary>
/// <param name="Series">The series' name, or empty for a label of the axis.</param>
/// <param name="Name">The category's name.</param>
/// <param name="Index">The category's index, or -1 for a label of the axis.</param>
public sealed record ChartClick(string Series, string Name, int Index);

/// <summary>A chart (图表) drawn by ECharts from an option object; a changed option moves the marks without drawing anew.</summary>
public sealed partial class EChart(IJSRuntime js, ILogger<EChart> logger) : ComponentBase, IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private ElementReference element;
    private IJSObjectReference? module;
    private IJSObjectReference? chart;
    private DotNetObjectReference<EChart>? self;
    private string? drawn;
    private string wanted = "";
    private bool failed;
    private bool disposed;

    /// <summary>An option of ECharts; see <see cref="ChartLook"/>.</summary>
    [Parameter, EditorRequired]
    public object Option { get; set; } = default!;

    /// <summary>Height in px.</summary>
    [Parameter]
    public int Height { get; set; } = 300;

    /// <summary>What a screen reader says until ECharts has described the figures.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public EventCallback<ChartClick> OnClick { get; set; }

    /// <summary>Called by js/echart.js.</summary>
    [JSInvokable]
    public Task ClickedAsync(string series, string name, int index) =>
        InvokeAsync(() => OnClick.InvokeAsync(new ChartClick(series, name, index)));

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        self?.Dispose();
        try
        {
            if (chart is not null)
            {
                await chart.InvokeVoidAsync("dispose");
                await chart.DisposeAsync();
            }
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its charts with it.
        }
    }

    protected override void OnParametersSet() => wanted = JsonSerializer.Serialize(Option, Json);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (disposed || failed) return;
        try
        {
            if (firstRender) await CreateAsync();
            // A change that came while the chart was being created is drawn by whoever created it.
            else if (chart is not null) await UpdateAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
        catch (JSException e)
        {
            logger.LogWarning(e, "A chart could not be drawn.");
            failed = true;
            StateHasChanged();
        }
    }

    private async Task CreateAsync()
    {
        self = DotNetObjectReference.Create(this);
        module = await js.InvokeAsync<IJSObjectReference>("import", "/js/echart.js");
        if (disposed) return;
        drawn = wanted;
        chart = await module.InvokeAsync<IJSObjectReference>("create", element, drawn, self);
        await UpdateAsync();
    }

    private async Task UpdateAsync()
    {
        if (drawn == wanted) return;
        drawn = wanted;
        await chart!.InvokeVoidAsync("update", wanted);
    }
}

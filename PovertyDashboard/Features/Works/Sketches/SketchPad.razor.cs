using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PovertyDashboard.Features.Works.Sketches;

/// <summary>Draws the sketch of a yard in the browser (草图画板), by mouse, pen or finger; the server checks and keeps what was drawn.</summary>
public sealed partial class SketchPad(SketchDesk desk, IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private const string Blank = """{"shapes":[]}""";

    private ElementReference host;
    private IJSObjectReference? module;
    private string? fault;
    private bool isReady;
    private bool busy;

    [Parameter, EditorRequired]
    public long Work { get; set; }

    /// <summary>The sketch to go on with; null for a blank one.</summary>
    [Parameter]
    public Sketch? Start { get; set; }

    /// <summary>Version of the stored sketch, 0 where there is none.</summary>
    [Parameter]
    public int Version { get; set; }

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (module is null) return;
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone; so has its module.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        module = await js.InvokeAsync<IJSObjectReference>("import", "./js/sketch.js");
        await module.InvokeVoidAsync("attach", host, Start is null ? Blank : SketchText.Write(Start));
        isReady = true;
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        (busy, fault) = (true, null);
        try
        {
            fault = await desk.SaveAsync(Work, Version, await module!.InvokeAsync<string>("read", host), CancellationToken.None);
            if (fault is null) await OnSaved.InvokeAsync();
        }
        finally
        {
            busy = false;
        }
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PovertyDashboard.Attachments;

/// <summary>The photos of a row with taking, looking and deleting (照片条); pictures are shrunk in the browser before they are sent.</summary>
public sealed partial class PhotoStrip(AttachmentStore store, IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private IReadOnlyList<Attachment> photos = [];
    private (AttachmentOwner? Owner, int Revision) shown;
    private bool isRead;
    private Attachment? asked;
    private string reason = "";
    private string fault = "";
    private int uploading;
    private ElementReference input;
    private IJSObjectReference? module;
    private DotNetObjectReference<PhotoStrip>? self;

    /// <summary>The row, and the item inside it, that the photos belong to.</summary>
    [Parameter, EditorRequired]
    public AttachmentOwner Owner { get; set; } = default!;

    /// <summary>The kind of new photos (整改前, 整改后, 其他).</summary>
    [Parameter]
    public string Kind { get; set; } = AttachmentKind.Other;

    [Parameter]
    public string Label { get; set; } = "照片";

    /// <summary>Words of the tile that adds photos.</summary>
    [Parameter]
    public string AddText { get; set; } = "拍照";

    /// <summary>What stands where there is no photo and none may be added; nothing where it is null.</summary>
    [Parameter]
    public string? EmptyText { get; set; }

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>Counted up by a live page when photos may have changed elsewhere: they are read again.</summary>
    [Parameter]
    public int Revision { get; set; }

    /// <summary>Marks the first photo as needed.</summary>
    [Parameter]
    public bool IsRequired { get; set; }

    /// <summary>Told the number of photos after each change.</summary>
    [Parameter]
    public EventCallback<int> CountChanged { get; set; }

    /// <summary>Called by the browser for each chosen picture.</summary>
    [JSInvokable]
    public async Task ReceiveAsync(IJSStreamReference picture)
    {
        // Whoever bypasses the shrinking in the browser is told before a byte is sent.
        fault = picture.Length > PictureEncoder.MaxBytes ? "照片：超过 10 MB。请选择较小的照片。" : "";
        if (fault.Length > 0)
        {
            StateHasChanged();
            return;
        }

        uploading++;
        StateHasChanged();
        try
        {
            await using var stream = await picture.OpenReadStreamAsync(PictureEncoder.MaxBytes);
            fault = await AddAsync(stream, (int)picture.Length);
        }
        catch (Exception broken) when (broken is IOException or TimeoutException or JSException or OperationCanceledException)
        {
            fault = "照片：没有传完，连接断了。请重新选择这张照片。";
        }
        finally
        {
            uploading--;
            StateHasChanged();
        }
    }

    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
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

    protected override async Task OnParametersSetAsync()
    {
        if ((Owner, Revision) == shown) return;
        if (Owner != shown.Owner) (asked, reason, fault) = (null, "", "");
        shown = (Owner, Revision);
        photos = await store.ListAsync(Owner, CancellationToken.None);
        isRead = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!CanEdit) return;
        self ??= DotNetObjectReference.Create(this);
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "./Attachments/PhotoStrip.razor.js");
        // The input comes and goes with the right and the number of photos; listening twice is no harm.
        if (photos.Count + uploading < AttachmentStore.MaxPerItem) await module.InvokeVoidAsync("listen", input, self);
    }

    private static string AltOf(Attachment photo) => $"{photo.Kind}照片（{Settings.Clock.ToLocal(photo.TakenAt):MM-dd HH:mm}）";

    private async Task<string> AddAsync(Stream stream, int length)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes);
        var outcome = await store.AddAsync(Owner, Kind, bytes, CancellationToken.None);
        if (outcome.Attachment is not null) await RefreshAsync();
        return outcome.Fault;
    }

    private void Ask(Attachment photo) => (asked, reason, fault) = (photo, "", "");

    private async Task DeleteAsync()
    {
        if (asked is null) return;
        fault = await store.DeleteAsync(asked.Id, reason, CancellationToken.None) ?? "";
        if (fault.Length > 0) return;
        asked = null;
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        photos = await store.ListAsync(Owner, CancellationToken.None);
        await CountChanged.InvokeAsync(photos.Count);
    }
}

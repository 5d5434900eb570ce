using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace PovertyDashboard.Features.Forms;

/// <summary>Where the workbook of a form is chosen or dropped (上传套表).</summary>
public sealed partial class FormUpload : ComponentBase
{
    private string name = "";
    private string fault = "";
    private bool isReading;

    /// <summary>False until the page hears of chosen files: on the page as first sent, a choice would be lost without a word.</summary>
    private bool isReady;

    /// <summary>A chosen file (所选文件).</summary>
    public sealed record Chosen(string Name, string FileName, byte[] Content);

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string Note { get; set; } = "";

    [Parameter]
    public bool NeedsName { get; set; }

    /// <summary>Why the last file was not taken; empty where it was.</summary>
    [Parameter]
    public string Refused { get; set; } = "";

    [Parameter]
    public EventCallback<Chosen> OnFile { get; set; }

    private string Refusal => fault.Length > 0 ? fault : Refused;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        // The input attaches its own script in this turn; it must stand before the input opens.
        await Task.Yield();
        isReady = true;
        StateHasChanged();
    }

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        (isReading, fault) = (true, "");
        try
        {
            var file = chosen.File;
            if (file.Size > FormDesk.LargestFile)
            {
                fault = $"“{file.Name}”有 {file.Size / 1024.0 / 1024.0:0.0} MB，超过 {FormDesk.LargestFile / 1024 / 1024} MB。请压缩或删去里面的图片后再上传。";
                return;
            }

            using var content = new MemoryStream();
            await using (var upload = file.OpenReadStream(FormDesk.LargestFile)) await upload.CopyToAsync(content);
            await OnFile.InvokeAsync(new Chosen(name.Trim().Length > 0 ? name : Path.GetFileNameWithoutExtension(file.Name), file.Name, content.ToArray()));
        }
        catch (IOException)
        {
            fault = "文件没有传完。请检查网络后重新选择。";
        }
        finally
        {
            isReading = false;
        }
    }
}

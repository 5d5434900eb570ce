using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>Where files are chosen or dropped (选择文件), with the ledger and township where the sheet shall not tell them.</summary>
public sealed partial class ImportUpload(LedgerCatalog catalog, RegionDirectory regions, CurrentUser user) : ComponentBase
{
    private const int MostFiles = 20;
    private string ledger = "";
    private string region = "";
    private bool isReading;

    /// <summary>False until the page hears of chosen files: on the page as first sent, a choice would be lost without a word.</summary>
    private bool isReady;

    /// <summary>What was chosen.</summary>
    /// <param name="Contents">Name and bytes of each file that was read.</param>
    /// <param name="Refusals">Sentences on files that were not.</param>
    public sealed record Files(IReadOnlyList<(string Name, byte[] Content)> Contents, IReadOnlyList<string> Refusals, string Ledger, long? Region);

    [Parameter]
    public string? Ledger { get; set; }

    [Parameter]
    public IReadOnlyList<string> Refusals { get; set; } = [];

    [Parameter]
    public EventCallback<Files> OnFiles { get; set; }

    private IEnumerable<RegionNode> Townships => regions.Tree.Nodes.Where(n => n.Level == RegionLevel.Township && user.Identity.Scope.Touches(n.Key));

    protected override void OnInitialized() => ledger = Ledger is { } key && catalog.Ledger(key) is { Importable: true } ? key : "";

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
        isReading = true;
        var (contents, refusals) = (new List<(string, byte[])>(), new List<string>());
        try
        {
            if (chosen.FileCount > MostFiles) refusals.Add($"一次最多选择 {MostFiles} 个文件，您选了 {chosen.FileCount} 个。请分几次导入。");
            else
                foreach (var file in chosen.GetMultipleFiles(MostFiles)) await ReadAsync(file, contents, refusals);
            await OnFiles.InvokeAsync(new Files(contents, refusals, ledger, long.TryParse(region, out var key) ? key : null));
        }
        finally
        {
            isReading = false;
        }
    }

    private static async Task ReadAsync(IBrowserFile file, List<(string, byte[])> contents, List<string> refusals)
    {
        if (file.Size > ImportDesk.LargestFile)
        {
            refusals.Add($"“{file.Name}”有 {file.Size / 1024.0 / 1024.0:0.0} MB，超过 {ImportDesk.LargestFile / 1024 / 1024} MB。请拆成几个文件后再导入。");
            return;
        }

        using var content = new MemoryStream();
        try
        {
            await using var upload = file.OpenReadStream(ImportDesk.LargestFile);
            await upload.CopyToAsync(content);
            contents.Add((file.Name, content.ToArray()));
        }
        catch (IOException)
        {
            refusals.Add($"“{file.Name}”没有传完。请检查网络后重新选择。");
        }
    }
}

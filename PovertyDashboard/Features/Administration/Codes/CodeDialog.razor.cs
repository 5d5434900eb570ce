using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Administration.Codes;

/// <summary>The form of a new text, or of the spellings of one that is there (代码表单).</summary>
public sealed partial class CodeDialog(CodeListService service) : ComponentBase
{
    private AdminOutcome? outcome;
    private string text = "";
    private string aliases = "";
    private string code = "";
    private bool busy;

    [Parameter, EditorRequired]
    public CodeListInfo List { get; set; } = default!;

    /// <summary>The entry that is changed; none makes a new one.</summary>
    [Parameter]
    public CodeEntry? Entry { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (Entry is not null) (text, aliases, code) = (Entry.Text, Entry.Aliases.Replace("|", "、", StringComparison.Ordinal), Entry.Code);
    }

    private string? FaultOf(string field) => outcome?.Faults.Where(f => f.Column == field).Select(f => f.Message).FirstOrDefault();

    private string? Invalid(string field) => FaultOf(field) is null ? null : "true";

    private async Task SaveAsync()
    {
        var draft = new CodeDraft(text.Trim(), code.Trim(), CodeDraft.Split(aliases));
        busy = true;
        outcome = Entry is null
            ? await service.AddAsync(List.Key, draft, CancellationToken.None)
            : await service.ChangeAsync(Entry, draft, CancellationToken.None);
        busy = false;
        if (outcome.Done) Dialog.Close(outcome);
    }
}

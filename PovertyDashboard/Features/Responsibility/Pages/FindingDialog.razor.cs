using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>What a visit has found (发现问题): saved with the visit, it opens its problem in the remediation ledger.</summary>
public sealed partial class FindingDialog(LedgerEditor editor, CodeListDirectory codes, Clock clock) : ComponentBase
{
    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
    private static readonly Column[] Asked = [VisitLedger.Finding, VisitLedger.Category, VisitLedger.Column(nameof(Visits.Visit.Solution))];

    private LedgerForm form = null!;
    private string? banner;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public Visit Visit { get; set; } = default!;

    private ColumnParser Parser => new(codes.Current, clock.Today);

    /// <summary>Asks what was found; whether a problem has been opened.</summary>
    public static async Task<bool> ShowAsync(IDialogService dialogs, Visit visit)
    {
        var dialog = await dialogs.ShowAsync<FindingDialog>(null, new DialogParameters<FindingDialog> { { d => d.Visit, visit } }, Form);
        return await dialog.Result is { Canceled: false };
    }

    protected override void OnInitialized() => form = new LedgerForm(VisitLedger.Ledger, VisitLedger.Ledger.Columns, Visit);

    private void Check(FormField field) => LedgerForm.Check(field, Parser);

    private async Task SaveAsync()
    {
        (banner, busy) = (null, true);
        try
        {
            var finding = form.Fields.First(f => f.Column == VisitLedger.Finding);
            if (form.Build(Parser, codes.Current, clock.Today) is not Visit row)
            {
                banner = form.RowFaults.Concat(form.Fields.Where(f => !Asked.Contains(f.Column)).Select(f => f.Fault)).FirstOrDefault(f => f is not null);
                return;
            }

            if (row.Finding.Length == 0)
            {
                finding.Fault = RowValidation.MissingIn(VisitLedger.Finding);
                return;
            }

            switch (await editor.SaveAsync(VisitLedger.Ledger, row, Visit.Version, CancellationToken.None))
            {
                case RowSaved:
                    Dialog.Close(DialogResult.Ok(true));
                    break;
                case RowInvalid invalid:
                    form.PutFaults(invalid.Faults);
                    banner = invalid.Faults.FirstOrDefault(f => !Asked.Any(a => a.Header == f.Column)).Message;
                    break;
                case RowConflict conflict:
                    banner = $"没有保存：{conflict.Who}刚刚改过这条走访。请关闭后重新打开。";
                    break;
                case RowRefused refused:
                    banner = refused.Sentence;
                    break;
            }
        }
        finally
        {
            busy = false;
        }
    }
}

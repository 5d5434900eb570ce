using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Both versions of a row that two people changed (冲突): choose field by field or take one side.</summary>
public sealed partial class ConflictDialog(RegionDirectory regions) : ComponentBase
{
    private IReadOnlyList<MergeField> fields = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Column> Columns { get; set; } = [];

    /// <summary>The row as it was opened.</summary>
    [Parameter, EditorRequired]
    public LedgerRow Original { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerRow Mine { get; set; } = default!;

    [Parameter, EditorRequired]
    public RowConflict Conflict { get; set; } = default!;

    private string SavedAt => $"保存时间 {Clock.MinuteOf(Conflict.When)}";

    protected override void OnInitialized() => fields = RowMerge.FieldsOf(Columns, Original, Mine, Conflict.Current, regions.Tree);

    private void TakeAll(bool mine)
    {
        foreach (var field in fields) field.TakeMine = mine;
    }

    private void Save() => Dialog.Close(DialogResult.Ok(RowMerge.Merge(Ledger, fields, Mine, Conflict.Current)));
}

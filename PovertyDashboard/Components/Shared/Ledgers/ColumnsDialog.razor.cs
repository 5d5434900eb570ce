using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Which columns a table shows, in which order and how high its rows are (列设置).</summary>
public sealed partial class ColumnsDialog : ComponentBase
{
    private static readonly IReadOnlyList<(string Value, string Title)> Densities =
        [(LedgerSettings.Dense, "紧凑"), (LedgerSettings.Normal, "标准"), (LedgerSettings.Comfortable, "宽松")];

    private List<Choice> choices = [];
    private string density = LedgerSettings.Normal;
    private string? fault;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    /// <summary>Every column of the ledger.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Column> Columns { get; set; } = [];

    [Parameter, EditorRequired]
    public LedgerSettings Settings { get; set; } = default!;

    /// <summary>Level of the region shown, which decides what stands without a choice.</summary>
    [Parameter]
    public RegionLevel Level { get; set; } = RegionLevel.Township;

    protected override void OnInitialized()
    {
        density = Settings.Density;
        Fill(Settings);
    }

    private void Fill(LedgerSettings settings)
    {
        var shown = settings.Visible(Columns, Level);
        choices = [.. shown.Select(c => new Choice(c) { On = true }), .. Columns.Where(c => !shown.Contains(c)).Select(c => new Choice(c))];
    }

    private void Move(int index, int by) => (choices[index], choices[index + by]) = (choices[index + by], choices[index]);

    private void Reset()
    {
        density = LedgerSettings.Normal;
        Fill(new LedgerSettings());
    }

    private void Apply()
    {
        var keys = choices.Where(c => c.On).Select(c => c.Column.Key).ToList();
        fault = keys.Count == 0 ? "显示的列：一列也没有选。请至少选择一列。" : null;
        if (fault is not null) return;
        var standard = new LedgerSettings().Visible(Columns, Level).Select(c => c.Key);
        Dialog.Close(DialogResult.Ok(Settings with { Density = density, Columns = keys.SequenceEqual(standard) ? null : keys }));
    }

    private sealed class Choice(Column column)
    {
        public Column Column { get; } = column;

        public bool On { get; set; }
    }
}

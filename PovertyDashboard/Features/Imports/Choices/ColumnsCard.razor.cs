using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>Which column of the ledger each column of a sheet was taken for (列对应), and, while the file is not written, the choice of another.</summary>
public sealed partial class ColumnsCard : ComponentBase
{
    private bool isOpen;

    [Parameter, EditorRequired]
    public BatchSheet Sheet { get; set; } = default!;

    /// <summary>The columns that may be chosen.</summary>
    [Parameter]
    public IReadOnlyList<Column> Columns { get; set; } = [];

    /// <summary>What is being chosen; null where nothing can be chosen any more.</summary>
    [Parameter]
    public ChoicesDraft? Draft { get; set; }

    /// <summary>Something was chosen.</summary>
    [Parameter]
    public EventCallback OnChoice { get; set; }

    /// <summary>Whether the sheet must be named, since the file has several.</summary>
    [Parameter]
    public bool NamesSheet { get; set; }

    /// <summary>Whether every column is shown from the start, not only those of other names.</summary>
    [Parameter]
    public bool ShowsAll { get; set; }

    private IReadOnlyList<ColumnMatch> Listed => ShowsAll || isOpen ? Sheet.Columns : [.. Sheet.Columns.Where(c => c.Column != c.Header || Draft?.ColumnOf(Sheet.Key, c) != c.Key && Draft is not null || IsBlanking(c))];

    private Task ChooseAsync(ColumnMatch match, string column)
    {
        Draft!.Choose(Sheet.Key, match, column);
        return OnChoice.InvokeAsync();
    }

    private Task BlankAsync(Column column, bool isOn)
    {
        Draft!.Blank(Sheet.Key, column.Key, isOn);
        return OnChoice.InvokeAsync();
    }

    private bool IsBlanking(ColumnMatch match) => Draft is not null && match.Key.Length > 0 && Draft.Blanks(Sheet.Key, match.Key);

    private Column? ColumnOf(ColumnMatch match)
    {
        var key = Draft?.ColumnOf(Sheet.Key, match) ?? match.Key;
        return Columns.FirstOrDefault(c => c.Key == key);
    }

    /// <summary>The same header may stand in several groups.</summary>
    private string NameOf(Column column) => Columns.Count(c => c.Header == column.Header) > 1 && column.Group is { } group ? $"{group} / {column.Header}" : column.Header;
}

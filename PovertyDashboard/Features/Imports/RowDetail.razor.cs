using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Imports;

/// <summary>All that a row of the file says (整行), read when it is asked for.</summary>
public sealed partial class RowDetail(RowFields reader) : ComponentBase
{
    private IReadOnlyList<RowField>? fields;

    [Parameter, EditorRequired]
    public long Batch { get; set; }

    [Parameter, EditorRequired]
    public string Sheet { get; set; } = "";

    [Parameter, EditorRequired]
    public int Row { get; set; }

    private async Task OpenAsync() => fields = await reader.OfAsync(Batch, Sheet, Row, CancellationToken.None);
}

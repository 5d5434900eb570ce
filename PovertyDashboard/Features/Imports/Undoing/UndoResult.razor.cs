using Microsoft.AspNetCore.Components;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports.Undoing;

/// <summary>What became of an undone import (撤销结果): counts, and the rows that were left, by name.</summary>
public sealed partial class UndoResult : ComponentBase
{
    private const int RowsShown = 200;

    [Parameter, EditorRequired]
    public UndoReport Report { get; set; } = default!;

    private string When => Clock.MinuteOf(Report.At);
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The end of a check (完成检查): score, note, and what is still missing.</summary>
public sealed partial class FinishCard : ComponentBase
{
    [Parameter, EditorRequired]
    public CheckSession Session { get; set; } = default!;

    [Parameter]
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    [Parameter]
    public bool CanTick { get; set; }

    [Parameter]
    public bool CanStartAgain { get; set; }

    [Parameter]
    public EventCallback OnAgain { get; set; }

    private string ScoreText => ScoreWords.Of(Session.Score.Permille);
}

/// <summary>How a score is written (得分写法): one decimal and %, or — where nothing applies.</summary>
public static class ScoreWords
{
    public static string Of(int? permille) => permille is { } p ? (p / 10m).ToString("0.0", CultureInfo.InvariantCulture) + "%" : ColumnText.Empty;
}

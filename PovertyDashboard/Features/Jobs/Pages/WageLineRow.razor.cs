using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>One line of a wage sheet (工资明细行); bonus, deduction and note of a draft are typed in place.</summary>
public sealed partial class WageLineRow(Snack snack) : ComponentBase
{
    private string bonus = "";
    private string deduction = "";
    private bool bonusFault;
    private bool deductionFault;

    [Parameter, EditorRequired]
    public WageLine Line { get; set; } = default!;

    [Parameter, EditorRequired]
    public int Number { get; set; }

    [Parameter, EditorRequired]
    public string Village { get; set; } = "";

    [Parameter]
    public bool IsCorrection { get; set; }

    [Parameter]
    public bool MayEdit { get; set; }

    [Parameter]
    public EventCallback<WageAdjustment> OnAdjust { get; set; }

    [Parameter]
    public EventCallback<WageLine> OnRemove { get; set; }

    private bool HasSettled => IsCorrection && Line.Settled != 0;

    protected override void OnParametersSet()
    {
        // What cannot be read stays in the field until it is right.
        if (!bonusFault) bonus = Typed(Line.Bonus);
        if (!deductionFault) deduction = Typed(Line.Deduction);
    }

    private async Task ChangeAsync(string? b = null, string? d = null, string? remark = null)
    {
        (bonus, deduction) = (b ?? bonus, d ?? deduction);
        var (plus, minus) = (Fen("奖励", bonus, out bonusFault), Fen("扣款", deduction, out deductionFault));
        if (bonusFault || deductionFault) return;
        await OnAdjust.InvokeAsync(new WageAdjustment(Line.Id, Line.Version, plus, minus, remark ?? Line.Remark));
    }

    private long Fen(string header, string text, out bool isFault)
    {
        var fen = text.Trim().Length == 0 ? 0 : NumberText.Scaled(text, 2);
        isFault = fen is null;
        if (isFault) snack.Failed($"{Line.Name}：{header}不是金额（“{text}”）。请填写 50 或 50.00。");
        return fen ?? 0;
    }

    private static string Text(ChangeEventArgs e) => e.Value as string ?? "";

    private static string Typed(long fen) => fen == 0 ? "" : ColumnText.Scaled(fen, 2).Replace(",", "", StringComparison.Ordinal);
}

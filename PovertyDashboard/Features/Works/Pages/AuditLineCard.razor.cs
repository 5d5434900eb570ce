using Microsoft.AspNetCore.Components;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>One line of a home under audit (审计明细卡): reported, doubts, verified; 相符 takes it as reported, 不符 asks for what was found.</summary>
public sealed partial class AuditLineCard(AuditDesk desk) : ComponentBase
{
    private string quantity = "";
    private string price = "";
    private string reason = "";
    private string? fault;
    private bool isAddition;
    private bool isEditing;
    private bool showsPhotos;
    private bool busy;

    [Parameter, EditorRequired]
    public AuditedLine Audited { get; set; } = default!;

    /// <summary>Whether the user may audit in this place.</summary>
    [Parameter]
    public bool CanAudit { get; set; }

    /// <summary>Counted up by the page when photos may have changed elsewhere.</summary>
    [Parameter]
    public int Revision { get; set; }

    /// <summary>Told what was done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    private WorkLine Line => Audited.Line;

    private bool CanEdit => CanAudit && !Line.IsFixed;

    private bool CanReport => CanAudit && Audited.Problem is null && (Line.Cut > 0 || Line.Added > 0 || Audited.Doubts.Count > 0);

    private (long Quantity, long Price)? Typed => NumberText.Scaled(quantity, LineAmounts.QuantityScale) is { } q && NumberText.Scaled(price, 2) is { } p ? (q, p) : null;

    private (long Cut, long Added) Difference => Typed is var (q, p) ? LineAmounts.Difference(Line.ReportedAmount, LineAmounts.Of(q, p)) : default;

    private bool NeedsReason => Difference.Cut > 0 || Difference.Added > 0;

    private string Preview => Typed is not var (q, p) ? "" : $"核定 {Yuan(LineAmounts.Of(q, p))} 元"
        + (Difference.Cut > 0 ? $"，核减 {Yuan(Difference.Cut)} 元" : "") + (Difference.Added > 0 ? $"，核增 {Yuan(Difference.Added)} 元" : "");

    private void Edit()
    {
        (quantity, price) = (Plain(Line.VerifiedQuantity ?? Line.ReportedQuantity), Plain(Line.VerifiedPrice ?? Line.ReportedPrice));
        (reason, isAddition, fault, isEditing) = (Line.Reason, Line.IsAddition == true, null, true);
    }

    private void Cancel() => (isEditing, fault) = (false, null);

    private Task AcceptAsync() => ActAsync(() => desk.VerifyAsync(new Verification(Line.Id, Line.Version, Line.ReportedQuantity, Line.ReportedPrice, false, ""), CancellationToken.None));

    private async Task SaveAsync()
    {
        if (Typed is not var (q, p))
        {
            var isQuantity = NumberText.Scaled(quantity, LineAmounts.QuantityScale) is null;
            fault = isQuantity ? $"核实数量：不是数字（“{quantity}”）。请填写数字，例如 12.5。" : $"核定单价：不是金额（“{price}”）。请填写 22 或 22.50。";
            return;
        }

        await ActAsync(() => desk.VerifyAsync(new Verification(Line.Id, Line.Version, q, p, isAddition, reason), CancellationToken.None));
    }

    private Task UnverifyAsync() => ActAsync(() => desk.UnverifyAsync(Line.Id, Line.Version, CancellationToken.None));

    private Task ReportAsync() => ActAsync(() => desk.ReportAsync(Line.Id, CancellationToken.None));

    private async Task ActAsync(Func<Task<AuditOutcome>> act)
    {
        (busy, fault) = (true, null);
        try
        {
            var outcome = await act();
            if (!outcome.IsDone)
            {
                fault = outcome.Message;
                return;
            }

            isEditing = false;
            await OnDone.InvokeAsync(outcome.Message);
        }
        finally
        {
            busy = false;
        }
    }

    private static string Text(ChangeEventArgs e) => e.Value as string ?? "";

    private static string Plain(long scaled) => WorkLineRules.Quantity(scaled).Replace(",", "", StringComparison.Ordinal);

    private static string Quantity(long scaled) => WorkLineRules.Quantity(scaled);

    private static string Yuan(long fen) => WorkLineRules.Yuan(fen);
}

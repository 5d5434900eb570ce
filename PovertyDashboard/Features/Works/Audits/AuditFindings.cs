using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works.Audits;

/// <summary>What an audit says of lines, and why it cannot be concluded yet (审计发现); pure.</summary>
internal static class AuditFindings
{
    private const int MaxDescription = 500, MaxAuditors = 100;

    /// <summary>第 3 条 用料 水泥：申报 20 袋 × 26.40 元 = 528.00 元，核定 440.00 元，核减 88.00 元（超指导价）。疑点：超指导价。</summary>
    public static string Describe(WorkLine line, IReadOnlyList<string> doubts)
    {
        var text = $"双提升审计第 {line.Number} 条 {line.Kind} {line.Name}：申报 {WorkLineRules.Quantity(line.ReportedQuantity)} {line.Unit} × {WorkLineRules.Yuan(line.ReportedPrice)} 元 = {WorkLineRules.Yuan(line.ReportedAmount)} 元";
        if (line.VerifiedAmount is { } amount) text += $"，核定 {WorkLineRules.Yuan(amount)} 元";
        if (line.Cut > 0) text += $"，核减 {WorkLineRules.Yuan(line.Cut)} 元";
        if (line.Added > 0) text += $"，核增 {WorkLineRules.Yuan(line.Added)} 元";
        if (line.Reason.Length > 0) text += $"（{line.Reason}）";
        text += "。" + (doubts.Count > 0 ? $"疑点：{string.Join("、", doubts)}。" : "");
        return text.Length <= MaxDescription ? text : text[..MaxDescription];
    }

    /// <summary>Why the lines cannot be concluded so, or null.</summary>
    public static Fault? FaultOf(ConclusionForm form, IReadOnlyList<WorkLine> lines, UserIdentity user, DateOnly today)
    {
        if (!AuditConclusion.All.Contains(form.Conclusion)) return new Fault("审计结论", "审计结论：没有选择。请选择 属实、部分属实、不属实 或 待补资料。");
        if (lines.Any(l => l.IsReportedBy(user.Name))) return new Fault("审计结论", "审计结论：这一户的用工用料有您登记或修改的，谁申报谁不能定案。请由审计组其他人定案。");
        if (form.AuditedOn > today) return new Fault("审计日期", $"审计日期：日期在将来（{form.AuditedOn:yyyy-MM-dd}，今天是 {today:yyyy-MM-dd}）。请填写不晚于今天的日期。");
        if (form.Auditors.Trim().Length is 0 or > MaxAuditors) return new Fault("审计人员", $"审计人员：{(form.Auditors.Trim().Length == 0 ? "没有填写。请写到户的人" : $"超过 {MaxAuditors} 个字。请缩短")}。");
        if (form.Opinion.Trim().Length > MaxDescription) return new Fault("审计意见", $"审计意见：超过 {MaxDescription} 个字。请缩短。");
        var (sums, isFinal) = (LineSums.Of(lines), AuditConclusion.IsFinal(form.Conclusion));
        if (isFinal && !sums.IsComplete) return new Fault("审计结论", $"审计结论：还有 {sums.Lines - sums.Verified} 条没有核实，不能定案。请逐条核实，或选择 待补资料。");
        if (isFinal && lines.FirstOrDefault(l => l is { Cut: > 0, Reason: "" }) is { } silent)
            return new Fault("核减原因", $"核减原因：第 {silent.Number} 条核减 {WorkLineRules.Yuan(silent.Cut)} 元没有写原因。请写明后再定案。");
        return AuditRules.ConclusionFault(form.Conclusion, form.Opinion.Trim(), sums);
    }
}

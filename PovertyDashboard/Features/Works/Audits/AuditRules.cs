using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Audits;

/// <summary>Rules of audits (审计校验); pure. Who reported may not conclude, and no file moves an audit past its conclusion (ADR 0018).</summary>
public static class AuditRules
{
    public static IEnumerable<Fault> Check(HomeAudit audit, RowContext context)
    {
        if (audit.Reported - audit.Cut + audit.Added != audit.Verified)
            yield return new Fault("核定合计", $"核定合计：与“申报合计－核减合计＋核增合计”不符（“{Yuan(audit.Verified)}”，应为 {Yuan(audit.Reported - audit.Cut + audit.Added)}）。请核对四个合计。");
        if (audit.Conclusion.Length == 0 && audit.ConcludedOn is not null) yield return new Fault("审计结论", $"审计结论：填了定案日期（“{audit.ConcludedOn:yyyy-MM-dd}”），没有结论。请选择结论，或删去定案日期。");
        if (audit.ConcludedOn < audit.AuditedOn) yield return new Fault("定案日期", $"定案日期：早于审计日期（“{audit.ConcludedOn:yyyy-MM-dd}”，审计是 {audit.AuditedOn:yyyy-MM-dd}）。请核对两个日期。");
        if (ConclusionFault(audit.Conclusion, audit.Opinion, new LineSums(audit.Lines, audit.Lines, audit.Reported, audit.Reported, audit.Verified, audit.Cut, audit.Added)) is { } fault) yield return fault;
    }

    /// <summary>A conclusion says what the sums say.</summary>
    public static Fault? ConclusionFault(string conclusion, string opinion, LineSums sums)
    {
        var isChanged = sums.Cut > 0 || sums.Added > 0;
        if (conclusion == AuditConclusion.True && isChanged)
            return new Fault("审计结论", $"审计结论：有核减 {Yuan(sums.Cut)} 元、核增 {Yuan(sums.Added)} 元，不能是属实。请选择 部分属实 或 不属实。");
        if (conclusion is AuditConclusion.Partly or AuditConclusion.Untrue && !isChanged)
            return new Fault("审计结论", $"审计结论：没有核减也没有核增，不能是{conclusion}。请选择 属实，或先逐条核实。");
        return conclusion is AuditConclusion.Untrue or AuditConclusion.Papers && opinion.Length == 0
            ? new Fault("审计意见", $"审计意见：结论是{conclusion}，没有写意见。请写明{(conclusion == AuditConclusion.Papers ? "还缺什么资料" : "哪里不属实")}。")
            : null;
    }

    /// <summary>Four eyes hold for files too: a file changes no conclusion, and nothing of what is concluded.</summary>
    public static string? RefuseImport(HomeAudit stored, HomeAudit incoming)
    {
        if (stored.IsFinal) return $"审计结论：这次审计已定案（{stored.Conclusion}），文件不能再改。请从文件中删去这一行。";
        return incoming.Conclusion != stored.Conclusion ? $"审计结论：文件不能给已登记的审计下结论（“{incoming.Conclusion}”）。请审计组在入户审计页定案，或恢复原来的结论。" : null;
    }

    private static string Yuan(long fen) => WorkLineRules.Yuan(fen);
}

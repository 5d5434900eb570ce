using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Audits;

/// <summary>
/// Where works are audited in the home (入户审计): lines are verified one by one, a finding opens its problem, and a conclusion fixes the lines.
/// Each act checks right, place, state and version itself; who reported a line may not conclude (谁申报谁不定案, ADR 0018).
/// </summary>
public sealed class AuditDesk(IDbContextFactory<AppDbContext> contexts, CurrentUser current, SettingsDirectory settings, Clock clock)
{
    /// <summary>问题来源 of what an audit finds.</summary>
    public const string Source = "审计";

    /// <summary>问题类别 of what an audit finds.</summary>
    public const string Category = "项目资金";

    private const int MaxText = 500;

    private const string Gone = "明细：已不存在，或不在您的管辖范围内。请刷新后再看。", Fixed = "定案：这一户已定案，不能再改。有差错的，请先撤销定案。";

    private UserIdentity User => current.Identity;

    public bool MayAudit(long region) => User.May(Act.Audit) && User.Scope.Contains(region);

    /// <summary>Records what was found of a line (核实).</summary>
    public Task<AuditOutcome> VerifyAsync(Verification found, CancellationToken ct) => RunAsync(async (db, inner) =>
    {
        var line = await db.Set<WorkLine>().FirstOrDefaultAsync(l => l.Id == found.LineId, inner);
        if (RefusalOf(line) is { } refusal) return refusal;
        if (line!.Version != found.VersionSeen) return AuditOutcome.Refused($"没有保存：{await DeletedRows.PersonAsync(db, line.ChangedBy, inner)}刚刚改过第 {line.Number} 条。请核对后再填。");
        if (found.Quantity < 0 || found.Price < 0) return AuditOutcome.Refused($"{(found.Quantity < 0 ? "核实数量" : "核定单价")}：为负数。请填写不小于 0 的数。");
        if (found.Reason.Trim().Length > MaxText) return AuditOutcome.Refused($"核减原因：超过 {MaxText} 个字。请缩短。");
        (line.VerifiedQuantity, line.VerifiedPrice, line.Reason) = (found.Quantity, found.Price, found.Reason.Trim());
        line.IsAddition = found.IsAddition ? true : null;
        if (VerificationFault(line, new RowContext(clock.Today, User)) is { } fault) return AuditOutcome.Refused(fault.Message);
        (line.VerifiedBy, line.VerifiedOn) = (User.DisplayName, clock.Today);
        await db.SaveChangesAsync(inner);
        return AuditOutcome.Done($"已核实第 {line.Number} 条。");
    }, ct);

    /// <summary>Takes back what was found of a line (撤销核实), so that the 社区 can put right what it reported.</summary>
    public Task<AuditOutcome> UnverifyAsync(long lineId, int versionSeen, CancellationToken ct) => RunAsync(async (db, inner) =>
    {
        var line = await db.Set<WorkLine>().FirstOrDefaultAsync(l => l.Id == lineId, inner);
        if (RefusalOf(line) is { } refusal) return refusal;
        if (line!.Version != versionSeen) return AuditOutcome.Refused($"没有保存：{await DeletedRows.PersonAsync(db, line.ChangedBy, inner)}刚刚改过第 {line.Number} 条。请核对后再办。");
        (line.VerifiedQuantity, line.VerifiedPrice, line.IsAddition, line.Reason, line.VerifiedBy, line.VerifiedOn) = (null, null, null, "", "", null);
        await db.SaveChangesAsync(inner);
        return AuditOutcome.Done($"已撤销第 {line.Number} 条的核实。");
    }, ct);

    /// <summary>Takes the lines that nobody has verified yet as they were reported (其余按申报核定).</summary>
    public Task<AuditOutcome> AcceptRestAsync(long anyLine, CancellationToken ct) => RunAsync(async (db, inner) =>
    {
        var (lines, refusal) = await OpenAsync(db, anyLine, inner);
        if (refusal is not null) return refusal;
        var rest = lines.Where(l => !l.IsVerified).ToList();
        if (rest.Count == 0) return AuditOutcome.Refused("核实：每一条都已核实。");
        foreach (var line in rest) (line.VerifiedQuantity, line.VerifiedPrice, line.VerifiedBy, line.VerifiedOn) = (line.ReportedQuantity, line.ReportedPrice, User.DisplayName, clock.Today);
        await db.SaveChangesAsync(inner);
        return AuditOutcome.Done($"已按申报核定 {rest.Count} 条。");
    }, ct);

    /// <summary>Opens the problem of a line in the remediation ledger (转整改).</summary>
    public Task<AuditOutcome> ReportAsync(long lineId, CancellationToken ct) => RunAsync(async (db, inner) =>
    {
        var line = await db.Set<WorkLine>().FirstOrDefaultAsync(l => l.Id == lineId, inner);
        if (line is null || !MayAudit(line.Region)) return AuditOutcome.Refused(line is null ? Gone : "您的账号不能审计。请由审计组办理。");
        var doubts = (await HomeReader.DoubtsAsync(db, [line], settings, clock.Today, inner))[line.Id].ToList();
        if (doubts.Count == 0 && line is { Cut: 0, Added: 0 }) return AuditOutcome.Refused("转整改：这一条没有核减、核增，也没有疑点。请先核实。");
        var finding = new Finding(
            line.Region, line.HouseholdName, line.HouseholdId, Source, Category, AuditFindings.Describe(line, doubts), clock.Today, User.DisplayName, WorkLineLedger.Key, line.Id, "");
        var opened = await FoundProblems.OpenAsync(db, [finding], settings, inner);
        if (opened.Count == 0) return AuditOutcome.Refused("转整改：这一条已转过整改。请在整改台账里办理。");
        db.AddRange(opened);
        await db.SaveChangesAsync(inner);
        return AuditOutcome.Done($"已转整改：{opened[0].Number}。");
    }, ct);

    /// <summary>Concludes the audit of a home (定案); 待补资料 leaves its lines open.</summary>
    public Task<AuditOutcome> ConcludeAsync(ConclusionForm form, CancellationToken ct) => RunAsync(async (db, inner) =>
    {
        var (lines, refusal) = await OpenAsync(db, form.Line, inner);
        if (refusal is not null) return refusal;
        if (AuditFindings.FaultOf(form, lines, User, clock.Today) is { } fault) return AuditOutcome.Refused(fault.Message);
        var (home, sums) = (HomeKey.Of(lines[0]), LineSums.Of(lines));
        var audits = await db.Set<HomeAudit>().Where(a => a.Region == home.Region && a.HouseholdName == home.HouseholdName && a.HouseholdId == home.HouseholdId).OrderByDescending(a => a.Id).ToListAsync(inner);
        if (audits.Find(a => a.IsFinal && a.AuditedOn == form.AuditedOn) is not null) return AuditOutcome.Refused($"审计日期：这一户 {form.AuditedOn:yyyy-MM-dd} 已有定案的审计。请填写这一次审计的日期。");
        var audit = audits.Find(a => !a.IsFinal);
        if (audit is null) db.Add(audit = new HomeAudit { Region = home.Region, HouseholdName = home.HouseholdName, HouseholdId = home.HouseholdId });
        (audit.AuditedOn, audit.Auditors, audit.Conclusion, audit.Opinion) = (form.AuditedOn, form.Auditors.Trim(), form.Conclusion, form.Opinion.Trim());
        // While papers are missing, what is not verified counts as reported.
        (audit.Lines, audit.Reported, audit.Verified, audit.Cut, audit.Added) = (sums.Lines, sums.Reported, sums.Reported - sums.Cut + sums.Added, sums.Cut, sums.Added);
        (audit.ConcludedBy, audit.ConcludedOn) = audit.IsFinal ? (User.Name, (DateOnly?)clock.Today) : ("", null);
        await db.SaveChangesAsync(inner);
        if (!audit.IsFinal) return AuditOutcome.Done("已登记待补资料，明细仍可修改。");
        foreach (var line in lines) line.AuditId = audit.Id;
        await db.SaveChangesAsync(inner);
        return AuditOutcome.Done($"已定案：{audit.Conclusion}，核定 {WorkLineRules.Yuan(audit.Verified)} 元，核减 {WorkLineRules.Yuan(audit.Cut)} 元，核增 {WorkLineRules.Yuan(audit.Added)} 元。");
    }, ct);

    /// <summary>Takes a conclusion back (撤销定案), with a reason, by somebody else than who concluded.</summary>
    public Task<AuditOutcome> ReopenAsync(long auditId, int versionSeen, string reason, CancellationToken ct) => RunAsync(async (db, inner) =>
    {
        var audit = await db.Set<HomeAudit>().FirstOrDefaultAsync(a => a.Id == auditId, inner);
        if (audit is null || !User.Scope.Contains(audit.Region)) return AuditOutcome.Refused("审计：已不存在，或不在您的管辖范围内。请刷新后再看。");
        if (!User.May(Act.Audit)) return AuditOutcome.Refused("您的账号不能审计。请由审计组办理。");
        if (!audit.IsFinal || audit.Version != versionSeen) return AuditOutcome.Refused("撤销定案：这次审计刚刚被改过。请刷新后再看。");
        if (audit.ConcludedBy == User.Name) return AuditOutcome.Refused("撤销定案：这次审计是您定案的。请由审计组其他人撤销。");
        if (reason.Trim().Length is 0 or > 200) return AuditOutcome.Refused("撤销原因：请写明哪里有差错，不超过 200 个字。");
        var lines = await db.Set<WorkLine>().Where(l => l.AuditId == audit.Id).ToListAsync(inner);
        foreach (var line in lines) line.AuditId = null;
        audit.Remark = $"{audit.Remark}{(audit.Remark.Length > 0 ? "；" : "")}{clock.Today:yyyy-MM-dd} 撤销定案（{audit.Conclusion}）：{reason.Trim()}";
        if (audit.Remark.Length > MaxText) audit.Remark = audit.Remark[^MaxText..];
        (audit.Conclusion, audit.ConcludedBy, audit.ConcludedOn) = ("", "", null);
        await db.SaveChangesAsync(inner);
        return AuditOutcome.Done($"已撤销定案，{lines.Count} 条明细可以重新核实。");
    }, ct);

    /// <summary>The rules of the line, and a reason for everything that is cut.</summary>
    private static Fault? VerificationFault(WorkLine line, RowContext context)
    {
        if (WorkLineRules.Check(line, context).FirstOrDefault() is { Message: not null } fault) return fault;
        var (reported, verified) = LineAmounts.Of(line);
        return line.Reason.Length == 0 && LineAmounts.Difference(reported, verified).Cut is var cut and > 0
            ? new Fault("核减原因", $"核减原因：核减 {WorkLineRules.Yuan(cut)} 元没有写原因。请写明为什么核减，例如 实际只用 18 袋。")
            : null;
    }

    private AuditOutcome? RefusalOf(WorkLine? line) =>
        line is null || !User.Scope.Contains(line.Region) ? AuditOutcome.Refused(Gone)
        : !User.May(Act.Audit) ? AuditOutcome.Refused("您的账号不能审计。请由审计组办理。")
        : line.IsFixed ? AuditOutcome.Refused(Fixed)
        : null;

    /// <summary>The lines of the home that no conclusion has fixed.</summary>
    private async Task<(List<WorkLine> Lines, AuditOutcome? Refusal)> OpenAsync(AppDbContext db, long anyLine, CancellationToken ct)
    {
        var line = await db.Set<WorkLine>().FirstOrDefaultAsync(l => l.Id == anyLine, ct);
        if (line is null || !User.Scope.Contains(line.Region)) return ([], AuditOutcome.Refused(Gone));
        if (!User.May(Act.Audit)) return ([], AuditOutcome.Refused("您的账号不能审计。请由审计组办理。"));
        var lines = await db.Set<WorkLine>().Where(HomeKey.Of(line).Lines()).Where(l => l.AuditId == null).OrderBy(l => l.Number).ThenBy(l => l.Id).ToListAsync(ct);
        return lines.Count == 0 ? ([], AuditOutcome.Refused(Fixed)) : (lines, null);
    }

    /// <summary>Runs the act in one transaction; what it refuses is not saved.</summary>
    private async Task<AuditOutcome> RunAsync(Func<AppDbContext, CancellationToken, Task<AuditOutcome>> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(inner => act(db, inner), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return AuditOutcome.Refused(refused.Message);
        }
    }
}

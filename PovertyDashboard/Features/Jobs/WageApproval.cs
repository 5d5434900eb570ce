using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>
/// The way of a wage sheet from draft to fixed (工资审定): 草稿 → 待审核 → 已审定. Who has had a hand in a sheet cannot approve it (四眼原则, ADR 0014),
/// and before each step every line is compared with attendance and standard to the fen.
/// </summary>
public sealed class WageApproval(IDbContextFactory<AppDbContext> contexts, WageMaker maker, CurrentUser current, Clock clock)
{
    private const int NamedPeople = 5;

    private UserIdentity User => current.Identity;

    /// <summary>Hands a draft in (提交审核).</summary>
    public Task<WageOutcome> SubmitAsync(long sheetId, int versionSeen, CancellationToken ct) => ActAsync(sheetId, versionSeen, WageState.Draft, Act.Write, async (db, sheet, lines, inner) =>
    {
        if (lines.Count == 0) return WageOutcome.Refused("提交：表里还没有人。请先生成工资表。");
        if (lines.Where(l => l.BankCard.Length == 0 && l.Net > 0).ToList() is { Count: > 0 } cash)
            return WageOutcome.Refused($"银行账号：{Names(cash)}没有填写（工资由一卡通发放，不发现金）。请在上岗人员台账补填，再重新生成。");
        if (await MismatchAsync(db, sheet, lines, inner) is { } mismatch) return WageOutcome.Refused(mismatch);
        (sheet.SubmittedBy, sheet.SubmittedOn, sheet.ReturnReason) = (User.Name, clock.Today, "");
        sheet.Touch(User.Name);
        return await MoveAsync(db, sheet, lines, WageState.Pending, $"已提交{sheet.Title}，等待审定。", inner);
    }, ct);

    /// <summary>Takes a sheet that was handed in back (撤回).</summary>
    public Task<WageOutcome> WithdrawAsync(long sheetId, int versionSeen, CancellationToken ct) => ActAsync(sheetId, versionSeen, WageState.Pending, Act.Write, (db, sheet, lines, inner) =>
        MoveAsync(db, sheet, lines, WageState.Draft, $"已撤回{sheet.Title}。", inner), ct);

    /// <summary>Sends a sheet back to its maker with a reason (退回).</summary>
    public Task<WageOutcome> ReturnAsync(long sheetId, int versionSeen, string reason, CancellationToken ct) => ActAsync(sheetId, versionSeen, WageState.Pending, Act.ApproveWages, async (db, sheet, lines, inner) =>
    {
        if (reason.Trim().Length is 0 or > 500) return WageOutcome.Refused("退回原因：请写明要改什么，例如 考勤漏记，不超过 500 个字。");
        sheet.ReturnReason = reason.Trim();
        return await MoveAsync(db, sheet, lines, WageState.Draft, $"已退回{sheet.Title}。", inner);
    }, ct);

    /// <summary>Approves and so fixes a sheet for good (审定).</summary>
    public Task<WageOutcome> ApproveAsync(long sheetId, int versionSeen, CancellationToken ct) => ActAsync(sheetId, versionSeen, WageState.Pending, Act.ApproveWages, async (db, sheet, lines, inner) =>
    {
        if (sheet.IsTouchedBy(User.Name)) return WageOutcome.Refused("审定：这张表是您制表、修改或提交的，谁制表谁不能审定。请由其他工作人员或领导审定。");
        if (await MismatchAsync(db, sheet, lines, inner) is { } mismatch) return WageOutcome.Refused(mismatch);
        (sheet.ApprovedBy, sheet.ApprovedByName, sheet.ApprovedOn) = (User.Name, User.DisplayName, clock.Today);
        return await MoveAsync(db, sheet, lines, WageState.Fixed, $"已审定{sheet.Title}：{sheet.People} 人，实发 {WageRules.Yuan(sheet.Net)} 元。", inner);
    }, ct);

    /// <summary>Whether the user may approve the sheet now, for the page's button; the act checks again.</summary>
    public bool MayApprove(WageSheet sheet) =>
        sheet.State == WageState.Pending && User.May(Act.ApproveWages) && User.Scope.Contains(sheet.Region) && !sheet.IsTouchedBy(User.Name);

    private Task<WageOutcome> ActAsync(long sheetId, int versionSeen, string from, Act right, Func<AppDbContext, WageSheet, List<WageLine>, CancellationToken, Task<WageOutcome>> act, CancellationToken ct) =>
        WageActs.RunAsync(contexts, async (db, inner) =>
        {
            if (!User.May(right)) return WageOutcome.Refused(right == Act.Write ? "您的账号不能制工资表。请由扶贫办办理。" : "您的账号不能审定工资表。请由其他工作人员或领导审定。");
            var sheet = await db.Set<WageSheet>().FirstOrDefaultAsync(s => s.Id == sheetId, inner);
            if (sheet is null || !User.Scope.Contains(sheet.Region)) return WageOutcome.Refused(WageActs.Gone);
            if (sheet.State != from) return WageOutcome.Refused(sheet.State == WageState.Fixed ? WageActs.NotDraft(sheet) : $"状态：{sheet.Title}现在是“{sheet.State}”。请刷新后再办理。");
            if (sheet.Version != versionSeen) return WageOutcome.Refused($"没有办理：{sheet.Title}刚刚被改过。请核对后再办理。");
            var lines = await db.Set<WageLine>().Where(l => l.SheetId == sheet.Id).OrderBy(l => l.Id).ToListAsync(inner);
            return await act(db, sheet, lines, inner);
        }, ct);

    private static async Task<WageOutcome> MoveAsync(AppDbContext db, WageSheet sheet, List<WageLine> lines, string state, string message, CancellationToken ct)
    {
        sheet.State = state;
        foreach (var line in lines) line.State = state;
        (sheet.People, sheet.Gross, sheet.Net) = (lines.Count, lines.Sum(l => l.Gross), lines.Sum(l => l.Net));
        await db.SaveChangesAsync(ct);
        return new WageOutcome(true, message) { Sheet = sheet };
    }

    /// <summary>Whose line is not what attendance and standard make of it now; history from files has only its own sums.</summary>
    private async Task<string?> MismatchAsync(AppDbContext db, WageSheet sheet, List<WageLine> lines, CancellationToken ct)
    {
        var made = (await maker.CandidatesAsync(db, sheet.Region, sheet.Month, ct)).Select(c => c.Line).OfType<WageLine>().ToDictionary(l => l.HolderId);
        var paid = sheet.IsCorrection ? await WageActs.PaidAsync(db, sheet, ct) : null;
        var wrong = lines.Where(l => WageRules.Amounts(l) != (l.Gross, l.Net) || l.Settled != (paid?[l.HolderId].Sum(p => p.Net) ?? 0) || (!l.IsImported && !IsSame(l, made.GetValueOrDefault(l.HolderId)))).ToList();
        return wrong.Count == 0 ? null : $"{sheet.Title}：{Names(wrong)}与现在的考勤、标准不一致。请{(sheet.State == WageState.Pending ? "退回后" : "")}{(sheet.IsCorrection ? "移出后重新加入" : "重新生成")}。";
    }

    private static bool IsSame(WageLine line, WageLine? made) =>
        made is not null && (line.Standard, line.Due, line.Present, line.PaidDays) == (made.Standard, made.Due, made.Present, made.PaidDays);

    private static string Names(List<WageLine> lines) => string.Join('、', lines.Take(NamedPeople).Select(l => l.Name)) + (lines.Count > NamedPeople ? $" 等 {lines.Count} 人" : "");
}

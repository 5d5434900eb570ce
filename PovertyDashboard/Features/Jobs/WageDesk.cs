using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>What became of an act on a wage sheet (办理结果).</summary>
/// <param name="Message">「已生成 52 人」, or why nothing was done.</param>
public sealed record WageOutcome(bool IsDone, string Message)
{
    /// <summary>The sheet, where one was made or changed.</summary>
    public WageSheet? Sheet { get; init; }

    /// <summary>People without a line and why (没有列入).</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public static WageOutcome Refused(string sentence) => new(false, sentence);
}

/// <summary>What may be changed in a line of a draft (调整).</summary>
public sealed record WageAdjustment(long LineId, int VersionSeen, long Bonus, long Deduction, string Remark);

/// <summary>
/// Where wage sheets are made, adjusted and handed in (工资制表): each act checks right, place, state and version itself.
/// Approving is <see cref="WageApproval"/>.
/// </summary>
public sealed class WageDesk(IDbContextFactory<AppDbContext> contexts, WageMaker maker, CurrentUser current, Clock clock)
{
    private UserIdentity User => current.Identity;

    /// <summary>Makes the month's sheet from attendance, or makes a draft again; bonuses, deductions and notes stay.</summary>
    public Task<WageOutcome> MakeAsync(long township, int month, CancellationToken ct) => WageActs.RunAsync(contexts, async (db, inner) =>
    {
        if (WageActs.RefusalToMake(User, township) is { } refusal) return WageOutcome.Refused(refusal);
        if (!YearMonth.IsMonth(month) || YearMonth.Last(month) > clock.Today)
            return WageOutcome.Refused(YearMonth.IsMonth(month) ? $"月份：{YearMonth.Words(month)}还没有结束（今天是 {clock.Today:yyyy-MM-dd}）。请在月底以后生成工资表。" : "月份：不是月份。请选择月份。");
        var sheet = await db.Set<WageSheet>().OrderBy(s => s.Id).FirstOrDefaultAsync(s => s.Region == township && s.Month == month && s.Batch == "", inner);
        if (sheet is { State: not WageState.Draft }) return WageOutcome.Refused(WageActs.NotDraft(sheet));
        var candidates = await maker.CandidatesAsync(db, township, month, inner);
        if (sheet is null)
        {
            if (candidates.All(c => c.Line is null)) return WageOutcome.Refused($"没有可以发放的人。{WageActs.LeftOutWords(candidates)}") with { LeftOut = WageActs.LeftOut(candidates) };
            sheet = WageLinks.NewSheet(township, month, User);
            db.Add(sheet);
            await db.SaveChangesAsync(inner);
        }

        var stored = await db.Set<WageLine>().Where(l => l.SheetId == sheet.Id).ToListAsync(inner);
        WageActs.Renew(db, sheet, stored, [.. candidates.Select(c => c.Line).OfType<WageLine>()]);
        return await DoneAsync(db, sheet, candidates, inner);
    }, ct);

    /// <summary>Begins a sheet that corrects a fixed one: everybody whose pay is now another, with what has been paid taken off.</summary>
    public Task<WageOutcome> CorrectAsync(long sheetId, string reason, CancellationToken ct) => WageActs.RunAsync(contexts, async (db, inner) =>
    {
        var corrected = await db.Set<WageSheet>().FirstOrDefaultAsync(s => s.Id == sheetId, inner);
        if (corrected is null) return WageOutcome.Refused(WageActs.Gone);
        if (WageActs.RefusalToMake(User, corrected.Region) is { } refusal) return WageOutcome.Refused(refusal);
        if (corrected.State != WageState.Fixed) return WageOutcome.Refused($"状态：这张表{corrected.State}，还不用更正。请直接修改草稿。");
        if (reason.Trim().Length is 0 or > 500) return WageOutcome.Refused("更正说明：请写明为什么更正，例如 8 月 12 日漏记出勤，不超过 500 个字。");
        var batches = await db.Set<WageSheet>().Where(s => s.Region == corrected.Region && s.Month == corrected.Month).ToListAsync(inner);
        if (batches.Find(s => s.State != WageState.Fixed) is { } open) return WageOutcome.Refused($"更正：{open.Title}还没有审定（{open.State}）。请先办完这一张。");
        var sheet = WageLinks.NewSheet(corrected.Region, corrected.Month, User);
        (sheet.Batch, sheet.CorrectsId, sheet.Reason) = ($"更正{batches.Count}", corrected.Id, reason.Trim());
        db.Add(sheet);
        await db.SaveChangesAsync(inner);
        var candidates = await maker.CandidatesAsync(db, corrected.Region, corrected.Month, inner);
        var paid = await WageActs.PaidAsync(db, sheet, inner);
        foreach (var line in candidates.Select(c => c.Line).OfType<WageLine>().Select(l => WageActs.Against(l, paid)).Where(l => l.Net != 0)) db.Add(WageActs.Into(sheet, line));
        return await DoneAsync(db, sheet, candidates, inner);
    }, ct);

    /// <summary>Takes a person into a correction although attendance and standard have not changed, so that bonus or deduction can be.</summary>
    public Task<WageOutcome> AddAsync(long sheetId, long holderId, CancellationToken ct) => OnDraftAsync(sheetId, async (db, sheet, inner) =>
    {
        if (!sheet.IsCorrection) return WageOutcome.Refused("加人：当月工资按考勤生成，不用加人。请补记考勤后重新生成。");
        if (await db.Set<WageLine>().AnyAsync(l => l.SheetId == sheet.Id && l.HolderId == holderId, inner)) return WageOutcome.Refused("加人：这个人已在表里。");
        var candidate = (await maker.CandidatesAsync(db, sheet.Region, sheet.Month, inner)).FirstOrDefault(c => c.Holder.Id == holderId);
        if (candidate?.Line is null) return WageOutcome.Refused($"加人：{candidate?.WhyNot ?? "这个人当月不在岗"}。请先补好考勤再加。");
        db.Add(WageActs.Into(sheet, WageActs.Against(candidate.Line, await WageActs.PaidAsync(db, sheet, inner))));
        return await DoneAsync(db, sheet, [], inner);
    }, ct);

    /// <summary>Changes bonus, deduction and note of a line.</summary>
    public Task<WageOutcome> AdjustAsync(WageAdjustment change, CancellationToken ct) => OnLineAsync(change.LineId, change.VersionSeen, async (db, sheet, line, inner) =>
    {
        if (change.Bonus < 0 || change.Deduction < 0) return WageOutcome.Refused($"{(change.Bonus < 0 ? "奖励" : "扣款")}：为负数。请填写不小于 0 的金额。");
        if (change.Remark.Length > 200) return WageOutcome.Refused("备注：超过 200 个字。请缩短。");
        (line.Bonus, line.Deduction, line.Remark) = (change.Bonus, change.Deduction, change.Remark.Trim());
        if (WageRules.AmountFault(line) is { } fault) return WageOutcome.Refused(fault.Message);
        return await DoneAsync(db, sheet, [], inner);
    }, ct);

    /// <summary>Takes a person out of a draft.</summary>
    public Task<WageOutcome> RemoveAsync(long lineId, int versionSeen, CancellationToken ct) => OnLineAsync(lineId, versionSeen, async (db, sheet, line, inner) =>
    {
        (line.IsDeleted, line.DeleteReason) = (true, "移出工资表");
        return await DoneAsync(db, sheet, [], inner);
    }, ct);

    /// <summary>Gives up a draft with its lines (作废).</summary>
    public Task<WageOutcome> DiscardAsync(long sheetId, CancellationToken ct) => OnDraftAsync(sheetId, async (db, sheet, inner) =>
    {
        foreach (var line in await db.Set<WageLine>().Where(l => l.SheetId == sheet.Id).ToListAsync(inner)) (line.IsDeleted, line.DeleteReason) = (true, "作废草稿");
        (sheet.IsDeleted, sheet.DeleteReason) = (true, "作废草稿");
        await db.SaveChangesAsync(inner);
        return new WageOutcome(true, $"已作废{sheet.Title}草稿。");
    }, ct);

    private Task<WageOutcome> OnLineAsync(long lineId, int versionSeen, Func<AppDbContext, WageSheet, WageLine, CancellationToken, Task<WageOutcome>> act, CancellationToken ct) => WageActs.RunAsync(contexts, async (db, inner) =>
    {
        var line = await db.Set<WageLine>().FirstOrDefaultAsync(l => l.Id == lineId, inner);
        if (line is null) return WageOutcome.Refused(WageActs.Gone);
        if (line.Version != versionSeen) return WageOutcome.Refused($"没有保存：{await DeletedRows.PersonAsync(db, line.ChangedBy, inner)}刚刚改过这一行。请核对后再改。");
        return await OnDraftAsync(db, line.SheetId, (context, sheet, innermost) => act(context, sheet, line, innermost), inner);
    }, ct);

    private Task<WageOutcome> OnDraftAsync(long sheetId, Func<AppDbContext, WageSheet, CancellationToken, Task<WageOutcome>> act, CancellationToken ct) =>
        WageActs.RunAsync(contexts, (db, inner) => OnDraftAsync(db, sheetId, act, inner), ct);

    private async Task<WageOutcome> OnDraftAsync(AppDbContext db, long sheetId, Func<AppDbContext, WageSheet, CancellationToken, Task<WageOutcome>> act, CancellationToken ct)
    {
        var sheet = await db.Set<WageSheet>().FirstOrDefaultAsync(s => s.Id == sheetId, ct);
        if (sheet is null) return WageOutcome.Refused(WageActs.Gone);
        if (WageActs.RefusalToMake(User, sheet.Region) is { } refusal) return WageOutcome.Refused(refusal);
        return sheet.State == WageState.Draft ? await act(db, sheet, ct) : WageOutcome.Refused(WageActs.NotDraft(sheet));
    }

    private async Task<WageOutcome> DoneAsync(AppDbContext db, WageSheet sheet, IReadOnlyList<WageCandidate> candidates, CancellationToken ct)
    {
        sheet.Touch(User.Name);
        await db.SaveChangesAsync(ct);
        await WageLinks.SumAsync(db, sheet, ct);
        await db.SaveChangesAsync(ct);
        return new WageOutcome(true, $"{sheet.Title}：{sheet.People} 人，实发合计 {WageRules.Yuan(sheet.Net)} 元。{WageActs.LeftOutWords(candidates)}") { Sheet = sheet, LeftOut = WageActs.LeftOut(candidates) };
    }
}

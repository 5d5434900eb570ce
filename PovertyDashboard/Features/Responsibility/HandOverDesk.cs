using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>A hand-over (交接单): the first day of the successor and why the predecessor ends.</summary>
/// <param name="Id">The assignment that ends.</param>
/// <param name="VersionSeen">Its version as the user saw it.</param>
/// <param name="Day">First day of the successor; the predecessor's last day is the one before.</param>
/// <param name="Reason">结束原因, text of code list assignment-end.</param>
/// <param name="Next">The successor: name, unit, post, phone and account; null ends the assignment without one.</param>
public sealed record HandOver(long Id, int VersionSeen, DateOnly Day, string Reason, Assignment? Next);

/// <summary>Hands an assignment over (交接): the old row ends and the new one begins in one transaction, so that nothing is overwritten.</summary>
public sealed class HandOverDesk(IDbContextFactory<AppDbContext> contexts, CurrentUser user, Clock clock, CodeListDirectory codes, SettingsDirectory settings)
{
    private const string DayHeader = "交接日期";

    private static readonly Ledger<Assignment> Ledger = AssignmentLedger.Ledger;

    public async Task<SaveOutcome> RunAsync(HandOver act, CancellationToken ct)
    {
        if (!user.Identity.MayAny(Ledger.Writers)) return new RowRefused("您的账号只能查看，不能办理交接。请由扶贫办办理。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(inner => RunAsync(db, act, inner), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return new RowRefused(refused.Message);
        }
    }

    private async Task<SaveOutcome> RunAsync(AppDbContext db, HandOver act, CancellationToken ct)
    {
        if (await db.Set<Assignment>().FirstOrDefaultAsync(a => a.Id == act.Id, ct) is not { } old) return new RowRefused("这条包联已被删除，或不在您的管辖范围内。请刷新后再看。");
        if (old.Version != act.VersionSeen) return new RowConflict(old, await DeletedRows.PersonAsync(db, old.ChangedBy, ct), old.ChangedAt);
        if (old.EndedOn is { } end) return new RowRefused($"这条包联已在 {end:yyyy-MM-dd} 结束。请在现任责任人的那一行办理。");
        if (act.Day <= old.StartedOn) return Invalid(DayHeader, $"不晚于开始日期（“{act.Day:yyyy-MM-dd}”，开始是 {old.StartedOn:yyyy-MM-dd}）。请填写开始以后的日期");
        if (codes.Current.Match(AssignmentLedger.EndReason.CodeList!, act.Reason) is null) return Invalid(AssignmentLedger.EndReason.Header, "没有选择。请选择为什么结束，例如 工作调动");
        (old.EndedOn, old.EndReason) = (act.Day.AddDays(-1), act.Reason);
        if (act.Next is { } next && FaultsOf(Take(next, old, act.Day)) is { Count: > 0 } faults) return new RowInvalid(faults);
        if (act.Next is { } successor)
        {
            if (successor.Helper == old.Helper && successor.Unit == old.Unit) return Invalid(AssignmentLedger.Helper.Header, $"与原责任人相同（“{old.Helper}”）。请填写接任的人");
            var context = new EffectContext(db, settings, new RowContext(clock.Today, user.Identity)) { IsByHand = true };
            if (await Ledger.CheckTogetherAsync([old, successor], context, ct) is { Count: > 0 } clashes) return new RowInvalid([.. clashes.Select(c => c.Fault)]);
            db.Add(successor);
        }

        await db.SaveChangesAsync(ct);
        return new RowSaved(act.Next ?? old);
    }

    /// <summary>The successor answers for what the predecessor did.</summary>
    private static Assignment Take(Assignment next, Assignment old, DateOnly day)
    {
        (next.Id, next.Version) = (0, 0);
        (next.Region, next.Level, next.Area, next.HouseholdName, next.HouseholdId) = (old.Region, old.Level, old.Area, old.HouseholdName, old.HouseholdId);
        (next.StartedOn, next.EndedOn, next.EndReason) = (day, null, "");
        return next;
    }

    private IReadOnlyList<Fault> FaultsOf(Assignment next)
    {
        Ledger.Derive(next, user.Identity);
        return RowValidation.Check(Ledger, Ledger.Columns, next, new RowContext(clock.Today, user.Identity), codes.Current);
    }

    private static RowInvalid Invalid(string header, string fault) => new([new Fault(header, RowValidation.Sentence(header, fault))]);
}

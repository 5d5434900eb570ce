using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Jobs;

/// <summary>What the acts on wage sheets share (工资办理): one transaction, the sentences, and how lines go into a sheet.</summary>
internal static class WageActs
{
    public const string Gone = "工资表：已不存在，或不在您的管辖范围内。请刷新后再看。";

    /// <summary>Runs the act in one transaction; what it refuses is not saved.</summary>
    public static async Task<WageOutcome> RunAsync(IDbContextFactory<AppDbContext> contexts, Func<AppDbContext, CancellationToken, Task<WageOutcome>> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(inner => act(db, inner), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return WageOutcome.Refused(refused.Message);
        }
    }

    public static string? RefusalToMake(UserIdentity user, long township) =>
        !user.May(Act.Write) ? "您的账号不能制工资表。请由扶贫办办理。"
        : !user.Scope.Contains(township) ? "工资表按乡镇造册，不在您的管辖范围内。请由乡镇扶贫办办理。"
        : null;

    public static string NotDraft(WageSheet sheet) => sheet.State == WageState.Fixed
        ? $"状态：{sheet.Title}已审定，不能再改。要补发或扣回，请做更正表。"
        : $"状态：{sheet.Title}{sheet.State}，不能修改。请先撤回或退回。";

    public static IReadOnlyList<string> LeftOut(IReadOnlyList<WageCandidate> candidates) =>
        [.. candidates.Where(c => c.Line is null).Select(c => $"{c.Holder.Name}：{c.WhyNot}")];

    public static string LeftOutWords(IReadOnlyList<WageCandidate> candidates) =>
        candidates.Count(c => c.Line is null) is var count and > 0 ? $"{count} 人没有列入，补好后请重新生成。" : "";

    /// <summary>Puts the newly made lines in the place of the old ones; what people entered stays, and lines from files stay as they are.</summary>
    public static void Renew(AppDbContext db, WageSheet sheet, List<WageLine> stored, IReadOnlyList<WageLine> made)
    {
        foreach (var line in made)
        {
            if (stored.Find(l => l.HolderId == line.HolderId) is not { } old)
            {
                db.Add(Into(sheet, line));
                continue;
            }

            if (old.IsImported) continue;
            (old.Region, old.Name, old.IdNumber, old.PostName, old.PostKind, old.PostSource) = (line.Region, line.Name, line.IdNumber, line.PostName, line.PostKind, line.PostSource);
            (old.Standard, old.Due, old.Present, old.PaidDays, old.BankName, old.BankCard) = (line.Standard, line.Due, line.Present, line.PaidDays, line.BankName, line.BankCard);
        }

        foreach (var old in stored.Where(l => !l.IsImported && made.All(m => m.HolderId != l.HolderId))) (old.IsDeleted, old.DeleteReason) = (true, "重新生成");
    }

    public static WageLine Into(WageSheet sheet, WageLine line)
    {
        (line.SheetId, line.Batch, line.State) = (sheet.Id, sheet.Batch, sheet.State);
        return line;
    }

    /// <summary>What fixed sheets of the month have paid each person, with the last line of each.</summary>
    public static async Task<ILookup<long, WageLine>> PaidAsync(AppDbContext db, WageSheet sheet, CancellationToken ct) =>
        (await (from l in db.Set<WageLine>().AsNoTracking()
                join s in db.Set<WageSheet>() on l.SheetId equals s.Id
                where s.Region == sheet.Region && s.Month == sheet.Month && s.State == WageState.Fixed
                orderby l.Id
                select l).ToListAsync(ct)).ToLookup(l => l.HolderId);

    /// <summary>The line less what has been paid; bonus and deduction go on from the last line.</summary>
    public static WageLine Against(WageLine line, ILookup<long, WageLine> paid)
    {
        var before = paid[line.HolderId].ToList();
        line.Settled = before.Sum(l => l.Net);
        if (before.Count > 0) (line.Bonus, line.Deduction) = (before[^1].Bonus, before[^1].Deduction);
        (line.Gross, line.Net) = WageRules.Amounts(line);
        return line;
    }
}

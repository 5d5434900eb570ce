using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists;

/// <summary>Checks households (入户检查): each tick is stored at once, in one transaction with the problem that it opens.</summary>
public sealed class CheckService(IDbContextFactory<AppDbContext> contexts, HouseholdKeys households, CurrentUser user, SettingsDirectory settings, Clock clock)
{
    /// <summary>A tick may wait so long on a device (补传期限); a campaign lasts a month.</summary>
    public const int MaxAgeDays = 31;

    private const string NoRight = "您的账号只能查看，不能检查。请联系管理员。";

    /// <summary>Stores the state of one item; the first tick of a day starts the check.</summary>
    public async Task<TickOutcome> TickAsync(CheckTick tick, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Tick)) return new TickOutcome.Refused(NoRight);
        tick = tick.Tidy();
        if (FaultOf(tick) is { } fault) return new TickOutcome.Refused(fault);
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(innerCt => TickAsync(db, tick, innerCt), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return new TickOutcome.Refused(refused.Message);
        }
    }

    /// <summary>Marks a check as finished, or says what is still missing.</summary>
    /// <param name="checkId">The check.</param>
    /// <param name="note">备注 on the whole household.</param>
    /// <param name="age">How long ago it was finished on a device without network.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task<FinishOutcome> FinishAsync(long checkId, string note, TimeSpan age, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Tick)) return FinishOutcome.Refused(NoRight);
        if (AgeFault(age) is { } late) return FinishOutcome.Refused(late);
        if (note.Length > 500) return FinishOutcome.Refused($"备注：超过 500 个字（现有 {note.Length} 个）。请缩短。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.InTransactionAsync(
            async innerCt =>
            {
                if (await LoadAsync(db, checkId, innerCt) is not { } check) return FinishOutcome.Refused("这次检查已被删除，或不在您的管辖范围内。");
                var items = await db.Set<TemplateItem>().AsNoTracking().Where(i => i.TemplateId == check.TemplateId).ToListAsync(innerCt);
                var photographed = await db.Set<Attachment>().Where(a => a.OwnerLedger == CheckLedger.Ledger.Key && a.OwnerId == checkId).Select(a => a.Item).Distinct().ToListAsync(innerCt);
                var missing = CheckRules.Missing(items, check.Answers!, photographed.ToHashSet()).ToList();
                if (missing.Count > 0) return new FinishOutcome(false, missing);
                check.Note = note;
                // A phone's clock may be set back: never before the check itself.
                check.FinishedOn ??= Later(clock.DayOf(age), check.CheckedOn);
                await db.SaveChangesAsync(innerCt);
                return FinishOutcome.Ok;
            },
            ct);
    }

    private static string? FaultOf(CheckTick tick) => tick switch
    {
        _ when !CheckResult.All.Contains(tick.Result) => $"检查结果：不是达标、不达标或不适用（“{tick.Result}”）。请重新选择。",
        { Note.Length: > 500 } => $"说明：超过 500 个字（现有 {tick.Note.Length} 个）。请缩短。",
        { Reasons.Length: > 200 } => "原因：太多。请只选主要的几条，其余写在说明里。",
        _ => AgeFault(tick.Age),
    };

    private static string? AgeFault(TimeSpan age) =>
        age > TimeSpan.FromDays(MaxAgeDays) ? $"检查：{age.Days} 天前在手机上做的，超过 {MaxAgeDays} 天，不能补传。请到户重新检查。" : null;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private async Task<TickOutcome> TickAsync(AppDbContext db, CheckTick tick, CancellationToken ct)
    {
        var item = await db.Set<TemplateItem>().Include(i => i.Template).SingleOrDefaultAsync(i => i.Id == tick.ItemId, ct);
        if (item is null) return new TickOutcome.Refused("检查项：已不存在。请刷新后再检查。");
        var check = tick.CheckId is { } id ? await LoadAsync(db, id, ct) : await OfDayAsync(db, tick, item.TemplateId, ct);
        if (tick.CheckId is not null && check is null) return new TickOutcome.Refused("这次检查已被删除，或不在您的管辖范围内。请返回名单重新开始。");
        if (check is not null && check.TemplateId != item.TemplateId) return new TickOutcome.Refused("检查项：不属于这次检查的检查表版本。请刷新后再检查。");
        if (check is null)
        {
            var (started, refusal) = await StartAsync(db, tick, item.Template!, ct);
            if (started is null) return new TickOutcome.Refused(refusal);
            check = started;
        }

        var answer = check.Answers!.Find(a => a.ItemId == item.Id);
        if (answer is not null && answer.Version != tick.VersionSeen)
        {
            var stored = await ViewAsync(db, check, answer, ct);
            // A repeated tick (lost reply, two tabs) is no conflict.
            if (stored.IsSameAs(tick)) return new TickOutcome.Saved(check.Id, stored, ScoreOf(check));
            var name = await db.Set<AppUser>().Where(u => u.UserName == stored.ChangedBy).Select(u => u.DisplayName).FirstOrDefaultAsync(ct);
            return new TickOutcome.Conflict(check.Id, string.IsNullOrEmpty(name) ? stored : stored with { ChangedBy = name }, stored.ChangedBy == user.Identity.Name);
        }

        if (answer is null) check.Answers.Add(answer = new CheckAnswer { Region = check.Region }.About(item));
        var before = answer.Result;
        (answer.Result, answer.Reasons, answer.Note) = (tick.Result, tick.Reasons, tick.Note);
        CheckRules.Fill(check);
        await db.SaveChangesAsync(ct);
        await new TickEffects(db, settings, clock.Today).ApplyAsync(check, answer, before, tick.DueOn, ct);
        await db.SaveChangesAsync(ct);
        return new TickOutcome.Saved(check.Id, await ViewAsync(db, check, answer, ct), ScoreOf(check));
    }

    private async Task<(Check? Check, string Refusal)> StartAsync(AppDbContext db, CheckTick tick, ChecklistTemplate template, CancellationToken ct)
    {
        var campaign = await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == tick.CampaignId, ct);
        if (campaign is null) return (null, "活动：已被删除，或不在您的管辖范围内。请返回活动列表。");
        var day = clock.DayOf(tick.Age);
        if (!campaign.Covers(day)) return (null, $"活动：不在检查期内（{campaign.StartsOn:yyyy-MM-dd} 至 {campaign.EndsOn:yyyy-MM-dd}，检查日期是 {day:yyyy-MM-dd}）。请先修改活动的起止日期。");
        if (!campaign.FamilyList.Contains(template.Family)) return (null, $"检查表：本活动不检查“{template.Family}”。请刷新后再检查。");
        var household = await households(db).Where(h => h.Id == tick.HouseholdId).SingleOrDefaultAsync(ct);
        if (household is null) return (null, "户：已被删除，或不在您的管辖范围内。请返回名单。");
        if (!Regions.RegionKey.Subtree(campaign.Region).Contains(household.Region)) return (null, "户：不在本活动的范围内。请返回名单。");
        var check = new Check
        {
            Region = household.Region,
            HouseholdId = household.Id,
            HouseholdName = household.HeadName,
            TemplateId = template.Id,
            TemplateTitle = template.Title,
            Source = template.Source,
            CheckedOn = day,
            Inspector = user.Identity.DisplayName,
            Unit = campaign.Unit,
            Answers = [],
        };
        db.Add(check);
        return (check, "");
    }

    private static Task<Check?> LoadAsync(AppDbContext db, long id, CancellationToken ct) =>
        db.Set<Check>().Include(c => c.Answers).SingleOrDefaultAsync(c => c.Id == id, ct);

    /// <summary>The household's check of the day on which the tick was made.</summary>
    private Task<Check?> OfDayAsync(AppDbContext db, CheckTick tick, long templateId, CancellationToken ct)
    {
        var day = clock.DayOf(tick.Age);
        return db.Set<Check>().Include(c => c.Answers).OrderBy(c => c.Id)
            .FirstOrDefaultAsync(c => c.HouseholdId == tick.HouseholdId && c.TemplateId == templateId && c.CheckedOn == day, ct);
    }

    private static async Task<StoredAnswer> ViewAsync(AppDbContext db, Check check, CheckAnswer answer, CancellationToken ct) =>
        CheckSheets.View(answer, await CheckProblems.LatestAsync(db, check.Id, answer.ItemCode, ct));

    private static CheckScore ScoreOf(Check check) => new(check.PassedWeight, check.ApplicableWeight, check.PassedCount, check.FailedCount, check.NotApplicableCount);
}

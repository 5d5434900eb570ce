using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections;

/// <summary>What the interview of a drawn household begins with (访谈表).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Sample">The household.</param>
/// <param name="Interview">Its last interview, or a new one.</param>
/// <param name="Questions">What is asked, in order.</param>
/// <param name="Answers">What has been answered, by number.</param>
public sealed record InterviewSheet(Inspection Plan, Sample Sample, Interview Interview, IReadOnlyList<Question> Questions, IReadOnlyDictionary<int, Answer> Answers);

/// <summary>An answer as it was given on the page (作答).</summary>
public readonly record struct GivenAnswer(string Text, string Note);

/// <summary>The outcome of saving an interview (访谈保存结果): how many findings it has now, or what is wrong.</summary>
/// <param name="Faults">By header of the interview, or 第 N 题 of a question.</param>
public sealed record InterviewOutcome(long Id, int Findings, IReadOnlyList<Fault> Faults)
{
    public static InterviewOutcome Refused(string sentence) => new(0, 0, [new Fault("", sentence)]);

    public static InterviewOutcome Invalid(IReadOnlyList<Fault> faults) => new(0, 0, faults);
}

/// <summary>Reads and saves an interview with all its answers in one go (访谈台).</summary>
public sealed class InterviewDesk(
    IDbContextFactory<AppDbContext> stores, BulkWriter writer, CodeListDirectory codes, SettingsDirectory settings, CurrentUser user, Clock clock, IEnumerable<HouseholdKeys> households)
{
    public bool MayWrite => InterviewLedger.Ledger.MayEdit(user.Identity);

    public static string HeaderOf(int question) => $"第 {question} 题";

    /// <summary>Null where there is no such household in the plan, or not in the user's places.</summary>
    public async Task<InterviewSheet?> ReadAsync(long plan, long sample, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        if (await db.Set<Sample>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == sample && s.InspectionId == plan, ct) is not { } drawn) return null;
        if (await db.Set<Inspection>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == plan, ct) is not { } found) return null;
        var interview = await SurveyLinks.SameHousehold(db.Set<Interview>().AsNoTracking().Where(i => i.InspectionId == plan), drawn).OrderByDescending(i => i.HeldOn).ThenByDescending(i => i.Id).FirstOrDefaultAsync(ct);
        // Who could not be reached on another day is asked anew.
        if (interview is { IsFutile: true } && interview.HeldOn < clock.Today) interview = null;
        var answers = interview is null ? [] : await db.Set<Answer>().AsNoTracking().Where(a => a.InterviewId == interview.Id).ToDictionaryAsync(a => a.Number, ct);
        var bank = await db.Set<Question>().AsNoTracking().Where(q => q.Year == found.Year).ToListAsync(ct);
        return new InterviewSheet(found, drawn, interview ?? New(found, drawn), [.. SurveyReader.AskedIn(bank, found.Year, drawn.Region).Where(q => q.IsRetired != true || answers.ContainsKey(q.Number))], answers);
    }

    /// <summary>Saves the interview and its answers; bad answers become findings, and these open problems.</summary>
    public async Task<InterviewOutcome> SaveAsync(Interview row, int versionSeen, IReadOnlyDictionary<int, GivenAnswer> given, CancellationToken ct)
    {
        if (!MayWrite) return InterviewOutcome.Refused("您的账号只能查看，不能登记访谈。请由督查人员办理。");
        await using var db = await stores.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(inner => SaveAsync(db, row, versionSeen, given, inner), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return InterviewOutcome.Refused(refused.Message);
        }
    }

    private async Task<InterviewOutcome> SaveAsync(AppDbContext db, Interview row, int versionSeen, IReadOnlyDictionary<int, GivenAnswer> given, CancellationToken ct)
    {
        var context = new EffectContext(db, settings, new RowContext(clock.Today, user.Identity)) { IsByHand = true, Households = households.FirstOrDefault() };
        var interview = row.Id == 0 ? new Interview() : await db.Set<Interview>().SingleOrDefaultAsync(i => i.Id == row.Id, ct);
        if (interview is null) return InterviewOutcome.Refused("访谈：已被删除，或不在您的管辖范围内。请刷新后再看。");
        if (interview.Version != versionSeen) return InterviewOutcome.Refused("访谈：刚刚被别人改过，您的修改没有保存。请重新打开后核对。");
        Take(row, interview);
        if (interview.HouseholdId is null && context.Households is { } known) interview.HouseholdId = await HouseholdLinks.FindAsync(db, known, interview.Region, interview.HouseholdName, ct);
        var answers = interview.Id == 0 ? [] : await db.Set<Answer>().Where(a => a.InterviewId == interview.Id).ToListAsync(ct);
        var (faults, questions) = await FaultsAsync(db, interview, answers, given, context, ct);
        if (faults.Count > 0) return InterviewOutcome.Invalid(faults);

        if (interview.Id == 0) db.Add(interview);
        await SurveyLinks.PrepareAsync([interview], context, ct);
        await db.SaveChangesAsync(ct);
        foreach (var question in questions) Put(db, interview, question, answers, given.GetValueOrDefault(question.Number));
        await db.SaveChangesAsync(ct);
        db.AddRange(await AnswerFindings.OfAsync(answers, context, ct));
        await db.SaveChangesAsync(ct);
        List<RowWrite> following = [.. await InterviewEffects.MarkVisitedAsync([interview], context, ct), .. await AnswerFindings.FollowAsync(answers, context, ct)];
        if (following.Count > 0) await writer.WriteAsync(db, following, null, ct);
        return new InterviewOutcome(interview.Id, answers.Count(a => a is { IsFinding: true, IsDeleted: false }), []);
    }

    private async Task<(IReadOnlyList<Fault> Faults, IReadOnlyList<Question> Questions)> FaultsAsync(
        AppDbContext db, Interview interview, IReadOnlyList<Answer> answers, IReadOnlyDictionary<int, GivenAnswer> given, EffectContext context, CancellationToken ct)
    {
        var ledger = InterviewLedger.Ledger;
        await ledger.LinkAsync([interview], context, ct);
        ledger.Derive(interview, user.Identity);
        var faults = RowValidation.Check(ledger, ledger.Columns, interview, context.Row, codes.Current).ToList();
        if (faults.Count == 0) faults.AddRange((await ledger.CheckTogetherAsync([interview], context, ct)).Select(f => f.Fault));
        if (faults.Count == 0 && await SameKey.FindAsync(db, ledger, interview, ct) is not null) faults.Add(new Fault("访谈日期", $"访谈日期：{interview.HouseholdName}在 {interview.HeldOn:yyyy-MM-dd} 已有一次访谈。请打开那一次修改，或核对日期。"));
        var year = await db.Set<Inspection>().Where(p => p.Id == interview.InspectionId).Select(p => p.Year).FirstOrDefaultAsync(ct);
        var questions = SurveyReader.AskedIn(await db.Set<Question>().AsNoTracking().Where(q => q.Year == year).ToListAsync(ct), year, interview.Region);
        foreach (var question in questions)
            if (FaultOf(question, interview, answers.FirstOrDefault(a => a.Number == question.Number), given.GetValueOrDefault(question.Number)) is { } fault) faults.Add(new Fault(HeaderOf(question.Number), fault));
        return (faults, questions);
    }

    private static string? FaultOf(Question question, Interview interview, Answer? stored, GivenAnswer given)
    {
        if (!string.IsNullOrWhiteSpace(given.Text))
        {
            if (interview.IsFutile) return $"第 {question.Number} 题：电话“{interview.Call}”，没有问到人，不能有答案。请清空，或核对电话结果。";
            return QuestionRules.FaultOf(question, given.Text.Trim())
                ?? (given.Text.Length > AnswerText.Longest ? $"第 {question.Number} 题：答案超过 {AnswerText.Longest} 个字。请缩短。" : given.Note?.Length > AnswerText.Longest ? $"第 {question.Number} 题：说明超过 {AnswerText.Longest} 个字。请缩短。" : null);
        }

        if (stored is { IsFinding: true }) return $"第 {question.Number} 题：原来的答案已转为发现问题，不能清空。请改选实际的答案。";
        return question is { IsRequired: true, IsRetired: not true } && !interview.IsFutile && IsAsked(question, interview.Way) ? $"第 {question.Number} 题：必答，还没有回答。请问清后填写。" : null;
    }

    /// <summary>Whether the question is asked in this way.</summary>
    public static bool IsAsked(Question question, string way) => question.Ways.Length == 0 || way.Length == 0 || question.Ways.Split(',').Contains(way);

    private static void Put(AppDbContext db, Interview interview, Question question, List<Answer> answers, GivenAnswer given)
    {
        var answer = answers.Find(a => a.Number == question.Number);
        if (string.IsNullOrWhiteSpace(given.Text))
        {
            if (answer is not null) (answer.IsDeleted, answer.DeleteReason) = (true, "访谈更正，答案清空");
            return;
        }

        if (answer is null)
        {
            answer = new Answer { Region = interview.Region, InspectionId = interview.InspectionId, InterviewId = interview.Id, Number = question.Number };
            answers.Add(answer);
            db.Add(answer);
        }

        (answer.Plan, answer.PlanDate, answer.HeldOn) = (interview.Plan, interview.PlanDate, interview.HeldOn);
        (answer.HouseholdNumber, answer.HouseholdName, answer.HouseholdId) = (interview.HouseholdNumber, interview.HouseholdName, interview.HouseholdId);
        (answer.Given, answer.Note) = (given.Text.Trim(), given.Note?.Trim() ?? "");
        AnswerLinks.Follow(answer, question);
    }

    /// <summary>What the page may change; the bookkeeping is the store's.</summary>
    private static void Take(Interview from, Interview to)
    {
        foreach (var column in InterviewLedger.Ledger.Columns.Where(c => c.Set is not null)) column.Set!(to, column.Get(from));
        (to.Region, to.HouseholdId, to.HouseholdNumber) = (from.Region, from.HouseholdId, from.HouseholdNumber);
    }

    private Interview New(Inspection plan, Sample sample) => new()
    {
        Region = sample.Region,
        Plan = plan.Title,
        PlanDate = plan.StartsOn,
        InspectionId = plan.Id,
        HouseholdNumber = sample.HouseholdNumber,
        HouseholdName = sample.HouseholdName,
        HouseholdId = sample.HouseholdId,
        HeldOn = clock.Today,
        Way = InterviewWay.Home,
        Surveyor = user.Identity.DisplayName,
    };
}

/// <summary>Limits of an answer's texts (答案字数).</summary>
public static class AnswerText
{
    public const int Longest = 300;
}

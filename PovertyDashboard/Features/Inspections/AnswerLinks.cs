using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>Ties answers to their interview and to the question of the bank (答案关联): wording, topic and whether it is a finding follow.</summary>
internal static class AnswerLinks
{
    private const int Chunk = 400;

    public static async Task LinkAsync(IReadOnlyList<Answer> answers, EffectContext context, CancellationToken ct)
    {
        await SurveyLinks.LinkAsync(answers, context, ct);
        await FollowBankAsync(answers, context, ct);
        var interviews = await InterviewsAsync(answers, context, ct);
        foreach (var answer in answers) answer.InterviewId = InterviewOf(answer, interviews)?.Id ?? 0;
    }

    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Answer> answers, EffectContext context, CancellationToken ct)
    {
        var faults = await SurveyLinks.CheckAsync(answers, context, ct);
        var (questions, interviews) = (await QuestionsAsync(answers, context, ct), await InterviewsAsync(answers, context, ct));
        foreach (var answer in answers.Where(a => a.InspectionId != 0))
        {
            if (questions(answer) is not { } question) faults.Add(new RowFault(answer, new Fault("题号", $"题号：题库里没有第 {answer.Number} 题。请核对题号，或先把题目加进当年的题库。")));
            else if (QuestionRules.FaultOf(question, answer.Given) is { } fault) faults.Add(new RowFault(answer, Fault.Of(fault)));
            if (InterviewOf(answer, interviews) is null) faults.Add(new RowFault(answer, new Fault("访谈日期", $"访谈日期：{answer.HouseholdName}在 {answer.HeldOn:yyyy-MM-dd} 没有访谈记录。请先登记访谈，再填写答案。")));
        }

        return faults;
    }

    public static async Task PrepareAsync(IReadOnlyList<Answer> answers, EffectContext context, CancellationToken ct)
    {
        await SurveyLinks.PrepareAsync(answers, context, ct);
        await FollowBankAsync(answers, context, ct);
    }

    /// <summary>What an answer takes over of its question; the wording stays as it was asked.</summary>
    public static void Follow(Answer answer, Question question)
    {
        if (answer.Wording.Length == 0) (answer.Wording, answer.Topic) = (question.Wording, question.Topic);
        (answer.IsFinding, answer.Category, answer.FindingKind) = (QuestionRules.IsBad(question, answer.Given), question.Category, question.FindingKind);
    }

    private static async Task FollowBankAsync(IReadOnlyList<Answer> answers, EffectContext context, CancellationToken ct)
    {
        var questions = await QuestionsAsync(answers, context, ct);
        foreach (var answer in answers)
            if (questions(answer) is { } question) Follow(answer, question);
    }

    /// <summary>The question of an answer: of the year of its plan, as its village is asked.</summary>
    private static async Task<Func<Answer, Question?>> QuestionsAsync(IReadOnlyList<Answer> answers, EffectContext context, CancellationToken ct)
    {
        long[] plans = [.. answers.Select(a => a.InspectionId).Distinct()];
        var years = await context.Db.Set<Inspection>().Where(p => plans.Contains(p.Id)).Select(p => new { p.Id, p.Year }).ToDictionaryAsync(p => p.Id, p => p.Year, ct);
        var wanted = years.Values.Distinct().ToList();
        var bank = await context.Db.Set<Question>().AsNoTracking().Where(q => wanted.Contains(q.Year)).ToListAsync(ct);
        var asked = new Dictionary<(int Year, long Region), Dictionary<int, Question>>();
        return answer =>
        {
            if (!years.TryGetValue(answer.InspectionId, out var year)) return null;
            if (!asked.TryGetValue((year, answer.Region), out var here)) asked[(year, answer.Region)] = here = SurveyReader.AskedIn(bank, year, answer.Region).ToDictionary(q => q.Number);
            return here.GetValueOrDefault(answer.Number);
        };
    }

    private static async Task<ILookup<(long Plan, DateOnly Day), Interview>> InterviewsAsync(IReadOnlyList<Answer> answers, EffectContext context, CancellationToken ct)
    {
        var found = new List<Interview>();
        foreach (var plans in answers.Select(a => a.InspectionId).Where(id => id != 0).Distinct().Chunk(Chunk))
            found.AddRange(await context.Db.Set<Interview>().AsNoTracking().Where(i => plans.Contains(i.InspectionId)).ToListAsync(ct));
        return found.ToLookup(i => (i.InspectionId, i.HeldOn));
    }

    /// <summary>A file links households after this; so that number or village and name decide where there is no link yet.</summary>
    private static Interview? InterviewOf(Answer answer, ILookup<(long Plan, DateOnly Day), Interview> interviews) => interviews[(answer.InspectionId, answer.HeldOn)].FirstOrDefault(i =>
        answer.HouseholdNumber.Length > 0 ? i.HouseholdNumber == answer.HouseholdNumber
        : answer.HouseholdId is { } id && i.HouseholdId is not null ? i.HouseholdId == id
        : i.Region == answer.Region && i.HouseholdName == answer.HouseholdName);
}

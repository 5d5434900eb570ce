using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections.Demo;

/// <summary>Makes the rows of an example inspection (示例督查): sample, interviews, answers; the same every time.</summary>
internal static class DemoSurvey
{
    public const string Mark = "示例";

    /// <summary>Every so manieth household was away and replaced, was called instead of visited, is content, gives a bad answer.</summary>
    private const int AwayEvery = 11, CalledEvery = 3, UnreachedEvery = 27, UnhappyEvery = 23, FairEvery = 9, BadEvery = 47;

    private static readonly string[] Surveyors = ["周某", "吴某", "郑某", "冯某"];

    /// <summary>Draws as the page does and writes into the plan with what it was drawn.</summary>
    public static (IReadOnlyList<Sample> Samples, FrozenPopulation Frozen) Draw(Inspection plan, IReadOnlyList<HouseholdKey> homes, string seed, int size, int reserve)
    {
        var byKey = homes.GroupBy(SamplePool.KeyOf).ToDictionary(g => g.Key, g => g.First());
        Candidate[] pool = [.. byKey.Select(h => new Candidate(h.Value.Region, h.Key))];
        var quota = new SampleQuota([new Stratum(0, Math.Min(size, pool.Length), reserve)]);
        var must = byKey.Keys.Order(StringComparer.Ordinal).Take(2).ToHashSet();
        var drawn = SampleDraw.Draw(seed, pool, must, quota);
        (plan.Seed, plan.Population, plan.PopulationHash, plan.SampleSize) = (seed, pool.Length, SampleDraw.HashOf(pool), quota.Strata[0].Size);
        (plan.DrawnOn, plan.DrawnBy, plan.Draws) = (plan.StartsOn, Surveyors[0], 1);
        return (
            [.. drawn.Select(d => Row(plan, d, byKey[d.Household.Key]))],
            new FrozenPopulation { InspectionId = plan.Id, Draw = 1, Households = SampleDraw.Freeze(pool), MustDraw = string.Join('\n', must.Order(StringComparer.Ordinal)), Quota = quota.ToString() });
    }

    /// <summary>Some households were away: the next of the reserve stand in for them.</summary>
    public static void Replace(IReadOnlyList<Sample> samples)
    {
        var reserve = new Queue<Sample>(samples.Where(s => s.Kind == SampleKind.Reserve));
        foreach (var away in samples.Where(s => s.Kind == SampleKind.Random && s.Order % AwayEvery == 5))
        {
            if (!reserve.TryDequeue(out var next)) return;
            (away.State, away.ReplaceReason, away.ReplaceNote) = (SampleState.Replaced, "外出", "外出务工，电话联系过");
            (away.ReplacedOn, away.ReplacedBy) = (away.PlanDate!.Value.AddDays(2), Surveyors[0]);
            (next.State, next.StandsFor) = (SampleState.Waiting, away.Order);
        }
    }

    /// <summary>The interviews of a share of the sample, over the days since its plan began; marks the households as visited.</summary>
    public static IReadOnlyList<Interview> Interviews(IReadOnlyList<Sample> samples, int percent, DateOnly today)
    {
        var interviews = new List<Interview>();
        var waiting = samples.Where(s => s.State == SampleState.Waiting).ToList();
        foreach (var (sample, i) in waiting.Take(waiting.Count * percent / 100).Select((s, i) => (s, i)))
        {
            var day = sample.PlanDate!.Value.AddDays(1 + i / 4);
            var interview = Of(sample, i, day > today ? today : day);
            if (!interview.IsFutile) (sample.State, sample.VisitedOn) = (SampleState.Visited, interview.HeldOn);
            interviews.Add(interview);
        }

        return interviews;
    }

    /// <summary>One answer to each question of the interview, most of them good.</summary>
    public static IEnumerable<Answer> Answers(IReadOnlyList<Interview> interviews, IReadOnlyList<Question> bank)
    {
        foreach (var (interview, i) in interviews.Select((x, i) => (x, i)))
            foreach (var question in bank.Where(q => !interview.IsFutile && InterviewDesk.IsAsked(q, interview.Way)))
                if (Given(question, interview, i * 5 + question.Number) is { Length: > 0 } given)
                {
                    var answer = new Answer
                    {
                        Region = interview.Region,
                        Plan = interview.Plan,
                        PlanDate = interview.PlanDate,
                        InspectionId = interview.InspectionId,
                        InterviewId = interview.Id,
                        HouseholdNumber = interview.HouseholdNumber,
                        HouseholdName = interview.HouseholdName,
                        HouseholdId = interview.HouseholdId,
                        HeldOn = interview.HeldOn,
                        Number = question.Number,
                        Given = given,
                    };
                    AnswerLinks.Follow(answer, question);
                    yield return answer;
                }
    }

    private static string Given(Question question, Interview interview, int at)
    {
        var isBad = question.BadChoices.Count > 0 && at % BadEvery < (question.FindingKind == "手册填写不规范" ? 6 : 1);
        if (isBad) return question.BadChoices[at % question.BadChoices.Count];
        return question.Kind switch
        {
            QuestionKind.Number => $"{interview.People ?? 2}",
            QuestionKind.Text => question.Topic == "帮扶责任人" ? "宣讲政策，帮忙打扫院子" : at % 5 == 0 ? "希望多来走走" : "",
            QuestionKind.Multiple => OptionText.Join(question.Choices.Skip(at % 3).Take(2)),
            _ => question.Choices.First(c => !question.BadChoices.Contains(c)),
        };
    }

    private static Interview Of(Sample sample, int i, DateOnly day)
    {
        var (isCall, isReached) = (i % CalledEvery == 2, i % UnreachedEvery != 20);
        var interview = new Interview
        {
            Region = sample.Region,
            Plan = sample.Plan,
            PlanDate = sample.PlanDate,
            InspectionId = sample.InspectionId,
            HouseholdNumber = sample.HouseholdNumber,
            HouseholdName = sample.HouseholdName,
            HouseholdId = sample.HouseholdId,
            HeldOn = day,
            Way = isCall ? InterviewWay.Phone : InterviewWay.Home,
            Call = !isCall ? "" : isReached ? CallResult.Answered : "未接",
            Surveyor = Surveyors[i % 2 * 2],
            SecondSurveyor = Surveyors[i % 2 * 2 + 1],
            Remark = Mark,
        };
        if (interview.IsFutile) return interview;
        (interview.Respondent, interview.Class, interview.People) = (sample.HouseholdName, SurveyClass.Lifted, 1 + i % 4);
        if (!isCall) interview.Signature = sample.HouseholdName;
        var mood = i % UnhappyEvery == 13 ? "不满意" : i % FairEvery == 4 ? "一般" : i % 3 == 0 ? Satisfaction.Content : Satisfaction.Very;
        (interview.WithHelper, interview.WithTeam, interview.WithVillage, interview.WithResults) = (mood, i % 4 == 1 ? Satisfaction.Content : Satisfaction.Very, i % FairEvery == 7 ? "一般" : Satisfaction.Content, i % 19 == 11 ? "一般" : Satisfaction.Very);
        interview.Approval = i % 31 == 17 ? "基本认可" : Recognition.Yes;
        return interview;
    }

    private static Sample Row(Inspection plan, Drawn drawn, HouseholdKey home) => new()
    {
        Region = home.Region,
        Plan = plan.Title,
        PlanDate = plan.StartsOn,
        InspectionId = plan.Id,
        Order = drawn.Order,
        HouseholdNumber = home.Number,
        HouseholdName = home.HeadName,
        HouseholdId = home.Id,
        Kind = drawn.Kind,
        State = drawn.Kind == SampleKind.Reserve ? SampleState.Reserve : SampleState.Waiting,
        Remark = Mark,
    };
}

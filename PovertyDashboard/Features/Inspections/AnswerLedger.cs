using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The ledger of answers (问卷答案), known by plan, household, day and number of the question.</summary>
public static class AnswerLedger
{
    public const string Key = "answers";

    private static readonly Columns<Answer> c = new();

    public static readonly Column Topic = c.Code("题目类别", x => x.Topic, "question-topic", 12) with { Set = null, QuickFilter = true };

    public static readonly Column IsFinding = c.YesNo("是问题", x => x.IsFinding, 8) with { Set = null, QuickFilter = true };

    public static readonly Ledger<Answer> Ledger = new(Key, "问卷答案", "条")
    {
        Columns =
        [
            .. c.Place(),
            .. SurveyColumns.PlanOf(c),
            .. SurveyColumns.HouseholdOf(c),
            c.Date("访谈日期", x => x.HeldOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["调查日期"] },
            c.Integer("题号", x => x.Number, 6) with { IsKey = true, Required = true, Min = 1, Max = 999 },
            Topic,
            c.Text("题目", x => x.Wording, 30) with { Set = null, Searchable = true },
            c.Text("答案", x => x.Given, 18) with { Required = true, MaxLength = AnswerText.Longest, Searchable = true, Help = "多选的用分号隔开。" },
            c.LongText("说明", x => x.Note, 18) with { MaxLength = AnswerText.Longest },
            IsFinding,
        ],
        KeyWithin = RegionLevel.Village,
        AlternateKey = [.. SurveyColumns.AlternateKey, "访谈日期", "题号"],
        Writers = [Act.Inspect],
        DefaultSort = "-" + nameof(Answer.HeldOn),
        Fill = answer => answer.Given = answer.Given.Trim(),
        ImportGuard = SurveyLinks.RefuseMove,
        Followers = (db, answer) => db.Set<InspectionFinding>().Where(f => f.AnswerId == answer.Id),
        Store = new StoreRules<Answer> { Link = AnswerLinks.LinkAsync, Check = AnswerLinks.CheckAsync, Prepare = AnswerLinks.PrepareAsync, RefuseDelete = InspectionChecks.RefuseDeleteAsync },
        ImportEffects = AnswerFindings.OfAsync,
        Consequences = AnswerFindings.FollowAsync,
        NameOf = row => $"{((Answer)row).HouseholdName} 第 {((Answer)row).Number} 题",
    };
}

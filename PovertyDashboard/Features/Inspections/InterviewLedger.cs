using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The ledger of interviews (访谈台账): one row is one household and day within a plan.</summary>
public static class InterviewLedger
{
    public const string Key = "interviews";

    private const string Talk = "访谈", Survey = "调查人口", Content = "满意度";

    private static readonly Columns<Interview> c = new();

    public static readonly Column Way = c.Code("调查方式", x => x.Way, "interview-way", 8) with { Required = true, QuickFilter = true, Aliases = ["方式"], Group = Talk };

    public static readonly Column Class = c.Code("调查户别", x => x.Class, "survey-class", 14) with { QuickFilter = true, Help = "错退率、漏评率按户别计算。", Group = Survey };

    public static readonly Column WithHelper = Rating(c.Code("对帮扶责任人", x => x.WithHelper, "satisfaction"));

    public static readonly Column WithTeam = Rating(c.Code("对驻村工作队", x => x.WithTeam, "satisfaction"));

    public static readonly Column WithVillage = Rating(c.Code("对村“两委”", x => x.WithVillage, "satisfaction")) with { Aliases = ["对村两委"] };

    public static readonly Column WithResults = Rating(c.Code("对帮扶成效", x => x.WithResults, "satisfaction"));

    public static readonly Column Approval = c.Code("认可情况", x => x.Approval, "recognition", 10) with { Aliases = ["是否认可", "认可度"], Group = Content };

    public static readonly Ledger<Interview> Ledger = new(Key, "访谈台账", "户次")
    {
        Columns =
        [
            .. c.Place(), .. SurveyColumns.PlanOf(c).Select(p => p with { Group = Talk }), .. SurveyColumns.HouseholdOf(c).Select(p => p with { Group = Talk }), .. TalkColumns(), .. SurveyedColumns(), WithHelper, WithTeam,
            WithVillage, WithResults, Approval, c.LongText("意见建议", x => x.Suggestion, 24) with { Shown = false, Searchable = true, Group = Content }, c.LongText("备注", x => x.Remark, 16) with { Shown = false, Group = Content },
        ],
        KeyWithin = RegionLevel.Village,
        AlternateKey = [.. SurveyColumns.AlternateKey, "访谈日期"],
        Writers = [Act.Inspect],
        DefaultSort = "-" + nameof(Interview.HeldOn),
        Rules = InterviewRules.Check,
        Fill = InterviewRules.Fill,
        ImportGuard = SurveyLinks.RefuseMove,
        Followers = (db, interview) => db.Set<Answer>().Where(a => a.InterviewId == interview.Id),
        Repeats = InterviewRules.Repeats,
        Store = new StoreRules<Interview>
        {
            Link = SurveyLinks.LinkAsync,
            Check = InterviewChecks.CheckAsync,
            Prepare = SurveyLinks.PrepareAsync,
            RefuseDelete = InspectionChecks.RefuseDeleteAsync,
        },
        Consequences = InterviewEffects.MarkVisitedAsync,
        NameOf = row => $"{((Interview)row).HouseholdName} {((Interview)row).HeldOn:yyyy-MM-dd} 访谈",
    };

    private static IEnumerable<Column> TalkColumns() => c.Group(
        Talk,
        c.Date("访谈日期", x => x.HeldOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["调查日期", "入户日期"] },
        Way,
        c.Code("电话结果", x => x.Call, "call-result", 8) with { Help = "打电话的填；没有接通的不填满意度。" },
        c.Text("受访人", x => x.Respondent, 10) with { MaxLength = 50, Shown = false },
        c.PersonName("调查人", x => x.Surveyor) with { Required = true, Aliases = ["调查人1", "调查人一"] },
        c.PersonName("调查人2", x => x.SecondSurveyor) with { Required = true, Aliases = ["调查人二"], Help = "由两名不同的人调查。" },
        c.Text("受访人签名", x => x.Signature, 12) with { MaxLength = 50, Shown = false, Aliases = ["户主签名", "签名"], Help = "写签名的姓名；签字表可以拍照挂在访谈页。" });

    private static IEnumerable<Column> SurveyedColumns() =>
    [
        Class,
        .. c.Group(
            Survey,
            People(c.Integer("调查人口", x => x.People, 8)),
            People(c.Integer("错退人口", x => x.WronglyLifted, 8)) with { Help = "不该脱贫而脱贫的人数；错退率 = 错退人口 ÷ 调查脱贫人口。" },
            People(c.Integer("漏评人口", x => x.Missed, 8)) with { Help = "该纳入而没有纳入的人数；漏评率 = 漏评人口 ÷ 调查非建档立卡人口。" }),
    ];

    private static Column People(Column column) => column with { Min = 0, Max = 30, Unit = "人", Total = true, Shown = false };

    private static Column Rating(Column column) => column with { Group = Content };
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists.Month;

/// <summary>The ledgers around a campaign: sign-in sheets of trainings (培训签到) and the rounds of the supervision group (督导).</summary>
public static class MonthLedgers
{
    private static readonly Columns<SignIn> s = new();
    private static readonly Columns<Round> r = new();

    public static readonly Column Class = s.Code("人员类别", x => x.Class, "attendee-class") with { Required = true, QuickFilter = true, Aliases = ["类别", "身份"] };

    public static readonly Ledger<SignIn> SignIns = new("sign-ins", "培训签到", "人次")
    {
        Columns =
        [
            .. s.Place(RegionLevel.Township).Select(p => p with { Shown = true }),
            s.Date("培训日期", x => x.HeldOn) with { IsKey = true, Required = true, QuickFilter = true, HeadFacts = ["培训日期"] },
            s.Text("培训主题", x => x.Training, 24) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, QuickFilter = true, HeadFacts = ["培训主题", "培训内容"] },
            s.PersonName("姓名", x => x.Name) with { IsKey = true, Required = true },
            Class,
            s.Text("单位", x => x.Unit, 18) with { IsKey = true, MaxLength = 60, Aliases = ["单位职务", "所在村"] },
            s.YesNo("是否签到", x => x.HasSigned, 10) with { Aliases = ["签到"] },
            s.LongText("备注", x => x.Note, 16),
        ],
        KeyWithin = RegionLevel.Township,
        Rules = MonthRules.Check,
        DefaultSort = "-" + nameof(SignIn.HeldOn),
        NameOf = row => ((SignIn)row).Name,
    };

    public static readonly Ledger<Round> Rounds = new("rounds", "督导台账", "村次")
    {
        Columns =
        [
            .. r.Place().Select(p => p.Place == RegionLevel.Village ? p with { IsKey = true } : p),
            r.Text("轮次", x => x.Title) with { IsKey = true, Required = true, MaxLength = 30, QuickFilter = true },
            r.Date("开始日期", x => x.StartsOn) with { IsKey = true, Required = true },
            r.Date("结束日期", x => x.EndsOn) with { Required = true },
            r.Text("督导组", x => x.Group, 14) with { MaxLength = 60, HeadFacts = ["督导组", "检查单位"], Searchable = true },
            r.PersonName("组长", x => x.Leader),
            r.Date("计划日期", x => x.PlannedOn),
            r.Date("到村日期", x => x.VisitedOn) with { NotInFuture = true, QuickFilter = true },
            r.LongText("督导情况", x => x.Findings) with { Aliases = ["发现情况"] },
        ],
        Writers = [Act.Tick, Act.Write],
        Editors = [Act.Write],
        Rules = MonthRules.Check,
        DefaultSort = "-" + nameof(Round.StartsOn),
        NameOf = row => ((Round)row).Title,
    };
}

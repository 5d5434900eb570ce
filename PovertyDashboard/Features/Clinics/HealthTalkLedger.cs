using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics;

/// <summary>The ledger of health talks (健康讲座台账), identified by day, place and topic within the township.</summary>
public static class HealthTalkLedger
{
    public const string Key = "health-talks";

    private static readonly Columns<HealthTalk> c = new();

    public static readonly Ledger<HealthTalk> Ledger = new(Key, "健康讲座台账", "场")
    {
        Columns =
        [
            .. ClinicLedger.Places(c.Place(), "讲座地点"),
            c.Date("讲座日期", x => x.HeldOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, HeadFacts = ["讲座日期"] },
            c.Text("讲座地点", x => x.Venue, 24) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["地点"], HeadFacts = ["讲座地点"] },
            c.Text("讲座主题", x => x.Topic, 32) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["主题", "讲座内容"] },
            c.Text("主讲人", x => x.Speaker, 22) with { MaxLength = 60, Searchable = true, Aliases = ["讲师"] },
            c.Text("组织单位", x => x.Organiser, 22) with { MaxLength = 100, HeadFacts = ["组织单位"] },
            c.Text("参加人员", x => x.Audience, 20) with { MaxLength = 200 },
            c.Integer("参加人数", x => x.Attended, 10) with { Min = 0, Max = 100_000, Unit = "人", Total = true, Aliases = ["听讲人数"] },
            c.LongText("备注", x => x.Note),
        ],
        KeyWithin = RegionLevel.Township,
        Writers = [Act.Write, Act.WriteHealth],
        DefaultSort = "-" + nameof(HealthTalk.HeldOn),
        NameOf = row => ((HealthTalk)row).Topic,
    };
}

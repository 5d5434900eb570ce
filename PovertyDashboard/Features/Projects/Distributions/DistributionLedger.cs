using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>The ledger of distributed income (收益分配台账), domain facts section 8; known by village, year, project, payee and class.</summary>
public static class DistributionLedger
{
    public const string Key = "distributions";

    private const string To = "分配对象", Notice = "公示", Pay = "发放";

    private static readonly Columns<Distribution> c = new();

    public static readonly Column Year = c.Year("年度", d => d.Year) with { IsKey = true, Required = true, QuickFilter = true, HeadFacts = ["年度", "分配年度"], Aliases = ["分配年度", "年份"] };

    public static readonly Column Project = c.Text("项目名称", d => d.ProjectName, 22) with { IsKey = true, MaxLength = 60, Searchable = true, Aliases = ["项目", "电站名称"], Suggest = ProjectLedger.NamesAsync, Help = "从村集体收入里分的不填。" };

    public static readonly Column Class = c.Code("分配类别", d => d.Class, "distribution-class", 14) with { Group = To, IsKey = true, Required = true, QuickFilter = true, Aliases = ["类别"] };

    public static readonly Ledger<Distribution> Ledger = new(Key, "收益分配台账", "笔")
    {
        Columns =
        [
            .. c.Place(),
            Year,
            Project,
            .. c.Group(
                To,
                ProjectLedger.Hidden(c.Text("户编号", d => d.HouseholdNumber, 20)) with { IsKey = true, MaxLength = 20, Editing = FormEditing.ByActs, Help = "同村有重名的户主时填写。" },
                c.HouseholdName("户主", d => d.HouseholdName) with { IsKey = true, Aliases = ["户主姓名"], Help = "留给村集体的不填。" },
                ProjectLedger.Hidden(c.Text("领款人", d => d.Payee, 10)) with { IsKey = true, MaxLength = 50, Help = "户主本人领款的不填。" },
                ProjectLedger.Hidden(c.PersonId("身份证号", d => d.IdNumber)) with { Aliases = ["身份证", "身份证号码", "证件号码"] }),
            Class,
            .. c.Group(
                Pay,
                c.LongText("事由", d => d.Reason, 22),
                ProjectLedger.Yuan(c.Money("金额", d => d.Amount)) with { Required = true, InCapitals = true, Min = 1, Aliases = ["分配金额", "发放金额"] },
                ProjectLedger.Hidden(c.BankCard("银行账号", d => d.BankCard)) with { Aliases = ["银行卡号", "账号"] }),
            .. c.Group(
                Notice,
                c.Date("公示开始", d => d.PostedFrom) with { Aliases = ["公示日期", "公示开始日期"] },
                c.Date("公示结束", d => d.PostedUntil) with { Aliases = ["公示结束日期"], Help = "不填按规定的公示天数。" }),
            .. c.Group(
                Pay,
                c.Date("发放日期", d => d.PaidOn) with { NotInFuture = true, QuickFilter = true, Aliases = ["发放时间"], Help = "还没有发放的不填。" },
                ProjectLedger.Hidden(c.YesNo("签领", d => d.Signed)) with { Aliases = ["领款人签字"] },
                ProjectLedger.Hidden(c.LongText("备注", d => d.Remark, 20))),
        ],
        KeyWithin = RegionLevel.Village,
        DefaultSort = "-" + nameof(Distribution.Year),
        Rules = DistributionRules.Check,
        ByThresholds = DistributionRules.FillNotice,
        Store = new StoreRules<Distribution> { Link = DistributionLinks.LinkAsync, Check = DistributionChecks.CheckAsync, Prepare = DistributionLinks.PrepareAsync },
        NameOf = row => $"{((Distribution)row).Year} {(((Distribution)row).HouseholdName is { Length: > 0 } name ? name : "村集体")} {((Distribution)row).Class}",
    };
}

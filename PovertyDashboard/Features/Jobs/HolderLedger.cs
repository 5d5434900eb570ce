using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The ledger of people on posts (上岗人员台账): staff's one sheet 公益岗台账, domain facts section 4.</summary>
public static class HolderLedger
{
    public const string Key = "holders";

    private const string PostGroup = "岗位", PersonGroup = "人员", TermGroup = "协议", PayGroup = "发放", InsuranceGroup = "意外险", StateGroup = "在岗情况";

    private static readonly Columns<Holder> c = new();

    public static readonly Column PostName = c.Text("岗位名称", h => h.PostName, 22) with
    {
        IsKey = true,
        MaxLength = 50,
        Aliases = ["岗位"],
        Group = PostGroup,
        Get = row => ((Holder)row).PostTitle,
        Suggest = PostsOfAsync,
        Help = "不填按类别和来源取名；村里还没有的岗位会一并登记。",
    };

    public static readonly Column Kind = c.Code("岗位类别", h => h.PostKind, "post-kind", 14) with { Group = PostGroup, QuickFilter = true, Aliases = ["公益性岗位类型", "公益岗类型"] };

    public static readonly Column Source = c.Code("岗位来源", h => h.PostSource, "post-source") with { Group = PostGroup, QuickFilter = true };

    public static readonly Column State = c.Code("在岗状态", h => h.State, "holder-state") with { Group = StateGroup, QuickFilter = true, Aliases = ["状态"], Help = "不填为在岗。" };

    public static readonly Column ExitedOn = c.Date("退出日期", h => h.ExitedOn) with { Group = StateGroup, NotInFuture = true, Shown = false, Aliases = ["离岗日期", "退岗日期"] };

    public static readonly Column ExitReason = c.Code("退出原因", h => h.ExitReason, "exit-reason") with { Group = StateGroup, Shown = false, Aliases = ["离岗原因"] };

    public static readonly Ledger<Holder> Ledger = new(Key, "公益岗人员台账", "人")
    {
        Columns =
        [
            .. c.Place(),
            PostName,
            Kind,
            Source,
            .. c.Group(PostGroup, Hidden(c.Text("招聘单位", h => h.Employer, 16)) with { MaxLength = 100 }),
            .. Person(),
            .. Term(),
            .. Pay(),
            State,
            ExitedOn,
            ExitReason,
            .. c.Group(StateGroup, Hidden(c.LongText("备注", h => h.Remark, 20))),
        ],
        Rules = HolderRules.Check,
        Fill = HolderRules.Fill,
        Store = new StoreRules<Holder>
        {
            Link = HolderPosts.LinkAsync,
            Check = HolderChecks.CheckAsync,
            Prepare = HolderPosts.PrepareAsync,
            RefuseDelete = HolderChecks.RefuseDeleteAsync,
        },
        NameOf = row => $"{((Holder)row).Name} {((Holder)row).PostTitle}",
    };

    private static IEnumerable<Column> Person() => c.Group(
        PersonGroup,
        c.PersonName("姓名", h => h.Name, h => h.NameKey) with { Required = true, Aliases = ["人员姓名", "上岗人员"] },
        c.Code("性别", h => h.Gender, "gender", 6),
        c.PersonId("身份证号", h => h.IdNumber) with { IsKey = true, Required = true, Aliases = ["身份证号码", "证件号码", "公民身份号码"] },
        c.DerivedOn("年龄", ColumnKind.Integer, (h, today) => HolderRules.AgeOn(h.BornOn, today), 6) with { Unit = "岁" },
        c.HouseholdName("户主", h => h.HouseholdName) with { Shown = false, Aliases = ["户主姓名"] },
        c.Code("户类型", h => h.HouseholdType, "household-type", 16),
        Hidden(c.Code("残疾类别", h => h.DisabilityKind, "disability")) with { Sensitivity = Sensitivity.Health },
        Hidden(c.Code("残疾等级", h => h.DisabilityGrade, "disability-grade")) with { Sensitivity = Sensitivity.Health },
        Hidden(c.Code("劳动能力", h => h.Labour, "labour", 20)) with { Aliases = ["劳动技能"] },
        Hidden(c.Phone("联系电话", h => h.Phone)) with { Aliases = ["电话"] },
        Hidden(c.Text("推荐人", h => h.Recommender, 14)) with { MaxLength = 50 });

    private static IEnumerable<Column> Term() => c.Group(
        TermGroup,
        c.Date("上岗日期", h => h.StartedOn) with { IsKey = true, Required = true, NotInFuture = true, Aliases = ["上岗时间"] },
        Hidden(c.Date("协议开始", h => h.AgreementFrom)) with { Aliases = ["协议起始", "协议起", "协议开始日期"] },
        c.Date("协议终止", h => h.AgreementUntil) with { MonthEnds = true, Aliases = ["协议到期", "协议止", "协议终止日期", "协议结束"], Help = "长期的不填。" });

    private static IEnumerable<Column> Pay() =>
    [
        .. c.Group(
            PayGroup,
            c.Money("月补贴标准", h => h.MonthlyPay) with { Min = 0, Max = 1_000_000_00, Aliases = ["月标准", "补贴标准"], Help = "不填按岗位或设置的标准。" },
            Hidden(c.Text("开户行", h => h.BankName, 18)) with { MaxLength = 100, Aliases = ["开户银行", "开户银行名称"] },
            Hidden(c.BankCard("银行账号", h => h.BankCard)) with { Aliases = ["银行卡号", "账号", "一卡通账号"] }),
        .. c.Group(
            InsuranceGroup,
            c.YesNo("意外险", h => h.Insured) with { Aliases = ["是否购买意外险", "意外险(是/否)"] },
            Hidden(c.Date("意外险到期", h => h.InsuredUntil)) with { MonthEnds = true, Aliases = ["意外险到期日期", "保险到期"] }),
    ];

    /// <summary>The posts of the village, for the form.</summary>
    private static async Task<IReadOnlyList<string>> PostsOfAsync(AppDbContext db, long village, CancellationToken ct) =>
        RegionKey.LevelOf(village) != RegionLevel.Village ? [] : await db.Set<Post>().Where(p => p.Region == village).OrderBy(p => p.Id).Select(p => p.Name).ToListAsync(ct);

    private static Column Hidden(Column column) => column with { Shown = false };
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The ledger of public-welfare posts (岗位台账).</summary>
public static class PostLedger
{
    public const string Key = "posts";

    private static readonly Columns<Post> c = new();

    public static readonly Column Name = c.Text("岗位名称", p => p.Name, 22) with { IsKey = true, Required = true, Searchable = true, MaxLength = 50, Aliases = ["岗位"] };

    public static readonly Column Kind = c.Code("岗位类别", p => p.Kind, "post-kind", 14) with { Required = true, QuickFilter = true, Aliases = ["公益性岗位类型", "公益岗类型"] };

    public static readonly Column Source = c.Code("岗位来源", p => p.Source, "post-source") with { Required = true, QuickFilter = true };

    public static readonly Column Quota = c.Integer("名额", p => p.Quota) with { Min = 0, Max = 999, Unit = "人", Total = true, Aliases = ["岗位数", "定员", "岗位名额"] };

    public static readonly Ledger<Post> Ledger = new(Key, "公益岗位台账", "个")
    {
        Columns =
        [
            .. c.Place().Select(p => p.Place == RegionLevel.Village ? p with { IsKey = true } : p),
            Name,
            Kind,
            Source,
            Quota,
            c.Money("月补贴标准", p => p.MonthlyPay) with { Min = 0, Max = 1_000_000_00, Aliases = ["月标准", "补贴标准"], Help = "不填按设置的标准。" },
            c.Decimal("每日工时", p => p.DailyHours, 1) with { Min = 0, Unit = "小时" },
            c.LongText("工作内容", p => p.Duties, 24) with { Aliases = ["岗位职责"] },
            c.Text("管理人", p => p.Supervisor, 10) with { MaxLength = 50 },
            c.Date("设岗日期", p => p.SetUpOn) with { Shown = false, NotInFuture = true },
            c.LongText("备注", p => p.Remark, 20) with { Shown = false },
        ],
        Store = new StoreRules<Post> { Check = PostRules.CheckAsync, Prepare = PostRules.CarryAsync, RefuseDelete = PostRules.RefuseDeleteAsync },
        NameOf = row => ((Post)row).Name,
    };
}

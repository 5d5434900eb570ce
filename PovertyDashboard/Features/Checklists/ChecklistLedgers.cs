using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists;

/// <summary>The ledgers around checks: campaigns (规范提升活动), trainings (培训), answers (检查明细), items (检查项目) and re-checks (复查).</summary>
public static class ChecklistLedgers
{
    private static readonly Columns<Campaign> c = new();
    private static readonly Columns<Training> t = new();
    private static readonly Columns<CheckAnswer> a = new();
    private static readonly Columns<TemplateItem> i = new();
    private static readonly Columns<Recheck> r = new();

    public static readonly Ledger<Campaign> Campaigns = new("campaigns", "规范提升活动", "个")
    {
        Columns =
        [
            .. c.Place(RegionLevel.Township).Select(p => p with { IsKey = true, Shown = true }),
            c.Month("月份", x => x.Month) with { IsKey = true, Required = true, Aliases = ["活动月份"], Min = 201401, Max = 210012 },
            c.Text("活动名称", x => x.Title, 24) with { Required = true, MaxLength = 60, Searchable = true, Aliases = ["标题"] },
            c.Date("开始日期", x => x.StartsOn) with { Required = true },
            c.Date("结束日期", x => x.EndsOn) with { Required = true },
            c.Codes("检查表", x => x.Families, ChecklistCodes.Families) with { Required = true, Help = "要检查的检查表，可以多选；每次检查用最新版本。" },
            c.Text("组织单位", x => x.Unit, 18) with { MaxLength = 100, HeadFacts = ["组织单位", "填报单位"] },
            c.Text("实施方案", x => x.PlanTitle, 24) with { MaxLength = 100, Shown = false, Aliases = ["方案名称", "方案文号"], Help = "实施方案的名称和文号；扫描件在活动页上传。" },
            c.LongText("工作要求", x => x.Requirements) with { Shown = false, Help = "方案的工作要求，每条用分号隔开；标准就是检查表的各项。" },
            c.LongText("备注", x => x.Note),
        ],
        Rules = CheckRules.Faults,
        DefaultSort = "-" + nameof(Campaign.Month),
        RowHref = row => $"/checklists/{row.Id}",
        NameOf = row => ((Campaign)row).Title,
    };

    public static readonly Ledger<Training> Trainings = new("trainings", "培训台账", "次")
    {
        Columns =
        [
            .. t.Place(RegionLevel.Township).Select(p => p with { Shown = true }),
            t.Date("培训日期", x => x.HeldOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, HeadFacts = ["培训日期"] },
            t.Text("培训地点", x => x.Venue, 24) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["地点"], HeadFacts = ["培训地点", "地点"] },
            t.Text("培训主题", x => x.Title, 28) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["主题", "培训内容"] },
            t.Text("组织单位", x => x.Unit, 18) with { MaxLength = 100, HeadFacts = ["组织单位", "填报单位"] },
            t.Text("参加人员", x => x.Audience, 30) with { MaxLength = 200, Help = "参加的各类人员，例如 帮扶责任人、村支部书记、扶贫专干。" },
            t.Integer("参加人数", x => x.Attended, 10) with { Min = 0, Max = 100000, Unit = "人", Total = true },
            t.LongText("备注", x => x.Note),
        ],
        KeyWithin = RegionLevel.Township,
        Rules = MonthRules.Check,
        DefaultSort = "-" + nameof(Training.HeldOn),
        RowHref = row => $"/checklists/trainings/{row.Id}",
        NameOf = row => ((Training)row).Title,
    };

    /// <summary>The lists behind item figures; answers come in with their checks.</summary>
    public static readonly Ledger<CheckAnswer> Answers = new("check-answers", "检查明细", "项")
    {
        Columns =
        [
            .. a.Place().Select(ReadOnly),
            ReadOnly(a.Text("户主", x => x.Check!.HouseholdName, 10) with { Searchable = true }),
            ReadOnly(a.Date("检查日期", x => x.Check!.CheckedOn) with { QuickFilter = true }),
            ReadOnly(a.Text("检查表", x => x.Check!.TemplateTitle, 24) with { QuickFilter = true }),
            Item,
            Result,
            ReadOnly(a.Text("原因", x => x.Reasons, 24) with { Searchable = true }),
            ReadOnly(a.LongText("说明", x => x.Note)),
            ReadOnly(a.Code("问题类别", x => x.Category, "problem-category")),
            ReadOnly(a.Integer("权重", x => x.Weight)),
            ReadOnly(a.Text("检查人", x => x.Check!.Inspector, 10)),
        ],
        With = rows => rows.Where(x => !x.Check!.IsDeleted).Include(x => x.Check),
        Writers = [Act.Tick, Act.Write],
        Editors = [],
        Importable = false,
        DefaultSort = "-Check.CheckedOn",
        NameOf = row => ((CheckAnswer)row).ItemName,
    };

    public static readonly Ledger<TemplateItem> Items = new("checklist-items", "检查项目", "项")
    {
        Columns =
        [
            ReadOnly(i.Text("检查表", x => x.Template!.Title, 24) with { QuickFilter = true }),
            ReadOnly(i.Integer("项号", x => x.Number)),
            ReadOnly(i.Text("类", x => x.Group, 10)),
            ReadOnly(i.Text("检查项", x => x.Name, 16) with { Searchable = true }),
            ReadOnly(i.LongText("标准", x => x.Standard, 40)),
            ReadOnly(i.Integer("权重", x => x.Weight)),
            ReadOnly(i.Code("问题类别", x => x.Category, "problem-category")),
            ReadOnly(i.Text("别名", x => x.Aliases, 20)),
            ReadOnly(i.Text("原因", x => x.Reasons, 30)),
        ],
        With = rows => rows.Include(x => x.Template),
        Editors = [],
        Importable = false,
        NameOf = row => ((TemplateItem)row).Name,
    };

    /// <summary>Second looks at items whose problem was closed; asked for by the remediation ledger, done by inspectors.</summary>
    public static readonly Ledger<Recheck> Rechecks = new("rechecks", "复查台账", "项")
    {
        Columns =
        [
            .. r.Place().Select(ReadOnly),
            ReadOnly(r.Text("户主", x => x.HouseholdName, 10) with { Searchable = true }),
            ReadOnly(r.Text("复查内容", x => x.Subject, 24) with { Searchable = true }),
            ReadOnly(r.Date("提出日期", x => x.AskedOn)),
            ReadOnly(r.Date("复查时限", x => x.DueOn) with { QuickFilter = true }),
            ReadOnly(r.Date("复查日期", x => x.DoneOn) with { QuickFilter = true }),
            ReadOnly(r.YesNo("复查达标", x => x.Passed)),
        ],
        Writers = [Act.Tick, Act.VerifyClose],
        RowHref = row => $"/checklists/rechecks?region={row.Region}",
        Editors = [],
        Importable = false,
        DefaultSort = nameof(Recheck.DueOn),
        NameOf = row => $"{((Recheck)row).HouseholdName} {((Recheck)row).Subject} 复查",
    };

    /// <summary>The item of an answer, for the chart of failures by item.</summary>
    public static Column Item => ReadOnly(a.Code("检查项", x => x.ItemName, ChecklistCodes.Items, 16) with { QuickFilter = true, Searchable = true });

    public static Column Result => ReadOnly(a.Code("结果", x => x.Result, "check-result") with { QuickFilter = true });

    private static Column ReadOnly(Column column) => column with { Set = null };
}

/// <summary>Code lists that the templates make (代码表): names of checklists and of their items.</summary>
public static class ChecklistCodes
{
    public const string Families = "checklist";

    public const string Items = "checklist-item";
}

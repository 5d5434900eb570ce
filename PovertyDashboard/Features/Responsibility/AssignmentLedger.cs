using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>The ledger of the responsibility grid (包联责任台账): columns of domain facts section 9.</summary>
public static class AssignmentLedger
{
    public const string Key = "assignments";

    private const string WhatGroup = "包联对象", WhoGroup = "责任人", TermGroup = "起止";

    private static readonly Columns<Assignment> c = new();

    public static readonly Column Level = c.Code("层级", a => a.Level, "assignment-level", 10) with { IsKey = true, Required = true, QuickFilter = true, Group = WhatGroup, Editing = FormEditing.WhenNew, Aliases = ["包联层级", "责任层级"] };

    public static readonly Column Helper = c.PersonName("责任人", a => a.Helper, a => a.HelperKey) with
    {
        IsKey = true,
        Required = true,
        QuickFilter = true,
        Group = WhoGroup,
        Editing = FormEditing.WhenNew,
        Aliases = ["帮扶责任人", "帮扶人", "包联干部", "责任人姓名"],
        Help = "换人时不改这一行：在系统里用“交接”，在表里另加一行并填上一行的结束日期。",
    };

    public static readonly Column Unit = c.Text("单位", a => a.Unit, 18) with { MaxLength = 60, Group = WhoGroup, Searchable = true, Aliases = ["帮扶单位", "工作单位", "责任人单位"] };

    public static readonly Column UnitLevel = c.Code("单位隶属关系", a => a.UnitLevel, "unit-level") with { Group = WhoGroup, Shown = false, Aliases = ["隶属关系"] };

    public static readonly Column Post = c.Text("职务", a => a.Post, 12) with { MaxLength = 40, Group = WhoGroup, Aliases = ["责任人职务"] };

    public static readonly Column Phone = c.Phone("责任人电话", a => a.Phone) with { Sensitivity = Sensitivity.None, Group = WhoGroup, Aliases = ["帮扶责任人电话", "电话", "联系电话"], Help = "公示牌上公开的电话。" };

    public static readonly Column StartedOn = c.Date("开始日期", a => a.StartedOn) with { IsKey = true, Required = true, Group = TermGroup, Editing = FormEditing.WhenNew, Aliases = ["帮扶开始日期", "开始时间", "帮扶开始时间"] };

    public static readonly Column EndedOn = c.Date("结束日期", a => a.EndedOn) with { MonthEnds = true, Group = TermGroup, Editing = FormEditing.WhenNew, Aliases = ["帮扶结束日期", "结束时间", "帮扶结束时间"], Help = "仍在任的不填。" };

    public static readonly Column EndReason = c.Code("结束原因", a => a.EndReason, "assignment-end") with { Group = TermGroup, Shown = false, Editing = FormEditing.WhenNew };

    public static readonly Ledger<Assignment> Ledger = new(Key, "包联责任台账", "人次")
    {
        Columns =
        [
            .. c.Place().Select(p => p with { IsKey = p.Place == RegionLevel.Village, Group = WhatGroup }),
            Level,
            .. c.Group(
                WhatGroup,
                c.Text("片区", a => a.Area, 12) with { IsKey = true, MaxLength = 30, Shown = false, Editing = FormEditing.WhenNew, Aliases = ["片", "网格"], Help = "层级是包片时填写，例如 东片。" },
                c.HouseholdName("户主", a => a.HouseholdName) with { IsKey = true, Editing = FormEditing.WhenNew, Aliases = ["户主姓名", "包联户"], Help = "层级是包户时填写。" }),
            Helper,
            Unit,
            UnitLevel,
            Post,
            Phone,
            StartedOn,
            EndedOn,
            EndReason,
            c.Text("登录账号", a => a.Account, 14) with { MaxLength = 50, Shown = false, Group = WhoGroup, Help = "责任人在本系统的账号；填写后，他登录即见自己包的户。" },
            c.LongText("备注", a => a.Remark, 20) with { Shown = false },
        ],
        Rules = AssignmentRules.Check,
        Fill = AssignmentRules.Fill,
        ImportGuard = AssignmentRules.RefuseImport,
        Store = new StoreRules<Assignment> { Check = AssignmentChecks.CheckAsync },
        DefaultSort = "-" + nameof(Assignment.StartedOn),
        NameOf = row => $"{((Assignment)row).Subject} {((Assignment)row).Helper}",
    };
}

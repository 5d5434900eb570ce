using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Responsibility.Aid;

/// <summary>The ledger of measures of help (帮扶措施台账), as the page 帮扶措施 of the 扶贫手册 has them; domain facts section 9.</summary>
public static class AidLedger
{
    public const string Key = "measures-taken";

    private static readonly Columns<AidMeasure> c = new();

    public static readonly Column Category = c.Code("措施类别", m => m.Category, "aid-category") with { Required = true, QuickFilter = true, Aliases = ["帮扶类别", "类别"] };

    public static readonly Ledger<AidMeasure> Ledger = new(Key, "帮扶措施台账", "项")
    {
        Columns =
        [
            .. c.Place(),
            c.HouseholdName("户主", m => m.HouseholdName) with { IsKey = true, Required = true, Aliases = ["户主姓名"] },
            Category,
            c.Text("帮扶措施", m => m.Title, 20) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["措施名称", "措施"] },
            c.Text("帮扶单位", m => m.Unit, 18) with { MaxLength = 60, Searchable = true, Aliases = ["实施单位"] },
            c.LongText("措施内容", m => m.Content, 28) with { Aliases = ["内容", "主要内容"] },
            c.Money("投入", m => m.Cost) with { Min = 0, Max = 100_000_000_00, Total = true, Aliases = ["成本", "投入资金", "帮扶资金", "金额"] },
            c.Date("开始日期", m => m.StartedOn) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["帮扶时间", "实施日期", "开始时间"] },
            c.Date("结束日期", m => m.EndedOn) with { MonthEnds = true, Aliases = ["结束时间", "完成日期"], Help = "还在实施的不填。" },
            c.LongText("帮扶成效", m => m.Effect, 28) with { Aliases = ["成效", "帮扶效果"] },
            c.YesNo("户主签名", m => m.Signed, 10) with { Shown = false, Aliases = ["户主签字"] },
            c.LongText("备注", m => m.Remark, 16) with { Shown = false },
        ],
        Rules = Check,
        Writers = [Act.Visit],
        DefaultSort = "-" + nameof(AidMeasure.StartedOn),
        NameOf = row => $"{((AidMeasure)row).HouseholdName} {((AidMeasure)row).Title}",
    };

    private static IEnumerable<Fault> Check(AidMeasure measure, RowContext context)
    {
        if (measure.EndedOn < measure.StartedOn) yield return new Fault("结束日期", $"结束日期：早于开始日期（“{measure.EndedOn:yyyy-MM-dd}”，开始是 {measure.StartedOn:yyyy-MM-dd}）。请核对后填写。");
        if (measure.Effect.Length > 0 && measure.StartedOn > context.Today) yield return new Fault("帮扶成效", $"帮扶成效：措施 {measure.StartedOn:yyyy-MM-dd} 才开始，不能已有成效。请核对开始日期，或删去成效。");
    }
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Responsibility.Visits;

/// <summary>The ledger of visits (走访台账): columns of domain facts section 9.</summary>
public static class VisitLedger
{
    public const string Key = "visits";

    private static readonly Columns<Visit> c = new();

    public static readonly Column VisitedOn = c.Date("走访日期", v => v.VisitedOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["走访时间", "日期", "入户日期"] };

    public static readonly Column Visitor = c.PersonName("走访人", v => v.Visitor, v => v.VisitorKey) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["帮扶责任人", "走访干部"] };

    public static readonly Column Way = c.Code("方式", v => v.Way, "visit-way", 8) with { Required = true, QuickFilter = true, Aliases = ["走访方式"] };

    public static readonly Column Topics = c.Codes("走访内容", v => v.Topics, "visit-topic", 18) with { Aliases = ["内容"], Help = "可以多选。" };

    public static readonly Column Finding = c.LongText("发现问题", v => v.Finding, 24) with { Searchable = true, Aliases = ["存在问题", "发现的问题"], Help = "写在这里的问题保存后转入整改台账，以后在那里办理。" };

    public static readonly Column Category = c.Code("问题类别", v => v.Category, "problem-category") with { QuickFilter = true };

    public static readonly Ledger<Visit> Ledger = new(Key, "走访台账", "次")
    {
        Columns =
        [
            .. c.Place(),
            c.HouseholdName("户主", v => v.HouseholdName) with { IsKey = true, Required = true, Aliases = ["户主姓名", "走访对象", "对象"] },
            VisitedOn,
            c.Text("时间", v => v.Time, 8) with { MaxLength = 5, Shown = false, Help = "几点到户，例如 15:30。" },
            Visitor,
            Way,
            c.Text("见面人", v => v.Met, 10) with { MaxLength = 50 },
            Topics,
            c.LongText("走访情况", v => v.Content, 20) with { Searchable = true, Aliases = ["走访记录", "情况"] },
            Finding,
            Category,
            c.LongText("解决情况", v => v.Solution, 20),
            c.YesNo("户主签名", v => v.Signed, 10) with { Aliases = ["户主签字"] },
            c.LongText("备注", v => v.Remark, 16) with { Shown = false },
        ],
        Rules = VisitRules.Check,
        Fill = VisitRules.Fill,
        ImportEffects = (visits, context, ct) => VisitProblems.EffectsAsync(context.Db, visits, context.Settings, ct),
        Writers = [Act.Visit],
        DefaultSort = "-" + nameof(Visit.VisitedOn),
        RowHref = row => VisitAddress.Of(row.Id),
        NameOf = row => $"{((Visit)row).HouseholdName} {((Visit)row).VisitedOn:yyyy-MM-dd} 走访",
    };

    public static Column Column(string key) => Ledger.Columns.Single(column => column.Key == key);
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Proposals;

/// <summary>The ledger of proposals (建言献策台账), S2.</summary>
public static class ProposalLedger
{
    public const string Key = "proposals";

    private const string What = "建议", Done = "采纳与落实";

    private static readonly Columns<Proposal> c = new();

    public static readonly Column Field = c.Code("建议方面", p => p.Field, "proposal-field") with { Group = What, Required = true, QuickFilter = true, Aliases = ["方面", "建议类别"] };

    public static readonly Ledger<Proposal> Ledger = new(Key, "建言献策", "条")
    {
        Columns =
        [
            .. c.Place(RegionLevel.Township),
            .. c.Group(
                What,
                c.Date("提出日期", p => p.RaisedOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["建议日期"] },
                c.Text("建议标题", p => p.Title, 26) with { IsKey = true, Required = true, Searchable = true, MaxLength = 60, Aliases = ["标题", "建议事项"] }),
            Field,
            .. c.Group(
                What,
                c.LongText("建议内容", p => p.Content, 30) with { Shown = false, Searchable = true, Aliases = ["内容"] },
                c.Text("建议人", p => p.Proposer, 14) with { Shown = false, MaxLength = 50, Searchable = true, Aliases = ["提出人", "建议单位"] }),
            .. c.Group(
                Done,
                c.YesNo("是否采纳", p => p.IsAdopted, 10) with { QuickFilter = true, Aliases = ["采纳情况"] },
                c.Date("答复日期", p => p.DecidedOn) with { Shown = false, NotInFuture = true },
                c.Text("责任人", p => p.Owner, 14) with { MaxLength = 50, Searchable = true, Aliases = ["责任单位", "牵头责任人"] },
                c.LongText("落实措施", p => p.Steps, 26) with { Aliases = ["措施"] },
                c.Date("落实时限", p => p.DueOn) with { MonthEnds = true },
                c.Date("落实日期", p => p.DoneOn) with { NotInFuture = true, Aliases = ["完成日期"] },
                c.LongText("落实结果", p => p.Result, 26) with { Aliases = ["结果"] },
                c.LongText("备注", p => p.Remark, 16) with { Shown = false }),
        ],
        KeyWithin = RegionLevel.Township,
        DefaultSort = "-" + nameof(Proposal.RaisedOn),
        Rules = ProposalRules.Check,
        NameOf = row => ((Proposal)row).Title,
    };
}

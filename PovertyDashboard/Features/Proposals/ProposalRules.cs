using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Proposals;

/// <summary>Rules over the fields of a proposal (建言献策校验); pure.</summary>
public static class ProposalRules
{
    public static IEnumerable<Fault> Check(Proposal proposal, RowContext context)
    {
        if (proposal is { IsAdopted: true, Owner: "" }) yield return new Fault("责任人", "责任人：已采纳，没有写由谁落实。请填写责任人。");
        if (proposal is { DoneOn: not null, Result: "" }) yield return new Fault("落实结果", "落实结果：填了落实日期，没有写结果。请写明落实到什么程度，例如 三户的院墙已经修好。");
        if (proposal is { DoneOn: not null, IsAdopted: not true }) yield return new Fault("是否采纳", "是否采纳：填了落实日期，没有选采纳。请选择 是，或删去落实日期。");
        foreach (var (header, day) in new[] { ("答复日期", proposal.DecidedOn), ("落实时限", proposal.DueOn), ("落实日期", proposal.DoneOn) })
            if (day < proposal.RaisedOn)
                yield return new Fault(header, string.Create(CultureInfo.InvariantCulture, $"{header}：早于提出日期（“{day:yyyy-MM-dd}”，提出是 {proposal.RaisedOn:yyyy-MM-dd}）。请核对后填写。"));
    }
}

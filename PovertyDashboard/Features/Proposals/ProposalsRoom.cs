using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Proposals.Demo;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Proposals;

/// <summary>The room of proposals (建言献策): what the office proposes on housing, cleanliness and care, and what became of it.</summary>
public static class ProposalsRoom
{
    public static IServiceCollection AddProposals(this IServiceCollection services)
    {
        services.AddLedger(ProposalLedger.Ledger, ProposalMeasures.Measures, ProposalMeasures.Breakdowns);
        services.AddSingleton(new NavItem(NavGroup.Supervision, "建言献策", Icons.Material.Outlined.Lightbulb, $"/ledgers/{ProposalLedger.Key}", 10, Needs: Act.ReadOffice));
        services.AddSingleton(new LedgerPresentation(ProposalLedger.Key)
        {
            Area = "扶贫好助手",
            AddText = "登记建议",
            EmptyTitle = "这里还没有建议",
            EmptyText = "登记或导入建言献策后，这里列出每条建议是否采纳、由谁落实、结果怎样。",
            RowClass = (row, today) => row is Proposal { IsAdopted: true, DoneOn: null } proposal && proposal.DueOn < today ? "overdue" : null,
        });
        services.AddSingleton(TodoSource.Of(ProposalMeasures.Late, "逾期未落实的建议", Icons.Material.Outlined.Lightbulb, 17, Act.Write) with { IsLate = true });
        services.AddSingleton(TodoSource.Of(ProposalMeasures.Undecided, "待答复的建议", Icons.Material.Outlined.Lightbulb, 78, Act.Write));
        return services.AddSingleton(ProposalFacts.Step).AddSingleton(ProposalExamples.Step).AddSingleton(ProposalExamples.Source);
    }
}

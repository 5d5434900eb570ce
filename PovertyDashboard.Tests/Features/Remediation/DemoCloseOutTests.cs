using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Remediation;

/// <summary>The demo accounts can bring every problem of the demo store to its end.</summary>
public sealed class DemoCloseOutTests
{
    private static readonly IReadOnlyList<UserIdentity> Accounts =
    [
        .. DemoAccounts.All.Where(a => a.Region.Length > 0).Select(a =>
            new UserIdentity(a.UserName, a.DisplayName, [a.Role], RegionScope.Of([long.Parse(a.Region, System.Globalization.CultureInfo.InvariantCulture)])) { Office = a.Office }),
    ];

    [Fact]
    public async Task Every_open_problem_can_be_assigned_rectified_and_closed_by_demo_accounts()
    {
        await using var site = new TestSite();
        var open = await site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().AsNoTracking().Where(p => p.State != ProblemState.Closed).ToListAsync());
        Assert.True(open.Count > 50);
        Assert.Contains(open, p => p is { IsInspectorFound: true, Township: 371591008000 });
        foreach (var problem in open)
        {
            var staff = Who(problem, user => user.May(Act.Write) && user.May(Act.Rectify));
            Assert.NotEmpty(staff);
            // Whoever of them reports it, somebody else is left who may close it.
            foreach (var rectifier in staff)
            {
                (problem.State, problem.RectifiedBy) = (ProblemState.Verifying, rectifier.Name);
                Assert.True(Who(problem, user => ProblemWorkflow.Refusal(ProblemAct.Close, problem, user, villageFirst: false) is null).Count > 0, $"{problem.Number} {problem.Source}");
            }
        }
    }

    private static List<UserIdentity> Who(Problem problem, Func<UserIdentity, bool> may) => [.. Accounts.Where(a => a.Scope.Contains(problem.Region) && may(a))];
}

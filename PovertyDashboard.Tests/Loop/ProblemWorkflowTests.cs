using CsCheck;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Remediation;

namespace PovertyDashboard.Tests.Loop;

public sealed class ProblemWorkflowTests
{
    private static readonly string[] States = [ProblemState.Waiting, ProblemState.Rectifying, ProblemState.Verifying, ProblemState.Closed, ProblemState.Shelved];

    private static readonly UserIdentity[] Users =
        [RemediationStore.Staff, RemediationStore.OtherStaff, RemediationStore.Inspector, RemediationStore.Leader, new("clerk", "吴某", [Roles.Staff, Roles.Leader], RegionScope.Everything)];

    /// <summary>The whole table: act → state before → state after; everything that is not here is refused.</summary>
    private static readonly Dictionary<(ProblemAct Act, string From), string> Moves = new()
    {
        [(ProblemAct.Assign, ProblemState.Waiting)] = ProblemState.Rectifying,
        [(ProblemAct.Assign, ProblemState.Rectifying)] = ProblemState.Rectifying,
        [(ProblemAct.Assign, ProblemState.Shelved)] = ProblemState.Rectifying,
        [(ProblemAct.Report, ProblemState.Rectifying)] = ProblemState.Verifying,
        [(ProblemAct.Verify, ProblemState.Verifying)] = ProblemState.Verifying,
        [(ProblemAct.Close, ProblemState.Verifying)] = ProblemState.Closed,
        [(ProblemAct.Return, ProblemState.Verifying)] = ProblemState.Rectifying,
        [(ProblemAct.AskExtension, ProblemState.Waiting)] = ProblemState.Waiting,
        [(ProblemAct.AskExtension, ProblemState.Rectifying)] = ProblemState.Rectifying,
        [(ProblemAct.GrantExtension, ProblemState.Waiting)] = ProblemState.Waiting,
        [(ProblemAct.GrantExtension, ProblemState.Rectifying)] = ProblemState.Rectifying,
        [(ProblemAct.GrantExtension, ProblemState.Verifying)] = ProblemState.Verifying,
        [(ProblemAct.RefuseExtension, ProblemState.Waiting)] = ProblemState.Waiting,
        [(ProblemAct.RefuseExtension, ProblemState.Rectifying)] = ProblemState.Rectifying,
        [(ProblemAct.RefuseExtension, ProblemState.Verifying)] = ProblemState.Verifying,
        [(ProblemAct.Shelve, ProblemState.Waiting)] = ProblemState.Shelved,
        [(ProblemAct.Shelve, ProblemState.Rectifying)] = ProblemState.Shelved,
        [(ProblemAct.Reopen, ProblemState.Closed)] = ProblemState.Rectifying,
    };

    [Fact]
    public void Each_act_starts_from_its_states_only()
    {
        foreach (var act in ProblemWorkflow.All)
            foreach (var state in States)
            {
                var problem = InState(state, act);
                var refusal = ProblemWorkflow.Refusal(act, problem, RemediationStore.Staff, villageFirst: false);
                Assert.Equal(!Moves.ContainsKey((act, state)), refusal is not null);
                if (Moves.TryGetValue((act, state), out var to)) Assert.Equal(to, ProblemWorkflow.To(act, state));
                else Assert.Contains(state, refusal, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void Each_act_needs_its_right()
    {
        foreach (var ((act, state), _) in Moves)
        {
            var problem = InState(state, act);
            Assert.NotNull(ProblemWorkflow.Refusal(act, problem, RemediationStore.Leader, villageFirst: false));
            Assert.NotNull(ProblemWorkflow.Refusal(act, problem, UserIdentity.Nobody, villageFirst: false));
            var mayInspector = act is not (ProblemAct.Assign or ProblemAct.Report or ProblemAct.AskExtension);
            Assert.Equal(mayInspector, ProblemWorkflow.Refusal(act, problem, RemediationStore.Inspector, villageFirst: false) is null);
        }
    }

    [Theory]
    [InlineData("上级督查", false)]
    [InlineData("巡察", false)]
    [InlineData("审计", false)]
    [InlineData("纪委", false)]
    [InlineData("自查", true)]
    [InlineData("信访", true)]
    public void A_problem_of_an_inspecting_unit_is_closed_by_inspectors_only(string source, bool mayStaff)
    {
        var problem = InState(ProblemState.Verifying, ProblemAct.Close, source);
        Assert.Equal(mayStaff, ProblemWorkflow.Refusal(ProblemAct.Close, problem, RemediationStore.OtherStaff, false) is null);
        Assert.Null(ProblemWorkflow.Refusal(ProblemAct.Close, problem, RemediationStore.Inspector, false));
    }

    [Fact]
    public void A_source_that_is_changed_later_does_not_unlock_the_close_out()
    {
        var problem = InState(ProblemState.Verifying, ProblemAct.Close, "纪委");
        problem.Source = "自查";
        Problem.Fill(problem);
        Assert.Contains("检查方", ProblemWorkflow.Refusal(ProblemAct.Close, problem, RemediationStore.OtherStaff, false), StringComparison.Ordinal);
    }

    [Fact]
    public void The_account_that_found_it_may_close_it()
    {
        var problem = InState(ProblemState.Verifying, ProblemAct.Close, "纪委");
        problem.FoundAccount = RemediationStore.OtherStaff.Name;
        Assert.Null(ProblemWorkflow.Refusal(ProblemAct.Close, problem, RemediationStore.OtherStaff, false));
    }

    [Fact]
    public void The_village_comes_first_where_the_setting_says_so()
    {
        var problem = InState(ProblemState.Verifying, ProblemAct.Close);
        Assert.Contains("村里还没有核验", ProblemWorkflow.Refusal(ProblemAct.Close, problem, RemediationStore.Staff, villageFirst: true), StringComparison.Ordinal);
        Assert.Equal(ProblemAct.Verify, ProblemWorkflow.Next(problem, villageFirst: true));
        problem.VillageVerifier = "村支书";
        Assert.Null(ProblemWorkflow.Refusal(ProblemAct.Close, problem, RemediationStore.Staff, villageFirst: true));
        Assert.Equal(ProblemAct.Close, ProblemWorkflow.Next(problem, villageFirst: true));
    }

    [Fact]
    public void Who_asked_for_an_extension_may_not_decide_it()
    {
        var problem = InState(ProblemState.Rectifying, ProblemAct.GrantExtension);
        problem.ExtensionBy = RemediationStore.Staff.Name;
        foreach (var act in new[] { ProblemAct.GrantExtension, ProblemAct.RefuseExtension, ProblemAct.Shelve })
        {
            Assert.NotNull(ProblemWorkflow.Refusal(act, problem, RemediationStore.Staff, false));
            Assert.Null(ProblemWorkflow.Refusal(act, problem, RemediationStore.OtherStaff, false));
        }
    }

    /// <summary>Any accounts, any order, files that bring a problem to 待核验, edits of the source: the rectifier never closes.</summary>
    [Fact]
    public void No_sequence_lets_the_rectifier_close()
    {
        var closed = 0;
        var steps = Gen.Select(Gen.Int[0, Users.Length - 1], Gen.Int[0, ProblemWorkflow.All.Count + 1]).Array[1, 40];
        Gen.Select(steps, Gen.Bool, Gen.Bool).Sample((sequence, isInspected, villageFirst) =>
        {
            var problem = RemediationStore.NewProblem();
            if (isInspected) problem.Source = "审计";
            var rectifiers = new HashSet<string>();
            Save(problem, UserIdentity.System);
            foreach (var (who, what) in sequence)
            {
                var user = Users[who];
                if (what < ProblemWorkflow.All.Count) Interlocked.Add(ref closed, Try(problem, user, ProblemWorkflow.All[what], villageFirst, isInspected, rectifiers));
                else if (what == ProblemWorkflow.All.Count && problem.State == ProblemState.Rectifying)
                {
                    (problem.State, problem.RectifiedOn) = (ProblemState.Verifying, RemediationStore.Today);
                    rectifiers.Add(user.Name);
                }
                else problem.Source = "自查";

                Save(problem, user);
            }
        }, iter: 5_000);
        // Few random ways lead to a close-out; among so many some always do.
        Assert.True(closed > 0);
    }

    private static int Try(Problem problem, UserIdentity user, ProblemAct act, bool villageFirst, bool isInspected, HashSet<string> rectifiers)
    {
        if (ProblemWorkflow.Refusal(act, problem, user, villageFirst) is not null) return 0;
        var form = RemediationStore.FormFor(act) with { DueOn = act == ProblemAct.AskExtension ? problem.DueOn!.Value.AddDays(1) : problem.DueOn };
        if (ProblemActRules.Check(act, form, problem, RemediationStore.Today).Count > 0) return 0;
        ProblemSteps.Take(act, form, problem, user, RemediationStore.Today);
        if (act == ProblemAct.Report) rectifiers.Add(user.Name);
        if (act != ProblemAct.Close) return 0;
        Assert.DoesNotContain(user.Name, rectifiers);
        if (isInspected) Assert.Equal(RemediationStore.Inspector, user);
        return 1;
    }

    private static void Save(Problem problem, UserIdentity user)
    {
        Problem.Sign(problem, user);
        Problem.Fill(problem);
        problem.Version++;
    }

    private static Problem InState(string state, ProblemAct act, string source = "自查")
    {
        var problem = RemediationStore.NewProblem();
        (problem.State, problem.Source, problem.Version) = (state, source, 1);
        if (act is ProblemAct.GrantExtension or ProblemAct.RefuseExtension) (problem.ExtensionTo, problem.ExtensionBy) = (RemediationStore.Today.AddDays(30), "x");
        Problem.Fill(problem);
        return problem;
    }
}

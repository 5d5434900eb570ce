using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Remediation;

public sealed class ProblemRulesTests
{
    [Theory]
    [InlineData(ProblemState.Waiting, ProblemState.Waiting, null)]
    [InlineData(ProblemState.Waiting, ProblemState.Rectifying, null)]
    [InlineData(ProblemState.Rectifying, ProblemState.Verifying, null)]
    [InlineData(ProblemState.Waiting, ProblemState.Verifying, null)]
    [InlineData(ProblemState.Closed, ProblemState.Closed, null)]
    [InlineData(ProblemState.Shelved, ProblemState.Shelved, null)]
    [InlineData(ProblemState.Verifying, ProblemState.Closed, "文件不能把未销号的问题销号")]
    [InlineData(ProblemState.Waiting, ProblemState.Closed, "文件不能把未销号的问题销号")]
    [InlineData(ProblemState.Shelved, ProblemState.Closed, "文件不能把未销号的问题销号")]
    [InlineData(ProblemState.Closed, ProblemState.Rectifying, "文件不能重新打开")]
    [InlineData(ProblemState.Verifying, ProblemState.Rectifying, "文件不能把整改进度退回去")]
    [InlineData(ProblemState.Rectifying, ProblemState.Waiting, "文件不能把整改进度退回去")]
    [InlineData(ProblemState.Rectifying, ProblemState.Shelved, "文件不能办理挂账")]
    [InlineData(ProblemState.Shelved, ProblemState.Rectifying, "文件不能办理挂账")]
    public void A_file_moves_a_problem_forward_to_verification_only(string stored, string incoming, string? refusal)
    {
        var answer = ProblemLedger.Ledger.RefuseImport(With(p => p.State = stored), With(p => p.State = incoming));
        if (refusal is null) Assert.Null(answer);
        else Assert.Contains(refusal, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_does_not_postpone_an_assigned_deadline()
    {
        Problem Due(int day, string state) => With(p => (p.State, p.DueOn) = (state, new DateOnly(2020, 9, day)));
        Assert.Contains("申请延期", ProblemRules.RefuseImport(Due(10, ProblemState.Rectifying), Due(11, ProblemState.Rectifying)), StringComparison.Ordinal);
        Assert.Null(ProblemRules.RefuseImport(Due(10, ProblemState.Rectifying), Due(9, ProblemState.Rectifying)));
        Assert.Null(ProblemRules.RefuseImport(Due(10, ProblemState.Waiting), Due(11, ProblemState.Waiting)));
    }

    [Fact]
    public void A_file_does_not_rewrite_signatures_made_in_the_system()
    {
        var signed = With(p => (p.State, p.ClosedBy, p.ClosedOn) = (ProblemState.Closed, "孙某", RemediationStore.Today));
        var forged = With(p => (p.State, p.ClosedBy, p.ClosedOn) = (ProblemState.Closed, "别人", RemediationStore.Today));
        Assert.StartsWith("销号人：", ProblemRules.RefuseImport(signed, forged), StringComparison.Ordinal);
        signed.IsImported = true;
        Assert.Null(ProblemRules.RefuseImport(signed, forged));
    }

    [Fact]
    public void A_file_may_correct_words_of_a_closed_problem()
    {
        var stored = With(p => (p.State, p.ClosedOn) = (ProblemState.Closed, RemediationStore.Today));
        Assert.Null(ProblemRules.RefuseImport(stored, With(p => (p.State, p.ClosedOn, p.Remark) = (ProblemState.Closed, RemediationStore.Today, "补记"))));
    }

    [Fact]
    public void Dates_before_the_finding_and_closed_dates_of_open_problems_are_faults()
    {
        var early = new DateOnly(2020, 7, 31);
        Assert.Equal(["整改时限"], Columns(p => p.DueOn = early));
        Assert.Equal(["完成日期"], Columns(p => p.RectifiedOn = early));
        Assert.Equal(["销号日期"], Columns(p => (p.State, p.ClosedOn) = (ProblemState.Closed, early)));
        Assert.Equal(["销号日期", "销号人"], Columns(p => (p.ClosedOn, p.ClosedBy) = (RemediationStore.Today, "孙某")));
        Assert.Empty(Columns(_ => { }));
    }

    [Theory]
    [InlineData(-7, "逾期 7 天")]
    [InlineData(0, "今天到期")]
    [InlineData(3, "剩 3 天")]
    public void The_deadline_is_said_in_days(int days, string words) =>
        Assert.Equal(words, ProblemDeadline.Words(With(p => p.DueOn = RemediationStore.Today.AddDays(days)), RemediationStore.Today));

    [Fact]
    public void A_closed_problem_is_never_overdue()
    {
        var closed = With(p => (p.State, p.DueOn) = (ProblemState.Closed, new DateOnly(2020, 8, 2)));
        var column = ProblemLedger.Ledger.Columns.Single(c => c.Header == "是否逾期");
        Assert.Equal((false, ""), ((bool)column.ValueOn(closed, RemediationStore.Today)!, ProblemDeadline.Words(closed, RemediationStore.Today)));
        closed.State = ProblemState.Shelved;
        Assert.Equal(true, column.ValueOn(closed, RemediationStore.Today));
    }

    private static IEnumerable<string> Columns(Action<Problem> change) =>
        ProblemLedger.Ledger.Check(With(change), new RowContext(RemediationStore.Today, UserIdentity.System)).Select(f => f.Column);

    private static Problem With(Action<Problem> change)
    {
        var problem = RemediationStore.NewProblem();
        change(problem);
        return problem;
    }
}

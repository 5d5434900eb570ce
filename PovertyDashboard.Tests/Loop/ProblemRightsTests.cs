using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Remediation;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Loop;

/// <summary>Who may do what with a problem, asked of the desk and not of a page: roles, places, the inspecting unit, two persons.</summary>
public sealed class ProblemRightsTests : IAsyncLifetime
{
    private static readonly UserIdentity
        Audit = Inspecting("audit", "市审计组"),
        AuditColleague = Inspecting("audit2", "市审计组"),
        Supervision = Inspecting("supervision", "市督查组"),
        Administrator = new("admin", "管理员", [Roles.Administrator], RegionScope.Of([City]));

    private RemediationStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_leader_does_no_act_in_any_state()
    {
        foreach (var state in ProblemState.Open.Append(ProblemState.Closed))
        {
            var row = await _store.AddAsync(p => (p.State, p.ClosedOn) = (state, state == ProblemState.Closed ? Today : null));
            foreach (var act in ProblemWorkflow.All)
            {
                var result = await _store.ActAsync(Leader, row.Id, act);
                Assert.Equal(ActStatus.Refused, result.Status);
                Assert.StartsWith("权限：", result.Message, StringComparison.Ordinal);
            }

            Assert.Equal(1, (await _store.ReadAsync(row.Id)).Version);
        }
    }

    [Fact]
    public async Task Foreign_problems_are_neither_read_nor_dealt_with()
    {
        var (own, foreign) = (await _store.AddAsync(p => p.Region = Qianwang), await _store.AddAsync(p => (p.OriginLedger, p.OriginId) = ("checks", 7)));
        foreach (var (user, act) in new[] { (Staff, ProblemAct.Assign), (Staff, ProblemAct.Report), (OtherStaff, ProblemAct.Close) }) Assert.True((await _store.ActAsync(user, foreign.Id, act)).IsDone);
        await _store.AtDeskAsync(ZhangzhaiStaff, async desk =>
        {
            Assert.Null(await desk.FindAsync(foreign.Id, CancellationToken.None));
            Assert.Empty(await desk.HistoryAsync(foreign.Id, CancellationToken.None));
            Assert.Null(await desk.LastRecheckAsync(foreign.Id, CancellationToken.None));
            Assert.Equal(ActStatus.Gone, (await desk.ActAsync(new ProblemRef(foreign.Id, 4), ProblemAct.Reopen, FormFor(ProblemAct.Reopen), CancellationToken.None)).Status);
            var bulk = await desk.ActManyAsync([new(own.Id, 1), new(foreign.Id, 4)], ProblemAct.Assign, FormFor(ProblemAct.Assign), CancellationToken.None);
            Assert.Equal((1, ""), (bulk.Done, Assert.Single(bulk.Refused).Number));
            return true;
        });
        Assert.Equal(ProblemState.Closed, (await _store.ReadAsync(foreign.Id)).State);
    }

    [Fact]
    public async Task Who_has_no_right_to_read_finds_nothing_even_inside_his_places()
    {
        var row = await _store.AddAsync();
        await _store.ActAsync(Staff, row.Id, ProblemAct.Assign);
        await _store.AtDeskAsync(Administrator, async desk =>
        {
            Assert.Null(await desk.FindAsync(row.Id, CancellationToken.None));
            Assert.Empty(await desk.HistoryAsync(row.Id, CancellationToken.None));
            Assert.Equal(ActStatus.Refused, (await desk.ActAsync(new ProblemRef(row.Id, 2), ProblemAct.Report, FormFor(ProblemAct.Report), CancellationToken.None)).Status);
            return true;
        });
    }

    [Fact]
    public async Task What_an_inspecting_unit_found_is_closed_by_that_unit_alone()
    {
        var id = await ReportedAsync(by: Audit);
        Assert.Equal("市审计组", (await _store.ReadAsync(id)).FoundUnit);
        foreach (var stranger in new[] { Supervision, OtherStaff })
        {
            var refused = await _store.ActAsync(stranger, id, ProblemAct.Close);
            Assert.Equal("销号：这件问题由检查方“市审计组”发现（来源“自查”），只能由该单位的检查人员销号。请联系检查人员办理。", refused.Message);
        }

        Assert.True((await _store.ActAsync(AuditColleague, id, ProblemAct.Close)).IsDone);
    }

    [Fact]
    public async Task A_problem_of_an_inspecting_source_without_account_is_closed_by_any_inspector_of_the_place()
    {
        var id = await ReportedAsync(by: Staff, source: "审计");
        Assert.Equal(ActStatus.Refused, (await _store.ActAsync(OtherStaff, id, ProblemAct.Close)).Status);
        Assert.True((await _store.ActAsync(Supervision, id, ProblemAct.Close)).IsDone);
    }

    [Fact]
    public async Task An_extension_needs_a_reason_and_somebody_else_s_consent()
    {
        var row = await _store.AddAsync();
        await _store.ActAsync(Staff, row.Id, ProblemAct.Assign);
        var empty = await _store.ActAsync(Staff, row.Id, ProblemAct.AskExtension, FormFor(ProblemAct.AskExtension) with { Note = " " });
        Assert.Equal("延期原因没有填。请写明原因。", Assert.Single(empty.Faults).Message);
        await _store.ActAsync(Staff, row.Id, ProblemAct.AskExtension);
        Assert.Contains("不能由您自己审批", (await _store.ActAsync(Staff, row.Id, ProblemAct.GrantExtension)).Message, StringComparison.Ordinal);
        Assert.Contains("您的账号不能同意延期", (await _store.ActAsync(Leader, row.Id, ProblemAct.GrantExtension)).Message, StringComparison.Ordinal);
        Assert.True((await _store.ActAsync(OtherStaff, row.Id, ProblemAct.GrantExtension)).IsDone);
        Assert.Equal(new DateOnly(2020, 9, 30), (await _store.ReadAsync(row.Id)).DueOn);
    }

    private async Task<long> ReportedAsync(UserIdentity by, string source = "自查")
    {
        var id = (await _store.AddAsync(p => p.Source = source, by)).Id;
        Assert.True((await _store.ActAsync(Staff, id, ProblemAct.Assign)).IsDone);
        Assert.True((await _store.ActAsync(Staff, id, ProblemAct.Report)).IsDone);
        return id;
    }

    private static UserIdentity Inspecting(string account, string unit) => new(account, "孙某", [Roles.Inspector], RegionScope.Of([City])) { Office = unit };
}

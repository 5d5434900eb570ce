using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Features.Remediation;

/// <summary>What the ledger's form may do with problems, and what only acts may.</summary>
public sealed class ProblemFormTests : IAsyncLifetime
{
    private RemediationStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_problem_entered_by_hand_gets_the_next_number_and_waits()
    {
        await _store.AddAsync();
        var row = NewProblem();
        (row.Number, row.State, row.ClosedOn, row.ClosedBy) = ("", ProblemState.Closed, Today, "赵某");
        var saved = Assert.IsType<RowSaved>(await SaveAsync(Staff, row, 0));
        var problem = (Problem)saved.Row;
        Assert.Equal(("20200801-002", ProblemState.Waiting, null, ""), (problem.Number, problem.State, problem.ClosedOn, problem.ClosedBy));
        Assert.False(problem.IsImported);
    }

    [Theory]
    [InlineData("一号电站2期")]
    [InlineData("G341 辅路")]
    public async Task A_project_with_digits_in_its_name_is_entered_by_hand(string project)
    {
        var form = new LedgerForm(ProblemLedger.Ledger, ProblemLedger.Ledger.Columns, new Problem { Region = Dayang });
        var parser = new ColumnParser(_store.Services.GetRequiredService<CodeListDirectory>().Current, Today);
        foreach (var (header, text) in new[] { ("户主/项目", project), ("问题来源", "自查"), ("问题类别", "项目资金"), ("问题描述", "收据没有归档"), ("发现日期", "2020-08-01") })
        {
            var field = form.Fields.Single(f => f.Column.Header == header);
            form.Type(field, text);
            LedgerForm.Check(field, parser);
            Assert.Null(field.Fault);
        }

        var row = Assert.IsType<Problem>(form.Build(parser, _store.Services.GetRequiredService<CodeListDirectory>().Current, Today));
        Assert.Equal(project, ((Problem)Assert.IsType<RowSaved>(await SaveAsync(Staff, row, 0)).Row).HouseholdName);
    }

    [Fact]
    public async Task The_form_does_not_move_a_problem_nor_its_deadline()
    {
        var id = (await _store.AddAsync()).Id;
        await _store.ActAsync(Staff, id, ProblemAct.Assign);
        var copy = await _store.ReadAsync(id);
        (copy.State, copy.DueOn, copy.VillageVerifier, copy.Remark) = (ProblemState.Closed, new DateOnly(2021, 1, 1), "谁", "备注");
        Assert.IsType<RowSaved>(await SaveAsync(Staff, copy, copy.Version));
        var stored = await _store.ReadAsync(id);
        Assert.Equal((ProblemState.Rectifying, new DateOnly(2020, 9, 10), "", "备注"), (stored.State, stored.DueOn, stored.VillageVerifier, stored.Remark));
    }

    [Fact]
    public async Task Inspectors_and_leaders_do_not_edit_problems()
    {
        foreach (var user in new[] { Inspector, Leader })
        {
            Assert.IsType<RowRefused>(await SaveAsync(user, NewProblem(), 0));
            Assert.False(ProblemLedger.Ledger.MayEdit(user));
        }
    }

    [Fact]
    public async Task What_an_inspectors_check_found_is_not_deleted_by_staff()
    {
        var found = await _store.AddAsync(p => (p.OriginLedger, p.OriginId) = ("checks", 1), by: Inspector);
        var refused = Assert.IsType<RowRefused>(await DeleteAsync(Staff, found));
        Assert.Contains("检查方", refused.Sentence, StringComparison.Ordinal);
        Assert.IsType<RowSaved>(await DeleteAsync(Staff, await _store.AddAsync()));
    }

    private Task<SaveOutcome> SaveAsync(UserIdentity user, Problem row, int version) =>
        WithEditorAsync(user, editor => editor.SaveAsync(ProblemLedger.Ledger, row, version, CancellationToken.None));

    private Task<SaveOutcome> DeleteAsync(UserIdentity user, Problem row) =>
        WithEditorAsync(user, editor => editor.DeleteAsync(ProblemLedger.Ledger, row.Id, row.Version, "录错", CancellationToken.None));

    private async Task<SaveOutcome> WithEditorAsync(UserIdentity user, Func<LedgerEditor, Task<SaveOutcome>> work)
    {
        await using var scope = _store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(ActivatorUtilities.CreateInstance<LedgerEditor>(scope.ServiceProvider));
    }
}

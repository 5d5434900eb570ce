using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Checklists;

public sealed class CheckLedgerTests
{
    [Fact]
    public async Task A_deleted_check_takes_its_answers_along_and_brings_them_back_with_its_score()
    {
        await using var store = await ChecklistStore.CreateAsync();
        await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        var saved = await store.SaveAsync(store.Tick("kitchen", CheckResult.Failed));
        var before = await store.ReadAsync(saved.CheckId);
        Assert.IsType<RowSaved>(await EditAsync(store, ChecklistStore.Staff, e => e.DeleteAsync(CheckLedger.Ledger, before.Id, before.Version, "重复", CancellationToken.None)));
        await store.InStoreAsync(UserIdentity.System, async db => Assert.False(await db.Set<CheckAnswer>().AnyAsync()));
        Assert.IsType<RowSaved>(await EditAsync(store, ChecklistStore.Staff, e => e.RestoreAsync(CheckLedger.Ledger, before.Id, CancellationToken.None)));
        var after = await store.ReadAsync(saved.CheckId);
        Assert.Equal((2, 1, 1, 1, 2), (after.Answers!.Count, after.PassedCount, after.FailedCount, after.PassedWeight, after.ApplicableWeight));
    }

    [Fact]
    public async Task Forms_change_a_checks_note_but_not_its_version_and_leave_its_score()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var saved = await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        var row = await store.ReadAsync(saved.CheckId);
        (row.Note, row.TemplateTitle) = ("补记", "四类标准自查（第 1 版）");
        Assert.IsType<RowSaved>(await EditAsync(store, ChecklistStore.Staff, e => e.SaveAsync(CheckLedger.Ledger, row, row.Version, CancellationToken.None)));
        var after = await store.ReadAsync(saved.CheckId);
        Assert.Equal(("补记", store.Template.Title, store.Template.Id, 1), (after.Note, after.TemplateTitle, after.TemplateId, after.PassedCount));
        Assert.IsType<RowRefused>(await EditAsync(store, ChecklistStore.Inspector, e => e.SaveAsync(CheckLedger.Ledger, after, after.Version, CancellationToken.None)));
    }

    [Fact]
    public async Task Forms_show_the_results_of_items_and_refuse_to_change_them()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var saved = await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        var row = await store.ReadAsync(saved.CheckId);
        IReadOnlyList<Column> columns = [];
        await store.InStoreAsync(UserIdentity.System, async db => columns = await CheckLedger.Ledger.AllColumnsAsync(db, row.Region, CancellationToken.None));
        var form = new LedgerForm(CheckLedger.Ledger, columns, row);
        Assert.Contains(form.Derived, c => c.Header == "院内净");
        Assert.DoesNotContain(form.Fields, f => f.Column.Header == "院内净");

        (row.Note, row.Answers![0].Result) = ("补记", CheckResult.Failed);
        var refused = Assert.IsType<RowInvalid>(await EditAsync(store, ChecklistStore.Staff, e => e.SaveAsync(CheckLedger.Ledger, row, row.Version, CancellationToken.None)));
        Assert.Equal(new Fault("院内净", "院内净：不能在这个表单里填写或修改。请打开这一行自己的页面，或导入表格。"), Assert.Single(refused.Faults));
        var (id, version) = (row.Id, row.Version);
        (row.Id, row.CheckedOn) = (0, ChecklistStore.Today.AddDays(-1));
        Assert.Equal("院内净", Assert.Single(Assert.IsType<RowInvalid>(await EditAsync(store, ChecklistStore.Staff, e => e.SaveAsync(CheckLedger.Ledger, row, 0, CancellationToken.None))).Faults).Column);
        var after = await store.ReadAsync(id);
        Assert.Equal((version, "", CheckResult.Passed), (after.Version, after.Note, after.Answers![0].Result));
        Assert.Empty(await store.ProblemsAsync());
    }

    [Fact]
    public async Task A_failed_item_without_a_problem_opens_it_when_its_check_is_saved_in_a_form_as_when_a_file_changes_it()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var saved = await store.SaveAsync(store.Tick("yard", CheckResult.Failed));
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            var problem = await db.Set<Problem>().SingleAsync();
            (problem.IsDeleted, problem.DeleteReason) = (true, "录错");
            await db.SaveChangesAsync();
        });
        var row = await store.ReadAsync(saved.CheckId);
        row.Note = "补记";
        Assert.IsType<RowSaved>(await EditAsync(store, ChecklistStore.Staff, e => e.SaveAsync(CheckLedger.Ledger, row, row.Version, CancellationToken.None)));
        var problem = Assert.Single(await store.ProblemsAsync());
        Assert.Equal((ProblemState.Waiting, "yard", row.Id), (problem.State, problem.OriginItem, problem.OriginId));
    }

    [Fact]
    public void Answers_items_and_rechecks_are_not_entered_in_forms()
    {
        foreach (var ledger in new Ledger[] { ChecklistLedgers.Answers, ChecklistLedgers.Items, ChecklistLedgers.Rechecks })
            Assert.False(ledger.MayEdit(ChecklistStore.Staff), ledger.Key);
        Assert.True(ChecklistLedgers.Campaigns.MayEdit(ChecklistStore.Staff));
        Assert.False(ChecklistLedgers.Campaigns.MayEdit(ChecklistStore.Inspector));
    }

    [Fact]
    public async Task A_row_of_the_ledger_leads_to_the_page_of_its_campaign()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var saved = await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        Assert.Equal((store.Campaign.Id, store.Households[0].Id), await FindAsync(ChecklistStore.Leader));
        Assert.Null(await FindAsync(ChecklistStore.Elsewhere));

        Task<(long, long)?> FindAsync(UserIdentity user) => store.WithAsync<CheckSheets, (long, long)?>(user, s => s.FindAsync(saved.CheckId, CancellationToken.None));
    }

    [Fact]
    public async Task The_demo_store_has_the_campaign_and_training_of_the_page_and_example_checks()
    {
        await using var store = await ChecklistStore.CreateAsync(withDemo: true);
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            var campaign = await db.Set<Campaign>().SingleAsync(c => c.Region == ChecklistStore.Hanji && c.Id != store.Campaign.Id);
            Assert.Equal(("规范提升月", 202008), (campaign.Title, campaign.Month));
            var training = await db.Set<Training>().SingleAsync(t => t.Region == ChecklistStore.Hanji);
            Assert.Equal((new DateOnly(2020, 8, 10), "政法大院三楼会议室"), (training.HeldOn, training.Venue));

            var checks = await db.Set<Check>().Include(c => c.Answers).ToListAsync();
            Assert.True(checks.Count(c => c.Note == "示例") > 50);
            Assert.All(checks, c => Assert.True(c.CheckedOn <= ChecklistStore.Today && c.HouseholdId is not null && c.AnsweredCount == c.Answers!.Count));
            var problems = await db.Set<Problem>().Where(p => p.OriginLedger == "checks").ToListAsync();
            Assert.Equal(checks.Sum(c => c.FailedCount), problems.Count);
            Assert.All(problems, p => Assert.False(p.State == ProblemState.Closed && p.RectifiedBy == p.ClosedBy));
        });
    }

    private static Task<SaveOutcome> EditAsync(ChecklistStore store, UserIdentity user, Func<LedgerEditor, Task<SaveOutcome>> edit) =>
        store.WithAsync<LedgerEditor, SaveOutcome>(user, edit);
}

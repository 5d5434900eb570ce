using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Checklists;

public sealed class CheckServiceTests
{
    [Fact]
    public async Task The_first_tick_starts_the_check_of_today()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var saved = await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        var check = await store.ReadAsync(saved.CheckId);
        Assert.Equal(("邓某", store.Households[0].Id, ChecklistStore.Dayang, ChecklistStore.Today), (check.HouseholdName, check.HouseholdId, check.Region, check.CheckedOn));
        Assert.Equal(("孙某", "韩集镇督导组", "六净一规范（第 1 版）"), (check.Inspector, check.Unit, check.TemplateTitle));
        Assert.Equal(new CheckScore(1, 1, 1, 0, 0), saved.Score);
        Assert.Empty(await store.ProblemsAsync());

        // A tick from another page of the same day goes on with it.
        var second = await store.SaveAsync(store.Tick("room", CheckResult.Passed), ChecklistStore.Colleague);
        Assert.Equal(saved.CheckId, second.CheckId);
    }

    [Fact]
    public async Task A_failed_item_opens_its_problem_and_a_correction_withdraws_it()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var failed = await store.SaveAsync(store.Tick("kitchen", CheckResult.Failed, reasons: "灶台油污"));
        var problem = Assert.Single(await store.ProblemsAsync());
        Assert.Equal(("checks", failed.CheckId, "kitchen"), (problem.OriginLedger, problem.OriginId!.Value, problem.OriginItem));
        Assert.Equal(("户容户貌", "排查走访", "厨房净不达标：灶台油污。", ProblemState.Waiting), (problem.Category, problem.Source, problem.Description, problem.State));
        Assert.Equal(ChecklistStore.Today.AddDays(15), problem.DueOn);
        Assert.Equal((problem.Number, problem.DueOn), (failed.Answer.ProblemNumber, failed.Answer.ProblemDueOn));

        var passed = await store.SaveAsync(store.Tick("kitchen", CheckResult.Passed, failed.CheckId, failed.Answer.Version));
        Assert.Empty(await store.ProblemsAsync());
        Assert.Equal("", passed.Answer.ProblemNumber);
        Assert.Equal("", passed.Answer.Reasons);

        // The thumb slips back: one problem, one number.
        await store.SaveAsync(store.Tick("kitchen", CheckResult.Failed, failed.CheckId, passed.Answer.Version, "厨余未清", dueOn: new DateOnly(2020, 9, 3)));
        var again = Assert.Single(await store.ProblemsAsync(withDeleted: true));
        Assert.Equal((problem.Number, false, "厨房净不达标：厨余未清。", new DateOnly(2020, 9, 3)), (again.Number, again.IsDeleted, again.Description, again.DueOn!.Value));
    }

    [Fact]
    public async Task A_correction_after_the_problem_was_assigned_leaves_a_note_on_it()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var failed = await store.SaveAsync(store.Tick("kitchen", CheckResult.Failed));
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            (await db.Set<Problem>().SingleAsync()).State = ProblemState.Rectifying;
            await db.SaveChangesAsync();
        });
        await store.SaveAsync(store.Tick("kitchen", CheckResult.NotApplicable, failed.CheckId, failed.Answer.Version, "在儿子家吃住"));
        var problem = Assert.Single(await store.ProblemsAsync());
        Assert.Equal((ProblemState.Rectifying, "2020-08-31 检查项改为不适用。"), (problem.State, problem.Remark));
    }

    [Fact]
    public async Task A_tick_on_what_somebody_else_has_changed_is_a_conflict_that_shows_theirs()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var first = await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        var theirs = await store.SaveAsync(store.Tick("yard", CheckResult.Failed, first.CheckId, first.Answer.Version, "垃圾杂物"), ChecklistStore.Colleague);
        var conflict = Assert.IsType<TickOutcome.Conflict>(await store.TickAsync(ChecklistStore.Inspector, store.Tick("yard", CheckResult.NotApplicable, first.CheckId, first.Answer.Version, "无院")));
        Assert.Equal((CheckResult.Failed, "垃圾杂物", "colleague", theirs.Answer.Version), (conflict.Theirs.Result, conflict.Theirs.Reasons, conflict.Theirs.ChangedBy, conflict.Theirs.Version));
        Assert.Equal(CheckResult.Failed, Assert.Single((await store.ReadAsync(first.CheckId)).Answers!).Result);

        // Sending once more what is stored already is no conflict: the reply may have been lost.
        Assert.IsType<TickOutcome.Saved>(await store.TickAsync(ChecklistStore.Inspector, store.Tick("yard", CheckResult.Failed, first.CheckId, first.Answer.Version, "垃圾杂物")));
    }

    [Fact]
    public async Task Two_first_ticks_of_one_item_are_a_conflict_too()
    {
        await using var store = await ChecklistStore.CreateAsync();
        await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        Assert.IsType<TickOutcome.Conflict>(await store.TickAsync(ChecklistStore.Colleague, store.Tick("yard", CheckResult.Failed)));
    }

    [Fact]
    public async Task Who_may_not_tick_or_is_responsible_elsewhere_is_refused_and_nothing_is_stored()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var leader = Assert.IsType<TickOutcome.Refused>(await store.TickAsync(ChecklistStore.Leader, store.Tick("yard", CheckResult.Passed)));
        Assert.Contains("只能查看", leader.Reason, StringComparison.Ordinal);
        Assert.IsType<TickOutcome.Refused>(await store.TickAsync(ChecklistStore.Elsewhere, store.Tick("yard", CheckResult.Passed)));
        Assert.IsType<TickOutcome.Refused>(await store.TickAsync(UserIdentity.Nobody, store.Tick("yard", CheckResult.Passed)));
        await store.InStoreAsync(UserIdentity.System, async db => Assert.False(await db.Set<Check>().AnyAsync()));
        Assert.False((await store.WithAsync<CheckService, FinishOutcome>(ChecklistStore.Leader, s => s.FinishAsync(1, "", TimeSpan.Zero, CancellationToken.None))).Done);
    }

    [Theory]
    [InlineData("还行", "", "")]
    [InlineData("", "", "")]
    [InlineData(CheckResult.Failed, "", "note")]
    [InlineData(CheckResult.Failed, "reasons", "")]
    public async Task A_tick_with_unknown_result_or_endless_text_is_refused(string result, string reasons, string note)
    {
        await using var store = await ChecklistStore.CreateAsync();
        var tick = store.Tick("yard", result, reasons: reasons.Length > 0 ? new string('长', 201) : "", note: note.Length > 0 ? new string('长', 501) : "");
        Assert.IsType<TickOutcome.Refused>(await store.TickAsync(ChecklistStore.Inspector, tick));
    }

    [Fact]
    public async Task A_campaign_outside_its_days_starts_no_check()
    {
        await using var store = await ChecklistStore.CreateAsync();
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            (await db.Set<Campaign>().SingleAsync()).EndsOn = new DateOnly(2020, 8, 30);
            await db.SaveChangesAsync();
        });
        var refused = Assert.IsType<TickOutcome.Refused>(await store.TickAsync(ChecklistStore.Inspector, store.Tick("yard", CheckResult.Passed)));
        Assert.Contains("2020-08-30", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_that_waited_on_a_phone_goes_to_the_check_of_the_day_on_which_it_was_made()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var today = await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        var late = await store.SaveAsync(store.Tick("yard", CheckResult.Failed) with { Age = TimeSpan.FromDays(2) });
        var more = await store.SaveAsync(store.Tick("room", CheckResult.Passed) with { Age = TimeSpan.FromDays(2) });
        Assert.Equal(late.CheckId, more.CheckId);
        Assert.Equal((ChecklistStore.Today, ChecklistStore.Today.AddDays(-2)), ((await store.ReadAsync(today.CheckId)).CheckedOn, (await store.ReadAsync(late.CheckId)).CheckedOn));
        Assert.IsType<TickOutcome.Refused>(await store.TickAsync(ChecklistStore.Inspector, store.Tick("yard", CheckResult.Passed) with { Age = TimeSpan.FromDays(CheckService.MaxAgeDays + 1) }));
    }

    [Fact]
    public async Task A_repeated_tick_is_known_again_though_its_words_were_tidied()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var tick = store.Tick("yard", CheckResult.Passed, reasons: "垃圾杂物", note: " 已清 ");
        Assert.Equal((await store.SaveAsync(tick)).Answer, (await store.SaveAsync(tick)).Answer);
    }

    [Fact]
    public async Task Finishing_asks_for_every_item_and_then_keeps_day_and_note()
    {
        await using var store = await ChecklistStore.CreateAsync();
        long checkId = 0;
        foreach (var item in store.Template.Items.SkipLast(1)) checkId = (await store.SaveAsync(store.Tick(item.Code, CheckResult.Passed))).CheckId;
        var early = await FinishAsync("");
        Assert.Equal("物品摆放规范", Assert.Single(early.Faults).Column);
        await store.SaveAsync(store.Tick("order", CheckResult.NotApplicable, reasons: "无院落"));
        Assert.True((await FinishAsync("已当面反馈")).Done);
        var check = await store.ReadAsync(checkId);
        Assert.Equal((ChecklistStore.Today, "已当面反馈", 6, 1), (check.FinishedOn!.Value, check.Note, check.PassedCount, check.NotApplicableCount));

        Task<FinishOutcome> FinishAsync(string note) => store.WithAsync<CheckService, FinishOutcome>(ChecklistStore.Inspector, s => s.FinishAsync(checkId, note, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task Each_tick_stands_in_the_audit_trail()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var saved = await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        await store.SaveAsync(store.Tick("yard", CheckResult.Failed, saved.CheckId, saved.Answer.Version));
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            var lines = await db.Set<AuditEntry>().Where(a => a.Subject == "check-answers").OrderBy(a => a.Id).ToListAsync();
            Assert.Equal(["新增", "修改"], lines.Select(l => l.Action));
            Assert.Contains("\"Result\":[\"达标\",\"不达标\"]", lines[1].Details, StringComparison.Ordinal);
        });
    }
}

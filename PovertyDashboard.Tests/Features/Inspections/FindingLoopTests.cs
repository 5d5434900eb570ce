using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Inspections.InspectionStore;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>What an inspection finds becomes a problem, is rectified by one, closed by the inspecting side and looked at again; a bad answer does the same.</summary>
public sealed class FindingLoopTests : IAsyncLifetime
{
    private InspectionStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_finding_goes_round_the_loop_and_comes_back_when_the_second_look_fails()
    {
        var finding = await _store.AddAsync(FindingLedger.Ledger, NewFinding(household: "甲某"));
        var problem = await ProblemAsync();
        Assert.Equal(("findings", finding.Id, "纪委", "项目资金", "周某、吴某", "张寨镇纪委"), (problem.OriginLedger, problem.OriginId!.Value, problem.Source, problem.Category, problem.FoundBy, problem.FoundUnit));
        Assert.Equal($"公示不到位：分配方案没有张贴（{Title}第 1 个问题）。", problem.Description);
        Assert.True(problem.IsInspectorFound && problem.HouseholdId is not null);
        Assert.Equal((1m, 0m), (await _store.ValueAsync("findings.open"), await _store.ValueAsync("findings.close-rate")));

        Assert.True((await _store.ActAsync(Staff, problem, ProblemAct.Assign, new ActForm { Owner = "钱某", DueOn = new DateOnly(2020, 9, 10) })).IsDone);
        Assert.True((await _store.ActAsync(Staff, await ProblemAsync(), ProblemAct.Report, new ActForm { Note = "已张贴", RectifiedOn = Today })).IsDone);
        var refused = await _store.ActAsync(Staff, await ProblemAsync(), ProblemAct.Close, new ActForm { Note = "同意" });
        Assert.Equal(ActStatus.Refused, refused.Status);
        Assert.True((await _store.ActAsync(Discipline, await ProblemAsync(), ProblemAct.Close, new ActForm { Note = "现场看过" })).IsDone);
        Assert.Equal((0m, 1m), (await _store.ValueAsync("findings.open"), await _store.ValueAsync("findings.closed")));

        var recheck = Assert.Single(await _store.WithAsync<RecheckDesk, IReadOnlyList<Recheck>>(Discipline, desk => desk.WaitingAsync(Zhangzhai, FindingLedger.Key, CancellationToken.None)));
        Assert.Null(await _store.WithAsync<RecheckDesk, string?>(Discipline, desk => desk.RecordAsync(recheck.Id, recheck.Version, false, "又撕掉了", CancellationToken.None)));
        Assert.Equal(ProblemState.Rectifying, (await ProblemAsync()).State);
        Assert.Equal(1m, await _store.ValueAsync("findings.open"));
    }

    [Fact]
    public async Task A_corrected_finding_corrects_its_problem_until_somebody_deals_with_it()
    {
        var finding = await _store.AddAsync(FindingLedger.Ledger, NewFinding());
        finding.Description = "方案张贴在屋里";
        finding = await _store.AddAsync(FindingLedger.Ledger, finding);
        Assert.Contains("方案张贴在屋里", (await ProblemAsync()).Description, StringComparison.Ordinal);
        await _store.ActAsync(Staff, await ProblemAsync(), ProblemAct.Assign, new ActForm { Owner = "钱某", DueOn = new DateOnly(2020, 9, 10) });
        finding.Description = "再改";
        finding = await _store.AddAsync(FindingLedger.Ledger, finding);
        Assert.DoesNotContain("再改", (await ProblemAsync()).Description, StringComparison.Ordinal);
        var outcome = await _store.WithAsync<LedgerEditor, SaveOutcome>(Discipline, e => e.DeleteAsync(FindingLedger.Ledger, finding.Id, finding.Version, "登记错", CancellationToken.None));
        Assert.StartsWith("删除：这个问题已转入整改台账", Assert.IsType<RowRefused>(outcome).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_finding_takes_its_untouched_problem_along()
    {
        var finding = await _store.AddAsync(FindingLedger.Ledger, NewFinding());
        Assert.IsType<RowSaved>(await _store.WithAsync<LedgerEditor, SaveOutcome>(Discipline, e => e.DeleteAsync(FindingLedger.Ledger, finding.Id, finding.Version, "登记错", CancellationToken.None)));
        Assert.Empty(await _store.RowsAsync<Problem>());
    }

    [Fact]
    public async Task An_interview_is_saved_with_its_answers_and_a_bad_one_opens_one_problem()
    {
        await _store.DrawAsync(new SampleRequest([Qianwang, Shangzhuang], SampleSpread.Total, 12, 0, "1"));
        var outcome = await _store.InterviewAsync(_store.NewInterview(), (1, "否"), (2, "每周"), (3, "4"));
        Assert.Equal((1, 0), (outcome.Findings, outcome.Faults.Count));
        var finding = Assert.Single(await _store.RowsAsync<InspectionFinding>());
        Assert.Equal(("政策不知晓", "政策落实", "周某、吴某", "知道享受哪些政策吗：否", 1), (finding.Kind, finding.Category, finding.FoundBy, finding.Description, finding.Number!.Value));
        Assert.Equal(finding.Id, (await ProblemAsync()).OriginId);
        var sample = (await _store.RowsAsync<Sample>()).Single(s => s.HouseholdName == "甲某");
        Assert.Equal((SampleState.Visited, new DateOnly(2020, 8, 20)), (sample.State, sample.VisitedOn!.Value));

        // Saved again: nothing twice. Corrected: taken back.
        Assert.Equal(1, (await SaveAgainAsync((1, "否"), (2, "每周"), (3, "4"))).Findings);
        Assert.Single(await _store.RowsAsync<InspectionFinding>());
        Assert.Equal(0, (await SaveAgainAsync((1, "是"), (2, "每周"), (3, "4"))).Findings);
        Assert.Empty(await _store.RowsAsync<InspectionFinding>());
        Assert.Empty(await _store.RowsAsync<Problem>());
        Assert.Equal(3, (await _store.RowsAsync<Answer>()).Count);
    }

    [Fact]
    public async Task An_interview_with_a_missing_or_wrong_answer_is_not_saved_at_all()
    {
        var missing = await _store.InterviewAsync(_store.NewInterview(), (2, "每周"));
        Assert.Equal("第 1 题：必答，还没有回答。请问清后填写。", Assert.Single(missing.Faults).Message);
        var wrong = await _store.InterviewAsync(_store.NewInterview(), (1, "是"), (2, "每年"));
        Assert.StartsWith("答案：第 2 题没有这个选项（“每年”）。", Assert.Single(wrong.Faults).Message, StringComparison.Ordinal);
        var same = _store.NewInterview();
        same.SecondSurveyor = "周某";
        Assert.Contains("同一个人", (await _store.InterviewAsync(same, (1, "是"))).Faults[0].Message, StringComparison.Ordinal);
        Assert.Empty(await _store.RowsAsync<Interview>());
        Assert.Empty(await _store.RowsAsync<Answer>());
    }

    [Fact]
    public async Task A_call_that_nobody_answers_leaves_the_household_waiting()
    {
        await _store.DrawAsync(new SampleRequest([Qianwang, Shangzhuang], SampleSpread.Total, 12, 0, "1"));
        var call = new Interview { Region = Qianwang, Plan = Title, HouseholdName = "甲某", HeldOn = new DateOnly(2020, 8, 20), Way = InterviewWay.Phone, Call = "未接", Surveyor = "周某", SecondSurveyor = "吴某" };
        Assert.Empty((await _store.InterviewAsync(call)).Faults);
        Assert.All(await _store.RowsAsync<Sample>(), s => Assert.Equal(SampleState.Waiting, s.State));
        Assert.Equal((0m, 1m), (await _store.ValueAsync("interviews.held"), await _store.ValueAsync("interviews.futile")));
    }

    [Fact]
    public async Task Answers_of_a_file_do_what_the_page_does()
    {
        await _store.AddAsync(InterviewLedger.Ledger, _store.NewInterview());
        var sheet = await _store.ImportRowsAsync("answers", "县,乡镇,村,督查名称,户主,访谈日期,题号,答案", $"莘县,张寨镇,前王庄村,{Title},甲某,2020-08-20,1,否", $"莘县,张寨镇,前王庄村,{Title},甲某,2020-08-20,2,没来过");
        Assert.Empty(sheet.Rows.SelectMany(r => r.Faults).Select(f => f.Message));
        Assert.Equal(2, sheet.Rows.Count(r => r.Fate == PovertyDashboard.Features.Imports.RowFate.Added));
        Assert.Equal([1, 2], (await _store.RowsAsync<InspectionFinding>()).Select(f => f.Number!.Value));
        Assert.Equal(2, (await _store.RowsAsync<Problem>()).Count);
    }

    [Fact]
    public async Task A_plan_that_is_renamed_renames_what_hangs_on_it_and_goes_with_it()
    {
        await _store.AddAsync(FindingLedger.Ledger, NewFinding());
        var plan = (await _store.RowsAsync<Inspection>()).Single();
        plan.Title = "八月督查";
        plan = await _store.AddAsync(InspectionLedger.Ledger, plan);
        Assert.Equal("八月督查", (await _store.RowsAsync<InspectionFinding>()).Single().Plan);
        Assert.IsType<RowSaved>(await _store.WithAsync<LedgerEditor, SaveOutcome>(Discipline, e => e.DeleteAsync(InspectionLedger.Ledger, plan.Id, plan.Version, "取消", CancellationToken.None)));
        Assert.Empty(await _store.RowsAsync<InspectionFinding>());
        Assert.Empty(await _store.RowsAsync<Problem>());
    }

    private async Task<InterviewOutcome> SaveAgainAsync(params (int, string)[] answers) => await _store.InterviewAsync((await _store.RowsAsync<Interview>()).Single(), answers);

    private Task<Problem> ProblemAsync() => _store.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().AsNoTracking().SingleAsync());
}

using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Inspections.InspectionStore;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>What plans, questions, interviews, answers and findings may not say, each in a clear sentence.</summary>
public sealed class SurveyRulesTests : IAsyncLifetime
{
    private InspectionStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task An_interview_needs_two_different_surveyors_and_a_day_that_has_come()
    {
        Assert.Equal("调查人2：与调查人是同一个人（“周某”）。请填写另一名调查人，访谈要两人一起做。", await InterviewFaultAsync(i => i.SecondSurveyor = "周某"));
        Assert.Equal("访谈日期：日期在将来（2020-09-01，今天是 2020-08-31）。请填写不晚于今天的日期。", await InterviewFaultAsync(i => i.HeldOn = new DateOnly(2020, 9, 1)));
        Assert.Equal("访谈日期：早于督查开始日期（“2020-08-01”，督查从 2020-08-10 开始）。请核对日期或督查名称。", await InterviewFaultAsync(i => i.HeldOn = new DateOnly(2020, 8, 1)));
        Assert.StartsWith("督查名称：没有这次督查（“没有的督查”）。", await InterviewFaultAsync(i => i.Plan = "没有的督查"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_says_how_it_ended_and_an_unanswered_one_says_nothing_else()
    {
        Assert.StartsWith("电话结果：打电话的没有填结果。", await InterviewFaultAsync(i => i.Way = InterviewWay.Phone), StringComparison.Ordinal);
        Assert.StartsWith("电话结果：入户访谈不用填（“未接”）。", await InterviewFaultAsync(i => i.Call = "未接"), StringComparison.Ordinal);
        Assert.StartsWith("对帮扶成效：电话“空号”，没有问到人", await InterviewFaultAsync(i => (i.Way, i.Call) = (InterviewWay.Phone, "空号")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_exits_and_missed_people_fit_the_household()
    {
        Assert.StartsWith("漏评人口：只有非建档立卡户才有漏评。", await InterviewFaultAsync(i => i.Missed = 1), StringComparison.Ordinal);
        Assert.StartsWith("错退人口：多于调查人口（“4”，调查人口是 3）。", await InterviewFaultAsync(i => i.WronglyLifted = 4), StringComparison.Ordinal);
        Assert.StartsWith("错退人口：只有脱贫户才有错退。", await InterviewFaultAsync(i => (i.WronglyLifted, i.Class) = (1, SurveyClass.Poor)), StringComparison.Ordinal);
        Assert.StartsWith("调查人口：填了调查户别，没有填人口。", await InterviewFaultAsync(i => i.People = null), StringComparison.Ordinal);
        Assert.StartsWith("对帮扶责任人：不在代码表（“还行”）。", await InterviewFaultAsync(i => i.WithHelper = "还行"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_one_of_the_options_of_its_question_in_an_interview_that_was_held()
    {
        await _store.AddAsync(InterviewLedger.Ledger, _store.NewInterview());
        Assert.Equal("答案：第 2 题没有这个选项（“每年”）。请从 每周、每月、没来过 中选择。", await AnswerFaultAsync(2, "每年"));
        Assert.Equal("答案：第 1 题没有这个选项（“不清楚”）。请从 是、否 中选择。", await AnswerFaultAsync(1, "不清楚"));
        Assert.Equal("答案：第 3 题要填数字（“三口”）。请填写数字，例如 3。", await AnswerFaultAsync(3, "三口"));
        Assert.StartsWith("题号：题库里没有第 9 题。", await AnswerFaultAsync(9, "是"), StringComparison.Ordinal);
        Assert.StartsWith("访谈日期：乙某在 2020-08-20 没有访谈记录。", await AnswerFaultAsync(1, "是", "乙某"), StringComparison.Ordinal);
        var answer = await _store.AddAsync(AnswerLedger.Ledger, NewAnswer(2, "没来过"));
        Assert.Equal(("多久来一次？", "帮扶责任人", true), (answer.Wording, answer.Topic, answer.IsFinding));
    }

    [Fact]
    public async Task A_finding_lies_in_the_region_of_its_plan()
    {
        Assert.Equal($"村：不在督查“{Title}”的地区内。请核对村，或选择这个村的督查。", Assert.IsType<RowInvalid>(await _store.SaveAsync(UserIdentity.System, FindingLedger.Ledger, NewFinding(region: Dayang))).Faults[0].Message);
        Assert.IsType<RowRefused>(await _store.SaveAsync(Discipline, FindingLedger.Ledger, NewFinding(region: Dayang)));
        Assert.StartsWith("发现日期：日期在将来", await _store.RefusedAsync(FindingLedger.Ledger, NewFinding(on: Today.AddDays(1))), StringComparison.Ordinal);
        var late = NewFinding();
        late.DueOn = new DateOnly(2020, 8, 1);
        Assert.StartsWith("整改时限：早于发现日期", await _store.RefusedAsync(FindingLedger.Ledger, late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_plans_of_one_title_need_the_day()
    {
        var second = NewPlan();
        (second.StartsOn, second.EndsOn) = (new DateOnly(2020, 8, 15), new DateOnly(2020, 8, 20));
        second = await _store.AddAsync(InspectionLedger.Ledger, second);
        Assert.Equal($"督查日期：叫“{Title}”的督查有 2 次。请填写督查的开始日期，例如 2020-08-10。", await _store.RefusedAsync(FindingLedger.Ledger, NewFinding()));
        var finding = NewFinding();
        finding.PlanDate = second.StartsOn;
        Assert.Equal(second.Id, (await _store.AddAsync(FindingLedger.Ledger, finding)).InspectionId);
    }

    [Fact]
    public async Task Plans_and_questions_are_checked()
    {
        var plan = NewPlan();
        (plan.Title, plan.EndsOn) = ("另一次", new DateOnly(2020, 8, 1));
        Assert.StartsWith("结束日期：早于开始日期", await _store.RefusedAsync(InspectionLedger.Ledger, plan), StringComparison.Ordinal);
        Assert.Equal("纪委", _store.Plan.Source);
        Assert.StartsWith("选项：单选题至少要有 2 个选项（现有 1 个）。", await QuestionFaultAsync(q => q.Options = "每周"), StringComparison.Ordinal);
        Assert.StartsWith("问题选项：不在选项里（“从不”）。", await QuestionFaultAsync(q => (q.Bad, q.Category) = ("从不", "帮扶责任")), StringComparison.Ordinal);
        Assert.StartsWith("问题类别：有问题选项，没有选类别。", await QuestionFaultAsync(q => q.Bad = "每月"), StringComparison.Ordinal);
        Assert.StartsWith("选项：数字题不用填选项", await QuestionFaultAsync(q => q.Kind = QuestionKind.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_neither_rewrites_what_a_draw_wrote_nor_repeats_a_surveyor()
    {
        await _store.DrawAsync(new([Qianwang], PovertyDashboard.Features.Inspections.Sampling.SampleSpread.Total, 3, 0, "77"));
        var sheet = await _store.ImportRowsAsync("inspections", "县,乡镇,督查名称,年度,督查类型,开始日期,结束日期,组织单位,随机种子", $"莘县,张寨镇,{Title},2020,专项监督检查,2020-08-10,2020-09-04,镇纪委,78");
        Assert.StartsWith("随机种子：由系统抽样产生，文件不能改（台账里是“77”，文件里是“78”）。", Assert.Single(Assert.Single(sheet.Rows).Faults).Message, StringComparison.Ordinal);
        sheet = await _store.ImportRowsAsync(
            "interviews", "县,乡镇,村,督查名称,户主,访谈日期,调查方式,调查人,调查人2", $"莘县,张寨镇,前王庄村,{Title},甲某,2020-08-20,入户,周某,吴某", $"莘县,张寨镇,前王庄村,{Title},乙某,2020-08-20,入户,周某,周某");
        Assert.Empty(sheet.Rows[0].Faults.Select(f => f.Message));
        Assert.Equal([RowFate.Added, RowFate.Refused], sheet.Rows.Select(r => r.Fate));
        Assert.Contains("同一个人", sheet.Rows[1].Faults[0].Message, StringComparison.Ordinal);
        Assert.Equal(("371522116001", true, First), (await _store.RowsAsync<Interview>()).Select(i => (i.HouseholdNumber, i.HouseholdId is not null, i.PlanDate!.Value)).Single());
    }

    private static Answer NewAnswer(int number, string given, string household = "甲某") => new() { Region = Qianwang, Plan = Title, HouseholdName = household, HeldOn = new DateOnly(2020, 8, 20), Number = number, Given = given };

    private Task<string> AnswerFaultAsync(int number, string given, string household = "甲某") => _store.RefusedAsync(AnswerLedger.Ledger, NewAnswer(number, given, household));

    private Task<string> InterviewFaultAsync(Action<Interview> change)
    {
        var interview = _store.NewInterview();
        change(interview);
        return _store.RefusedAsync(InterviewLedger.Ledger, interview);
    }

    private Task<string> QuestionFaultAsync(Action<Question> change)
    {
        var question = new Question { Region = Zhangzhai, Year = 2020, Number = 20, Topic = "帮扶责任人", Wording = "多久来一次？", Kind = QuestionKind.Single, Options = "每周;每月" };
        change(question);
        return _store.RefusedAsync(QuestionLedger.Ledger, question);
    }
}

using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using static PovertyDashboard.Tests.Features.Projects.ProjectsStore;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>Distributions (收益分配): never more than there is, the notice before the money, the rule for work, all of a plan or nothing.</summary>
public sealed class DistributionTests : IAsyncLifetime
{
    private ProjectsStore _store = null!;
    private Project _station = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _station = await _store.StationAsync(500_00, months: 2);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task More_than_the_distributable_is_refused_by_form_and_file_and_what_was_there_stays()
    {
        await _store.AddAsync(DistributionLedger.Ledger, Payment(900_00));
        const string TooMuch = "金额：超过可分配额（“100.01”，前王庄村级电站 2020 年可分配额 1,000.00 元，已分 900.00 元，还可分 100.00 元）。请核对金额，或先登记收入。";
        Assert.Equal(TooMuch, await _store.RefusedAsync(DistributionLedger.Ledger, Payment(100_01, "王某")));
        var sheet = await _store.ImportRowsAsync(DistributionLedger.Key, "村,年度,项目名称,户主,分配类别,金额", "前王庄村,2020,前王庄村级电站,王某,奖励,60", "前王庄村,2020,前王庄村级电站,邓某,补助,40.01", "前王庄村,2020,前王庄村级电站,邓某,奖励,40");
        Assert.Equal((2, 1), (sheet.Accepted, sheet.Refused));
        Assert.Equal("金额：超过可分配额（“40.01”，前王庄村级电站 2020 年可分配额 1,000.00 元，已分 960.00 元，还可分 40.00 元）。请核对金额，或先登记收入。", Assert.Single(sheet.Rows[1].Faults).Message);
        Assert.Equal([900_00L, 60_00, 40_00], (await _store.RowsAsync<Distribution>()).Select(d => d.Amount));
    }

    [Fact]
    public async Task An_existing_row_may_be_corrected_within_what_is_left()
    {
        var row = await _store.AddAsync(DistributionLedger.Ledger, Payment(900_00));
        row.Amount = 1_000_01;
        Assert.Contains("还可分 1,000.00 元", Assert.IsType<RowInvalid>(await _store.SaveAsync(Staff, DistributionLedger.Ledger, row, row.Version)).Faults[0].Message, StringComparison.Ordinal);
        row.Amount = 1_000_00;
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, DistributionLedger.Ledger, row, row.Version));
    }

    [Theory]
    [InlineData(DistributionClass.Collective, "邓某", "户主：分配类别是集体，不能分给户（“邓某”）。请删去户主，或改分配类别。")]
    [InlineData(DistributionClass.Aid, "", "户主：必填项为空，类别“补助”要写明分给哪一户。请填写；留给村集体的，分配类别选集体。")]
    public async Task Class_and_payee_must_agree(string type, string home, string says) => Assert.Equal(says, await _store.RefusedAsync(DistributionLedger.Ledger, Payment(1_00, home, type)));

    [Fact]
    public async Task Money_is_paid_after_the_notice_by_hand_and_listed_where_a_file_says_otherwise()
    {
        var row = Payment(100_00);
        row.PaidOn = new DateOnly(2020, 8, 10);
        Assert.Equal("公示开始：2020-08-10 已发放，没有填写村内公示日期。请先公示再发放，并填写公示日期。", await _store.RefusedAsync(DistributionLedger.Ledger, row));
        row.PostedFrom = new DateOnly(2020, 8, 5);
        Assert.Equal("发放日期：公示还没有结束（“2020-08-10”，公示到 2020-08-11）。请在公示结束以后发放。", await _store.RefusedAsync(DistributionLedger.Ledger, row));
        row.PaidOn = new DateOnly(2020, 8, 12);
        Assert.Equal(new DateOnly(2020, 8, 11), (await _store.AddAsync(DistributionLedger.Ledger, row)).PostedUntil);
        await _store.ImportRowsAsync(DistributionLedger.Key, "村,年度,项目名称,户主,分配类别,金额,发放日期", "前王庄村,2020,前王庄村级电站,王某,公益岗位,60,2020-08-01");
        Assert.Equal((1, 1), ((int)(await _store.FigureAsync("distributions.not-posted")).Count, await _store.RowsOfAsync("distributions.not-posted")));
    }

    [Fact]
    public async Task A_plan_that_keeps_less_than_the_rule_for_work_is_not_saved_and_a_changed_rule_counts_from_its_year()
    {
        var below = await _store.SavePlanAsync(Plan((DistributionClass.Post, 799_99), (DistributionClass.Collective, 200_01)));
        Assert.Equal((false, "公益岗位和公益事业劳务只占 79.9%（799.99 元 ÷ 1,000.00 元），规定不低于 80%。请增加公益岗位、公益事业劳务，或减少奖励、补助。"), (below.IsDone, below.Message));
        Assert.Empty(await _store.RowsAsync<Distribution>());
        await _store.SetAsync(ProjectsSettings.LabourShareKey, "70", new DateOnly(2020, 6, 1));
        Assert.True((await _store.SavePlanAsync(Plan((DistributionClass.Post, 799_99), (DistributionClass.Collective, 200_01)))).IsDone);
        Assert.Equal((70, 0), ((await _store.StartAsync(Qianwang, _station.Id)).WorkPercent, (await _store.StartAsync(Qianwang, _station.Id, 2019)).WorkPercent));
    }

    [Fact]
    public async Task Earlier_rows_count_with_the_plan_and_rows_below_the_rule_are_listed()
    {
        await _store.AddAsync(DistributionLedger.Ledger, Payment(300_00, type: DistributionClass.Reward));
        Assert.Equal(1, (int)(await _store.FigureAsync("distributions.below-rule")).Count);
        Assert.False((await _store.SavePlanAsync(Plan((DistributionClass.Post, 700_00)))).IsDone);
        Assert.Equal((300_00L, 700_00L), ((await _store.StartAsync(Qianwang, _station.Id)).AllPaid, (await _store.StartAsync(Qianwang, _station.Id)).Pool!.Left));
    }

    [Fact]
    public async Task A_plan_is_saved_whole_or_not_at_all()
    {
        var plan = Plan((DistributionClass.Post, 900_00), (DistributionClass.Labour, 100_01));
        var outcome = await _store.SavePlanAsync(plan);
        Assert.False(outcome.IsDone);
        Assert.StartsWith("邓某：金额：超过可分配额（“100.01”", outcome.Message, StringComparison.Ordinal);
        Assert.Empty(await _store.RowsAsync<Distribution>());
        plan.Lines[1].Amount = 100_00;
        Assert.True((await _store.SavePlanAsync(plan)).IsDone);
        var rows = await _store.RowsAsync<Distribution>();
        Assert.Equal((2, 1_000_00L, true), (rows.Count, rows.Sum(r => r.Amount), rows.All(r => r.HouseholdId == _store.Homes["邓某"].Id && r.HouseholdNumber == "3715221162400001")));
        Assert.Contains("2020 年已有同类别的一笔", (await _store.SavePlanAsync(Plan((DistributionClass.Post, 1)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_staff_of_the_place_may_plan_and_an_empty_plan_says_so()
    {
        Assert.Equal("分配方案：还没有填写金额。请至少填写一行。", (await _store.SavePlanAsync(Plan())).Message);
        foreach (var other in new[] { Leader, HanjiStaff }) Assert.Equal("您的账号不能在这里分配收益。请由当地扶贫办办理。", (await _store.SavePlanAsync(Plan((DistributionClass.Post, 1_00)), other)).Message);
        Assert.Empty(await _store.RowsAsync<Distribution>());
    }

    [Fact]
    public async Task A_village_gives_of_its_collective_income_and_a_station_s_money_is_not_counted_twice()
    {
        await _store.AddAsync(CollectiveIncomeLedger.Ledger, Income(300_00));
        await _store.AddAsync(CollectiveIncomeLedger.Ledger, Income(500_00, CollectiveIncomeLedger.OfStation, Own));
        Assert.Equal(300_00, (await _store.StartAsync(Qianwang, null)).Pool!.Left);
        Assert.Equal("项目名称：来源是光伏发电，没有写是哪个电站。请填写电站名称。", await _store.RefusedAsync(CollectiveIncomeLedger.Ledger, Income(1, CollectiveIncomeLedger.OfStation)));
        await _store.AddAsync(DistributionLedger.Ledger, Payment(200_00, type: DistributionClass.Collective, home: ""));
        Assert.Equal(500_00, (await _store.StartAsync(Qianwang, null)).Pool!.Left);
        var other = await _store.AddAsync(ProjectLedger.Ledger, new Project { Region = Qianwang, Name = "大棚", Kind = ProjectKind.Greenhouse });
        await _store.AddAsync(CollectiveIncomeLedger.Ledger, Income(40_00, "大棚租金", "大棚"));
        var start = await _store.StartAsync(Qianwang, other.Id);
        Assert.Equal(("大棚 2020 年收入", 40_00L, 0), (start.Pool!.Name, start.Pool.Left, start.WorkPercent));
    }

    [Fact]
    public async Task Uses_beyond_the_income_are_refused_and_sums_follow()
    {
        var income = Income(100_00);
        (income.ForPoor, income.ForPublic) = (60_00, 40_01);
        Assert.Equal("支出合计：各项用途共 100.01 元，超过收入金额 100.00 元。请核对各项用途。", await _store.RefusedAsync(CollectiveIncomeLedger.Ledger, income));
        income.ForPublic = 30_00;
        var saved = await _store.AddAsync(CollectiveIncomeLedger.Ledger, income);
        Assert.Equal((90_00L, 10_00L), (saved.Used, saved.Balance));
        Assert.Equal((90_00L, 100_00L), ((await _store.FigureAsync("collective-income.used")).Sum, (await _store.FigureAsync("collective-income.total")).Sum));
    }

    [Fact]
    public async Task A_project_with_rows_is_not_deleted_nor_made_something_else_and_its_name_is_carried()
    {
        var refused = await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, e => e.DeleteAsync(ProjectLedger.Ledger, _station.Id, _station.Version, "重复登记", CancellationToken.None));
        Assert.Contains("项目已登记月收益 2 条，不能删除", Assert.IsType<RowRefused>(refused).Sentence, StringComparison.Ordinal);
        (_station.Name, _station.Kind) = ("前王庄电站", ProjectKind.Greenhouse);
        Assert.Contains("已有光伏收益记录", Assert.IsType<RowInvalid>(await _store.SaveAsync(Staff, ProjectLedger.Ledger, _station, _station.Version)).Faults[0].Message, StringComparison.Ordinal);
        _station.Kind = ProjectKind.VillageStation;
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, ProjectLedger.Ledger, _station, _station.Version));
        Assert.All(await _store.RowsAsync<StationIncome>(), m => Assert.Equal("前王庄电站", m.Station));
    }

    private DistributionPlan Plan(params (string Class, long Fen)[] lines)
    {
        var plan = new DistributionPlan(2020, Own, 1_000_00);
        plan.Lines.AddRange(lines.Select(l => l.Class == DistributionClass.Collective
            ? new PlanLine { Village = Qianwang, Class = l.Class, Amount = l.Fen }
            : new PlanLine { Village = Qianwang, HouseholdId = _store.Homes["邓某"].Id, HouseholdName = "邓某", Class = l.Class, Reason = "保洁岗工资", Amount = l.Fen }));
        return plan;
    }
}

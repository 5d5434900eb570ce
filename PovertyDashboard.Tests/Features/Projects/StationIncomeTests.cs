using CsCheck;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Projects.ProjectsStore;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>A month of a station (光伏收益): sums that never drift, sentences, and the station that comes with it.</summary>
public sealed class StationIncomeTests : IAsyncLifetime
{
    private const string Head = "年,月,电站名称,装机kW,上网电量kWh,标杆电价,电费金额,补贴单价,补贴应收,补贴实收,到账日期,合计,运维费,可分配额";

    private static readonly Gen<StationIncome> Months = Gen.Select(Gen.Long[0, 999_999_99], Gen.Long[0, 2_0000], Gen.Long[0, 2_0000], Gen.Long[0, 99_999_99].Array[4], Gen.Int[0, 31]).Select((energy, price, subsidy, fen, given) => new StationIncome
    {
        Year = 2020,
        MonthOfYear = 7,
        Energy = energy,
        Price = price,
        SubsidyPrice = (given & 1) != 0 ? subsidy : null,
        EnergyFee = (given & 2) != 0 ? fen[0] : null,
        SubsidyPaid = (given & 4) != 0 ? fen[1] : null,
        Upkeep = (given & 8) != 0 ? fen[2] : null,
        Rent = (given & 16) != 0 ? fen[3] : null,
    });

    private ProjectsStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public void Total_and_distributable_are_the_sums_of_their_parts_to_the_fen_and_filling_again_changes_nothing() => Months.Sample(month =>
    {
        StationIncomeRules.Fill(month);
        var once = (month.EnergyFee, month.SubsidyDue, month.Total, month.Distributable);
        Assert.Equal(month.EnergyFee!.Value + (month.SubsidyDue ?? 0), month.Total);
        Assert.Equal(month.EnergyFee!.Value + (month.SubsidyPaid ?? 0) - (month.Upkeep ?? 0) - (month.Rent ?? 0), month.Distributable);
        StationIncomeRules.Fill(month);
        Assert.Equal(once, (month.EnergyFee, month.SubsidyDue, month.Total, month.Distributable));
        (month.WrittenTotal, month.WrittenDistributable) = (month.Total, month.Distributable);
        Assert.Empty(StationIncomeRules.Check(month, new RowContext(Today, UserIdentity.System)));
        (month.WrittenTotal, month.WrittenDistributable) = (month.Total + 1, month.Distributable - 1);
        Assert.Equal(["合计", "可分配额"], StationIncomeRules.Check(month, new RowContext(Today, UserIdentity.System)).Select(f => f.Column));
    });

    [Fact]
    public void A_fee_is_electricity_times_price_to_the_half_fen() => Gen.Select(Gen.Long[0, 999_999_99], Gen.Long[0, 2_0000]).Sample((energy, price) =>
    {
        var fen = StationIncomeRules.FeeOf(energy, price)!.Value;
        // kWh in hundredths × yuan in ten-thousandths: 10,000 of the product are a fen.
        Assert.True(Int128.Abs((Int128)fen * 20_000 - (Int128)energy * price * 2) <= 10_000);
    });

    [Fact]
    public void The_sample_s_first_month_is_reckoned_as_it_is_written()
    {
        Assert.Equal((630_66L, 670_74L), (StationIncomeRules.FeeOf(1597_00, 3949), StationIncomeRules.FeeOf(1597_00, 4200)));
        Assert.Null(StationIncomeRules.FeeOf(1597_00, null));
    }

    [Theory]
    [InlineData("2020,7,前王庄村级电站,21.48,-1,0.3949,,,,,,,,", "上网电量kWh", "为负数")]
    [InlineData("2020,13,前王庄村级电站,21.48,10,0.3949,,,,,,,,", "月", "月份不存在（13）")]
    [InlineData("2020,9,前王庄村级电站,21.48,10,0.3949,,,,,,,,", "月", "还没有到（“2020-09”）")]
    [InlineData("2020,7,前王庄村级电站,21.48,10,,,,,,,,,", "电费金额", "没有填写，也没有标杆电价可以计算")]
    [InlineData("2020,7,前王庄村级电站,21.48,100,0.3949,,0.42,,,,81.50,,", "合计", "填的是 81.50 元，电费金额加补贴应收是 81.49 元")]
    [InlineData("2020,7,前王庄村级电站,21.48,100,0.3949,,,,,,,9.49,31", "可分配额", "填的是 31.00 元，电费金额加补贴实收，减运维费和土地租金，是 30.00 元")]
    [InlineData("2020,7,前王庄村级电站,30,100,0.3949,,,,,,,,", "装机kW", "与项目登记不同（“30”，登记是 21.48 kW）")]
    [InlineData("2020,7,新建的电站,,100,0.3949,,,,,,,,", "装机kW", "产业项目台账里没有“新建的电站”")]
    [InlineData("2020,7,大棚,21.48,100,0.3949,,,,,,,,", "电站名称", "登记为大棚，不是电站")]
    public async Task A_wrong_month_is_refused_at_its_column_and_the_right_ones_beside_it_come_in(string line, string column, string says)
    {
        await _store.StationAsync(0, months: 0);
        await _store.AddAsync(ProjectLedger.Ledger, new Project { Region = Qianwang, Name = "大棚", Kind = ProjectKind.Greenhouse });
        var sheet = await _store.ImportRowsAsync(StationIncomeLedger.Key, Head, line, "2020,6,前王庄村级电站,21.48,100,0.3949,,,,,,,,");
        Assert.Equal((1, 1), (sheet.Accepted, sheet.Refused));
        var fault = Assert.Single(sheet.Rows.Single(r => r.Fate == RowFate.Refused).Faults);
        Assert.Equal(column, fault.Column);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Contains("请", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_station_is_registered_once_from_name_capacity_and_town()
    {
        var sheet = await _store.ImportRowsAsync(StationIncomeLedger.Key, Head, "2020,5,观城联村电站,125,100,0.3949,,,,,,,,", "2020,6,观城联村电站,125,100,0.3949,,,,,,,,");
        Assert.Equal((2, 0), (sheet.Accepted, sheet.Refused));
        var project = Assert.Single(await _store.RowsAsync<Project>());
        Assert.Equal((Joint, ProjectKind.JointStation, 125_00L, Zhangzhai, true, ProjectState.Running), (project.Name, project.Kind, project.Capacity!.Value, project.Region, project.IsStation, project.State));
        Assert.All(await _store.RowsAsync<StationIncome>(), m => Assert.Equal((project.Id, project.Region), (m.ProjectId, m.Region)));
        // By hand the same: the station comes with its first month.
        var month = Month("尚庄村级电站", region: Shangzhuang);
        month.Capacity = 10_00;
        var saved = await _store.AddAsync(StationIncomeLedger.Ledger, month);
        Assert.Equal(("尚庄村级电站", Shangzhuang), ((await _store.RowsAsync<Project>())[^1].Name, saved.Region));
    }

    [Fact]
    public async Task A_month_of_a_station_stands_once_and_a_subsidy_that_comes_later_is_added_to_it()
    {
        await _store.StationAsync(100_00, months: 1);
        Assert.NotEmpty(await _store.RefusedAsync(StationIncomeLedger.Ledger, Month()));
        var late = await _store.ImportRowsAsync(StationIncomeLedger.Key, "年,月,电站名称,上网电量kWh,电费金额,补贴单价,补贴实收,补贴到账日期", "2020,1,前王庄村级电站,2000,100,0.42,840,2020-04-20");
        Assert.Equal(1, late.Updated);
        var month = Assert.Single(await _store.RowsAsync<StationIncome>());
        Assert.Equal((840_00L, 940_00L, 940_00L, new DateOnly(2020, 4, 20)), (month.SubsidyDue!.Value, month.Total, month.Distributable, month.SubsidyReceivedOn!.Value));
    }

    [Fact]
    public async Task What_has_not_come_cannot_be_given_away_and_is_listed()
    {
        await _store.StationAsync(0, months: 0);
        var month = Month(fen: 100_00);
        (month.SubsidyPrice, month.Upkeep) = (4200, 5_00);
        await _store.AddAsync(StationIncomeLedger.Ledger, month);
        Assert.Equal((940_00L, 95_00L), ((await _store.FigureAsync("station-income.total")).Sum, (await _store.FigureAsync("station-income.distributable")).Sum));
        Assert.Equal((1, 1), ((int)(await _store.FigureAsync("station-income.subsidy-open")).Count, (int)(await _store.FigureAsync("station-income.not-received")).Count));
    }
}

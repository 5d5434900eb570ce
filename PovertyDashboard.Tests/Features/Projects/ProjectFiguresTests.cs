using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Stations;
using static PovertyDashboard.Tests.Features.Projects.ProjectsStore;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>Yield per kW (每千瓦发电量), return on investment and people employed, against what is reckoned by hand; rules of the project.</summary>
public sealed class ProjectFiguresTests : IAsyncLifetime
{
    private ProjectsStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData(66_66, 12, 799.9, true)]
    [InlineData(66_67, 12, 800.0, false)]
    [InlineData(120_83, 12, 1450.0, false)]
    [InlineData(120_84, 12, 1450.1, true)]
    [InlineData(10_00, 11, null, false)]
    public async Task A_year_outside_the_range_is_listed_once_all_its_months_are_there(long perMonth, int months, double? perKw, bool isOutside)
    {
        // 10 kW, so that a hundredth of a kWh more or less in each month decides.
        var station = await _store.AddAsync(ProjectLedger.Ledger, new Project { Region = Qianwang, Name = Own, Kind = ProjectKind.VillageStation, Capacity = 10_00 });
        for (var month = 1; month <= months; month++) await _store.AddAsync(StationIncomeLedger.Ledger, Month(month: month, year: 2019, energy: perMonth * 10));
        var file = await FileAsync(station.Id);
        Assert.Equal(((decimal?)perKw, isOutside), (file.Yield.PerKw, file.Yield.IsOutside));
        Assert.Equal((isOutside ? 1 : 0, isOutside ? 1 : 0), ((int)(await _store.FigureAsync("projects.yield-warning")).Count, await _store.RowsOfAsync("projects.yield-warning")));
    }

    [Fact]
    public async Task The_range_is_a_setting_of_the_year()
    {
        await _store.StationAsync(100_00, months: 12, year: 2019);
        // 2,000 kWh a month of 21.48 kW: 1,117.3 a year.
        Assert.Equal(0, (int)(await _store.FigureAsync("projects.yield-warning")).Count);
        await _store.SetAsync(ProjectsSettings.YieldMinKey, "1200", new DateOnly(2019, 7, 1));
        Assert.Equal(1, (int)(await _store.FigureAsync("projects.yield-warning")).Count);
    }

    [Fact]
    public async Task Return_and_years_to_pay_back_come_of_the_last_whole_year_else_of_what_is_reported()
    {
        var station = await _store.StationAsync(1_000_00, months: 11, year: 2019);
        (station.Investment, station.AnnualIncome) = (100_000_00, 13_000_00);
        station = (Project)Assert.IsType<PovertyDashboard.Ledgers.RowSaved>(await _store.SaveAsync(Staff, ProjectLedger.Ledger, station, station.Version)).Row;
        var reported = await FileAsync(station.Id);
        Assert.Equal((13.0m, 7.7m, "登记的年收益"), (reported.Return!.Value, reported.PaybackYears!.Value, reported.Income!.Value.Basis));
        await _store.AddAsync(StationIncomeLedger.Ledger, Month(month: 12, fen: 3_000_00, year: 2019));
        var real = await FileAsync(station.Id);
        Assert.Equal((14.0m, 7.1m, "2019 年实际"), (real.Return!.Value, real.PaybackYears!.Value, real.Income!.Value.Basis));
        // The measure is of what is reported, over all projects that know both.
        await _store.AddAsync(ProjectLedger.Ledger, new Project { Region = Qianwang, Name = "大棚", Kind = ProjectKind.Greenhouse, Investment = 60_000_00, AnnualIncome = 3_000_00, Employed = 20, PoorEmployed = 6 });
        await _store.AddAsync(ProjectLedger.Ledger, new Project { Region = Qianwang, Name = "土地", Kind = ProjectKind.LandTransfer, AnnualIncome = 9_000_00, Land = 40_00, Employed = 1 });
        var rate = await _store.FigureAsync("projects.return");
        Assert.Equal((16_000_00L, 160_000_00L), (rate.Count, rate.Whole));
        Assert.Equal((21L, 6L, 40_00L), ((await _store.FigureAsync("projects.employed")).Sum, (await _store.FigureAsync("projects.poor-employed")).Sum, (await _store.FigureAsync("projects.land")).Sum));
    }

    [Fact]
    public async Task Of_other_projects_the_collective_s_income_is_what_they_yield()
    {
        var greenhouse = await _store.AddAsync(ProjectLedger.Ledger, new Project { Region = Qianwang, Name = "大棚", Kind = ProjectKind.Greenhouse, Investment = 60_000_00 });
        Assert.Null((await FileAsync(greenhouse.Id)).Return);
        await _store.AddAsync(CollectiveIncomeLedger.Ledger, Income(6_000_00, "大棚租金", "大棚", 2019));
        Assert.Equal(10.0m, (await FileAsync(greenhouse.Id)).Return);
        var row = Assert.Single(await _store.WithAsync<ProjectReader, IReadOnlyList<ProjectSummary>>(Leader, r => r.ListAsync(Zhangzhai, CancellationToken.None)));
        Assert.Equal((10.0m, 6_000_00L, 0L), (row.Return!.Value, row.LastYear, row.ThisYear));
    }

    [Fact]
    public async Task A_running_station_without_the_last_month_is_listed()
    {
        await _store.StationAsync(100_00, months: 6);
        Assert.Equal(1, (int)(await _store.FigureAsync("projects.missing-month")).Count);
        await _store.AddAsync(StationIncomeLedger.Ledger, Month(month: 7));
        Assert.Equal(0, (int)(await _store.FigureAsync("projects.missing-month")).Count);
    }

    [Theory]
    [InlineData(ProjectKind.VillageStation, 0, null, null, "装机容量：电站没有填写装机容量。请填写多少千瓦，例如 21.48。")]
    [InlineData(ProjectKind.Greenhouse, 0, "2019-01-01", null, "并网日期：只有电站才并网（项目类型是“大棚”）。请删去，或改项目类型。")]
    [InlineData(ProjectKind.VillageStation, 10_00, "2021-01-01", null, "并网日期：日期在将来（“2021-01-01”），状态却不是在建。请核对日期，或把项目状态改为在建。")]
    [InlineData(ProjectKind.JobBase, 0, null, 21, "其中贫困人口：超过带动就业人数（“21”，带动就业 20 人）。请核对后填写。")]
    public async Task A_wrong_project_is_refused_in_a_sentence(string kind, long capacity, string? grid, int? poor, string says) => Assert.Equal(says, await _store.RefusedAsync(ProjectLedger.Ledger, new Project
    {
        Region = Qianwang,
        Name = "项目",
        Kind = kind,
        Capacity = capacity,
        GridOn = grid is null ? null : DateOnly.Parse(grid, null),
        Employed = 20,
        PoorEmployed = poor,
    }));

    private async Task<ProjectFile> FileAsync(long id) => (await _store.WithAsync<ProjectReader, ProjectFile?>(Leader, r => r.ReadAsync(id, CancellationToken.None)))!;
}

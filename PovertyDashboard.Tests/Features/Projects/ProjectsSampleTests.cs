using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Tests.Support;
using static PovertyDashboard.Tests.Features.Projects.ProjectsStore;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>The town's sheet of photovoltaic income (光伏收益台账) end to end, against its answer key.</summary>
public sealed class ProjectsSampleTests : IAsyncLifetime
{
    private const string File = "光伏收益-张寨镇.xlsx";

    private ProjectsStore _store = null!;
    private SheetResult _first = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _first = Assert.Single(Assert.Single(await _store.ImportAsync(Samples.PathOf(File))).Sheets);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public void Every_planted_fault_is_refused_at_its_row_and_column_and_nothing_else()
    {
        var (rows, bad) = Samples.Answer(File);
        Assert.Equal((StationIncomeLedger.Key, rows, rows - bad.Count, bad.Count), (_first.Ledger?.Key, _first.Read, _first.Accepted, _first.Refused));
        foreach (var (row, column, why) in bad)
        {
            var fault = Assert.Single(Assert.Single(_first.Rows, r => r.Row == row).Faults, f => f.Column == column);
            Assert.Contains(why, fault.Message, StringComparison.Ordinal);
            Assert.StartsWith(column + "：", fault.Message, StringComparison.Ordinal);
            Assert.Contains("请", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var second = Assert.Single(Assert.Single(await _store.ImportAsync(Samples.PathOf(File))).Sheets);
        Assert.Equal((_first.Accepted, 0, _first.Refused), (second.Unchanged, second.Accepted, second.Refused));
        Assert.Equal(3, (await _store.RowsAsync<Project>()).Count);
    }

    [Fact]
    public async Task The_sheet_brings_its_three_stations_with_kind_and_capacity()
    {
        var projects = (await _store.RowsAsync<Project>()).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, p.Kind, p.Capacity)).ToHashSet();
        Assert.Equal([("三合村扶贫电站", ProjectKind.VillageStation, 11_40L), (Own, ProjectKind.VillageStation, 21_48L), (Joint, ProjectKind.JointStation, 125_00L)], projects.ToHashSet());
        Assert.All(await _store.RowsAsync<StationIncome>(), m => Assert.True(m.ProjectId > 0));
    }

    [Fact]
    public async Task Stored_values_are_the_file_s_and_its_totals_are_ours()
    {
        var rows = await _store.RowsAsync<StationIncome>();
        var january = rows.Single(r => r.Station == Own && r.Month == 201_901);
        Assert.Equal((1597_00L, 3949L, 630_66L, 4200L, 670_74L, null, new DateOnly(2019, 1, 20), 1301_40L, 6_76L, 623_90L), (
            january.Energy!.Value, january.Price!.Value, january.EnergyFee!.Value, january.SubsidyPrice!.Value, january.SubsidyDue!.Value, january.SubsidyPaid, january.ReceivedOn!.Value, january.Total, january.Upkeep!.Value, january.Distributable));
        // A serial of Excel and a day in Chinese.
        Assert.Equal(new DateOnly(2019, 4, 20), rows.Single(r => r.Station == Own && r.Month == 201_904).ReceivedOn);
        Assert.Equal(new DateOnly(2019, 11, 20), rows.Single(r => r.Station == Own && r.Month == 201_911).ReceivedOn);
        Assert.Equal((900_06L, 846_27L + 900_06 - 10_62), (rows.Single(r => r.Station == Own && r.Month == 201_903).SubsidyPaid!.Value, rows.Single(r => r.Station == Own && r.Month == 201_903).Distributable));
        Assert.Equal((0L, 34L), ((await _store.FigureAsync("station-income.differing")).Count, (await _store.FigureAsync("station-income.last-year-rows")).Count));
    }
}

using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Demo;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Pages;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Projects;

/// <summary>The room of projects (产业项目、光伏扶贫、村集体经济): projects, shares, monthly income, collective income and distribution.</summary>
public static class ProjectsRoom
{
    private const string Area = "产业与收益";

    public static IServiceCollection AddProjects(this IServiceCollection services)
    {
        services.AddLedger(ProjectLedger.Ledger, ProjectMeasures.Fixed, ProjectMeasures.Breakdowns);
        services.AddSingleton(provider => ProjectMeasures.YieldWarning(provider.GetRequiredService<SettingsDirectory>()));
        services.AddLedger(ProjectShareLedger.Ledger, ProjectShareLedger.Measures);
        services.AddLedger(StationIncomeLedger.Ledger, StationIncomeMeasures.Measures, StationIncomeMeasures.Breakdowns);
        services.AddLedger(CollectiveIncomeLedger.Ledger, CollectiveIncomeMeasures.Measures, CollectiveIncomeMeasures.Breakdowns);
        services.AddLedger(DistributionLedger.Ledger, DistributionMeasures.Measures, DistributionMeasures.Breakdowns);
        services.AddSingleton(provider => DistributionMeasures.BelowRule(provider.GetRequiredService<SettingsDirectory>()));
        services.AddSingleton(DistributionMeasures.Households);
        foreach (var (list, why) in FixedLists) services.AddSingleton(new FixedCodeList(list, why));
        foreach (var presentation in Presentations) services.AddSingleton(presentation);
        foreach (var item in Entries) services.AddSingleton(item);
        foreach (var todo in Todos) services.AddSingleton(todo);
        services.AddSingleton(ProjectFacts.Step).AddSingleton(ProjectFacts.Payments);
        foreach (var step in ProjectExamples.Steps) services.AddSingleton(step);
        foreach (var source in MoreProjects.Sources) services.AddSingleton(source);
        return services.AddScoped<DistributionDesk>().AddScoped<ProjectReader>();
    }

    /// <summary>Texts that the rules act upon.</summary>
    private static IEnumerable<(string List, string Why)> FixedLists =>
    [
        (DistributionLedger.Class.CodeList!, "公益岗位、劳务和集体按这些类别计算，不能增减。"), (ProjectLedger.State.CodeList!, "运行和停运由程序判断，不能增减。"),
    ];

    private static IEnumerable<NavItem> Entries =>
    [
        new(NavGroup.IndustryAndIncome, "项目总览", Icons.Material.Outlined.Insights, ProjectAddress.Overview, 10, Needs: Act.ReadOffice),
        new(NavGroup.IndustryAndIncome, "产业项目", Icons.Material.Outlined.SolarPower, $"/ledgers/{ProjectLedger.Key}", 20, Needs: Act.ReadOffice),
        new(NavGroup.IndustryAndIncome, "光伏收益", Icons.Material.Outlined.ElectricBolt, $"/ledgers/{StationIncomeLedger.Key}", 30, Needs: Act.ReadOffice),
        new(NavGroup.IndustryAndIncome, "村集体收入", Icons.Material.Outlined.AccountBalance, $"/ledgers/{CollectiveIncomeLedger.Key}", 40, Needs: Act.ReadOffice),
        new(NavGroup.IndustryAndIncome, "收益分配", Icons.Material.Outlined.PieChartOutline, $"/ledgers/{DistributionLedger.Key}", 50, Needs: Act.ReadOffice),
    ];

    private static IEnumerable<TodoSource> Todos =>
    [
        TodoSource.Of(ProjectMeasures.Incomplete, "份额不齐的联村电站", Icons.Material.Outlined.SolarPower, 71, Act.Write),
        TodoSource.Of(ProjectMeasures.MissingMonth, "没有上报上月收益的电站", Icons.Material.Outlined.ElectricBolt, 72, Act.Write),
        TodoSource.Of(DistributionMeasures.NotPosted, "未公示先发放的收益", Icons.Material.Outlined.PieChartOutline, 73, Act.Write),
        TodoSource.Of(DistributionMeasures.Waiting, "公示期满待发放的收益", Icons.Material.Outlined.PieChartOutline, 76, Act.Write),
    ];

    private static IEnumerable<LedgerPresentation> Presentations =>
    [
        new(ProjectLedger.Key)
        {
            Area = Area,
            AddText = "登记项目",
            EmptyTitle = "这里还没有产业项目",
            EmptyText = "登记或导入产业项目，或导入光伏收益台账后，这里列出电站、大棚、就业基地和流转土地。",
            Toolbar = typeof(SharesButton),
        },
        new(ProjectShareLedger.Key) { Area = Area, AddText = "登记份额", EmptyTitle = "这里还没有联村份额", EmptyText = "登记每个村在联村电站里占几份后，收益按份额分到村。" },
        new(StationIncomeLedger.Key) { Area = Area, AddText = "登记收益", EmptyTitle = "这里还没有光伏收益", EmptyText = "登记或导入光伏收益台账后，这里列出每个电站每月的电量、电费和补贴。" },
        new(CollectiveIncomeLedger.Key) { Area = Area, AddText = "登记收入", EmptyTitle = "这里还没有村集体收入", EmptyText = "登记或导入村集体收入后，这里按村、年度、来源列出收入和用途。" },
        new(DistributionLedger.Key)
        {
            Area = Area,
            AddText = "登记分配",
            EmptyTitle = "这里还没有收益分配",
            EmptyText = "做分配方案，或登记、导入收益分配后，这里列出分给每一户和村集体的金额、公示和发放日期。",
            Toolbar = typeof(PlanButton),
            HouseholdPart = typeof(ProjectIncomePart),
            RowClass = (row, _) => row is Distribution distribution && DistributionRules.NoticeFault(distribution) is not null ? "overdue" : null,
        },
    ];
}

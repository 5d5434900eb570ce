using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Jobs.Demo;
using PovertyDashboard.Features.Jobs.Pages;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The room of public-welfare posts (公益岗): posts, people, attendance, wage sheets and the public notice.</summary>
public static class JobsRoom
{
    private const string Area = "公益岗";

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddLedger(PostLedger.Ledger, PostMeasures.Measures, PostMeasures.Breakdowns);
        services.AddLedger(HolderLedger.Ledger, HolderMeasures.Fixed, HolderMeasures.Breakdowns);
        for (var i = 0; i < HolderMeasures.DatedCount; i++)
        {
            var at = i;
            services.AddSingleton(provider => HolderMeasures.Dated(provider.GetRequiredService<SettingsDirectory>())[at]);
        }

        services.AddLedger(AttendanceLedger.Ledger, AttendanceMeasures.Measures, AttendanceMeasures.Breakdowns);
        services.AddLedger(WageLedger.Ledger, WageMeasures.Measures, WageMeasures.Breakdowns).AddLedger(WageLedger.Sheets, WageMeasures.OfSheets);
        foreach (var (list, why) in FixedLists) services.AddSingleton(new FixedCodeList(list, why));
        foreach (var condition in HolderMeasures.Conditions) services.AddSingleton(condition);
        foreach (var presentation in Presentations) services.AddSingleton(presentation);
        foreach (var item in Entries) services.AddSingleton(item);
        // Whoever had a hand in a sheet sees that it waits as well, and is refused to approve it.
        services.AddSingleton(TodoSource.Of(WageMeasures.Pending, "待审定的工资表", Icons.Material.Outlined.Payments, 45, Act.ApproveWages));
        services.AddSingleton<WageMaker>().AddSingleton(WageSettings.Guard);
        services.AddSingleton(JobsDemo.Facts).AddSingleton(JobsDemo.Examples);
        foreach (var source in DemoPosts.Sources) services.AddSingleton(source);
        return services.AddScoped<AttendanceDesk>().AddScoped<AttendanceReader>().AddScoped<NoticeReader>()
            .AddScoped<WageDesk>().AddScoped<WageApproval>().AddScoped<WageReader>().AddScoped<PayrollSheet>();
    }

    public static void MapJobs(this IEndpointRouteBuilder routes) => JobsEndpoints.Map(routes);

    /// <summary>States and marks by which posts are filled and pay is computed.</summary>
    private static IEnumerable<(string List, string Why)> FixedLists =>
    [
        (HolderLedger.State.CodeList!, "在岗、离岗和退出由程序计数，不能增减。"), (WageLedger.State.CodeList!, "状态由审核步骤决定，不能增减。"), (AttendanceLedger.Marks, "计薪按这些记号，不能增减。"),
    ];

    private static IEnumerable<NavItem> Entries =>
    [
        new(NavGroup.PostsAndHealth, "公益岗位", Icons.Material.Outlined.WorkOutline, $"/ledgers/{PostLedger.Key}", 10, Needs: Act.ReadOffice),
        new(NavGroup.PostsAndHealth, "上岗人员", Icons.Material.Outlined.Badge, $"/ledgers/{HolderLedger.Key}", 20, Needs: Act.ReadOffice),
        new(NavGroup.PostsAndHealth, "考勤", Icons.Material.Outlined.EventAvailable, "/jobs/attendance", 30, Needs: Act.ReadOffice),
        new(NavGroup.PostsAndHealth, "工资", Icons.Material.Outlined.Payments, WageAddress.All, 40, Needs: Act.ReadOffice),
    ];

    private static IEnumerable<LedgerPresentation> Presentations =>
    [
        new(PostLedger.Key)
        {
            Area = Area,
            AddText = "登记岗位",
            EmptyTitle = "这里还没有公益岗位",
            EmptyText = "登记岗位，或导入公益岗台账后，这里列出每个村的岗位、名额和来源。",
            Cells = new Dictionary<string, Type> { [PostLedger.Quota.Key] = typeof(QuotaCell) },
        },
        new(HolderLedger.Key)
        {
            Area = Area,
            AddText = "登记上岗",
            EmptyTitle = "这里还没有上岗人员",
            EmptyText = "登记上岗，或导入公益岗台账后，这里列出在岗的人和协议、保险、补贴标准。",
            RowMenu = typeof(HolderRowMenu),
            Toolbar = typeof(NoticeButton),
        },
        new(AttendanceLedger.Key)
        {
            Area = Area,
            AddText = "记考勤",
            AddHref = "/jobs/attendance",
            MayEdit = (_, _) => false,
            EmptyTitle = "这里还没有考勤",
            EmptyText = "在考勤页逐日点选，或导入考勤表后，这里列出每人每月的出勤。",
        },
        new(WageLedger.Key)
        {
            Area = Area,
            AddHref = WageAddress.All,
            MayAdd = false,
            EmptyTitle = "这里还没有工资",
            EmptyText = "在工资页按考勤生成工资表，或导入后，这里列出每人每月的工资。",
        },
        new(WageLedger.SheetsKey) { Area = Area, MayAdd = false, EmptyTitle = "这里还没有工资表", EmptyText = "在工资页按考勤生成后，这里列出各乡镇各月的工资表。" },
    ];
}

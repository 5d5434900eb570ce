using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Responsibility.Aid;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Features.Responsibility.Calendar;
using PovertyDashboard.Features.Responsibility.Demo;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Pages;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>The room of the responsibility grid (三级网格、包联责任): who answers for whom, pledges, meetings, visits, measures of help and the notice board.</summary>
public static class ResponsibilityRoom
{
    private const string Area = "包联责任";

    public static IServiceCollection AddResponsibility(this IServiceCollection services)
    {
        services.AddLedger(AssignmentLedger.Ledger, AssignmentMeasures.Fixed, AssignmentMeasures.Breakdowns);
        for (var i = 0; i < AssignmentMeasures.DatedCount; i++)
        {
            var at = i;
            services.AddSingleton(provider => AssignmentMeasures.Dated(provider.GetRequiredService<SettingsDirectory>())[at]);
        }

        for (var i = 0; i < AssignmentMeasures.ConditionCount; i++)
        {
            var at = i;
            services.AddSingleton(provider => AssignmentMeasures.Conditions(provider.GetRequiredService<SettingsDirectory>())[at]);
        }

        services.AddLedger(PledgeLedger.Ledger, PledgeLedger.Measures, PledgeLedger.Breakdowns);
        services.AddLedger(MeetingLedgers.Meetings, MeetingMeasures.OfMeetings);
        services.AddLedger(MeetingLedgers.Attendees, MeetingMeasures.OfAttendees, MeetingMeasures.Breakdowns);
        services.AddLedger(MeetingLedgers.Tasks, MeetingMeasures.OfTasks);
        services.AddLedger(VisitLedger.Ledger, VisitMeasures.Measures, VisitMeasures.Breakdowns);
        services.AddLedger(AidLedger.Ledger, AidMeasures.Measures, AidMeasures.Breakdowns);
        services.AddLedger(PostingLedger.Ledger, PostingLedger.Measures);
        // A meeting takes its tasks along as it does its sign-in sheet.
        services.AddSingleton<RowFollowers>((db, _, row) => row is Meeting ? [db.Set<MeetingTask>().Where(t => t.MeetingId == row.Id)] : []);
        services.AddSingleton<HelperHouseholds>(AssignmentMeasures.HouseholdsOf);
        foreach (var (list, why) in FixedLists) services.AddSingleton(new FixedCodeList(list, why));
        foreach (var presentation in Presentations) services.AddSingleton(presentation);
        foreach (var item in Entries) services.AddSingleton(item);
        foreach (var todo in Todos) services.AddSingleton(todo);
        services.AddSingleton(ResponsibilityFacts.Step).AddSingleton(ResponsibilityExamples.Step);
        foreach (var source in DemoResponsibility.Sources) services.AddSingleton(source);
        return services.AddScoped<HandOverDesk>().AddScoped<MeetingDesk>().AddScoped<VisitReader>().AddScoped<BoardReader>().AddScoped<CalendarReader>().AddScoped<HelperReader>();
    }

    /// <summary>Texts that the rules act upon.</summary>
    private static IEnumerable<(string List, string Why)> FixedLists =>
    [
        (AssignmentLedger.Level.CodeList!, "包联的层级由程序判断，不能增减。"), (MeetingLedgers.Presence.CodeList!, "到会率按这些记号计算，不能增减。"), (VisitLedger.Way.CodeList!, "入户和电话、视频分开统计，不能增减。"),
    ];

    private static IEnumerable<NavItem> Entries =>
    [
        new(NavGroup.Targets, "包联责任", Icons.Material.Outlined.AccountTree, $"/ledgers/{AssignmentLedger.Key}", 30),
        new(NavGroup.Targets, "走访", Icons.Material.Outlined.DirectionsWalk, VisitAddress.Overview, 40, Needs: Act.ReadOffice),
        new(NavGroup.Targets, "帮扶措施", Icons.Material.Outlined.VolunteerActivism, $"/ledgers/{AidLedger.Key}", 50, Needs: Act.ReadOffice),
        new(NavGroup.Targets, "公示牌", Icons.Material.Outlined.Campaign, BoardAddress.Page, 60),
        new(NavGroup.Targets, "例会", Icons.Material.Outlined.Groups2, $"/ledgers/{MeetingLedgers.MeetingsKey}", 70, Needs: Act.ReadOffice),
        new(NavGroup.Targets, "责任状", Icons.Material.Outlined.HistoryEdu, $"/ledgers/{PledgeLedger.Key}", 80, Needs: Act.ReadOffice),
        new(NavGroup.Targets, "工作日历", Icons.Material.Outlined.CalendarMonth, CalendarAddress.Page, 90, Needs: Act.ReadOffice),
    ];

    private static IEnumerable<TodoSource> Todos =>
    [
        TodoSource.Of(MeetingMeasures.Late, "逾期的例会任务", Icons.Material.Outlined.EventBusy, 16, Act.Write) with { IsLate = true },
        new("未按期走访的户", Icons.Material.Outlined.DirectionsWalk, $"/ledgers/{HouseholdLinks.LedgerKey}?measure={VisitSettings.UnvisitedKey}", 70, Act.Visit, UnvisitedAsync) { Unit = "户" },
        TodoSource.Of(MeetingMeasures.Open, "未完成的例会任务", Icons.Material.Outlined.TaskAlt, 75, Act.Write),
    ];

    private static IEnumerable<LedgerPresentation> Presentations =>
    [
        new(AssignmentLedger.Key)
        {
            Area = Area,
            AddText = "登记包联",
            EmptyTitle = "这里还没有包联责任",
            EmptyText = "登记或导入包村、包片、包户的责任人后，这里列出每一户由谁帮扶；没有人包的户看“未落实帮扶责任人”。",
            RowMenu = typeof(AssignmentMenu),
            Toolbar = typeof(BoardButton),
            HouseholdPart = typeof(HelperCards),
        },
        new(PledgeLedger.Key) { Area = Area, AddText = "登记责任状", EmptyTitle = "这里还没有责任状", EmptyText = "登记或导入责任状后，这里按层级列出签订情况和扫描件。", RowMenu = typeof(ScanMenu) },
        new(MeetingLedgers.MeetingsKey) { Area = Area, AddText = "登记例会", EmptyTitle = "这里还没有例会", EmptyText = "登记例会后，这里列出每次的议题、学习、签到和任务。", RowMenu = typeof(ScanMenu) },
        new(MeetingLedgers.AttendeesKey) { Area = Area, AddText = "登记参会人员", EmptyTitle = "这里还没有签到", EmptyText = "登记或导入例会的参会人员后，这里列出谁出席、谁请假、谁缺席。" },
        new(MeetingLedgers.TasksKey)
        {
            Area = Area,
            AddText = "登记任务",
            EmptyTitle = "这里还没有例会任务",
            EmptyText = "例会布置任务后，这里列出责任人和完成时限。",
            RowClass = (row, today) => row is MeetingTask { DoneOn: null } task && task.DueOn < today ? "overdue" : null,
        },
        new(VisitLedger.Key)
        {
            Area = Area,
            AddText = "登记走访",
            EmptyTitle = "这里还没有走访",
            EmptyText = "登记或导入走访记录后，这里列出谁、什么时候、到哪一户、发现什么问题。",
            RowMenu = typeof(VisitMenu),
            HouseholdPart = typeof(VisitCard),
        },
        new(AidLedger.Key) { Area = Area, AddText = "登记措施", EmptyTitle = "这里还没有帮扶措施", EmptyText = "登记或导入帮扶措施后，这里列出每一户的措施、投入和成效。", RowMenu = typeof(ScanMenu) },
        new(PostingLedger.Key) { Area = Area, AddText = "登记公示", EmptyTitle = "这里还没有公示记录", EmptyText = "在公示牌页登记公示后，这里列出每个村的公示日期和期限。", Toolbar = typeof(BoardButton) },
    ];

    /// <summary>The households' room makes the measure of our condition; where it is missing there is nothing to count.</summary>
    private static async Task<long> UnvisitedAsync(IServiceProvider services, UserIdentity user, CancellationToken ct)
    {
        var tree = services.GetRequiredService<RegionDirectory>().Tree;
        if (tree.Nodes.Count == 0 || services.GetRequiredService<LedgerCatalog>().Measure(VisitSettings.UnvisitedKey) is not { } measure) return 0;
        return (await services.GetRequiredService<RegionTotals>().FigureAsync(measure, tree.Nodes[0].Key, user.Scope, ct)).Count;
    }
}

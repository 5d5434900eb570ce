using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Clinics.Demo;
using PovertyDashboard.Features.Clinics.Pages;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Features.Clinics;

/// <summary>The room of free clinics, health records, follow-ups and health talks (义诊).</summary>
public static class ClinicsRoom
{
    public static IServiceCollection AddClinics(this IServiceCollection services)
    {
        services.AddLedger(ClinicLedger.Ledger, ClinicMeasures.All);
        services.AddLedger(ClinicRecordLedger.Ledger, RecordMeasures.List, RecordMeasures.Breakdowns);
        services.AddLedger(FollowUpLedger.Ledger, breakdowns: FollowUpMeasures.Breakdowns);
        foreach (var make in FollowUpMeasures.All) services.AddSingleton(provider => make(provider.GetRequiredService<SettingsDirectory>()));
        services.AddLedger(HealthTalkLedger.Ledger, ClinicMeasures.OfTalks);
        services.AddScoped<ClinicDesk>().AddScoped<ClinicFigures>().AddScoped<PersonFinder>().AddScoped<HealthHistory>();
        foreach (var list in new[] { ClinicRecordLedger.PressureFlag, ClinicRecordLedger.GlucoseFlag, ClinicRecordLedger.GlucoseKind, FollowUpLedger.Reason, FollowUpLedger.Result })
            services.AddSingleton(new FixedCodeList(list.CodeList!, "提示和随访由程序按它判断，不能增减。"));
        foreach (var presentation in Presentations) services.AddSingleton(presentation);
        services.AddSingleton(new NavItem(NavGroup.PostsAndHealth, "义诊", Icons.Material.Outlined.MedicalServices, "/clinics", 60));
        services.AddSingleton(new NavItem(NavGroup.PostsAndHealth, "义诊登记", Icons.Material.Outlined.Assignment, $"/ledgers/{ClinicRecordLedger.Key}", 62, Needs: Act.ListHealth));
        services.AddSingleton(new NavItem(NavGroup.PostsAndHealth, "随访", Icons.Material.Outlined.EventRepeat, $"/ledgers/{FollowUpLedger.Key}", 64, typeof(OverdueFollowUps), Act.ListHealth));
        services.AddSingleton(new NavItem(NavGroup.PostsAndHealth, "健康讲座", Icons.Material.Outlined.RecordVoiceOver, $"/ledgers/{HealthTalkLedger.Key}", 66));
        services.AddSingleton(TodoSource.Of(FollowUpMeasures.Overdue, "逾期的随访", Icons.Material.Outlined.EventBusy, 13, Act.WriteHealth) with { IsLate = true });
        services.AddSingleton(TodoSource.Of(FollowUpMeasures.OpenReferrals, "紧急转诊待随访", Icons.Material.Outlined.LocalHospital, 15, Act.WriteHealth));
        services.AddSingleton(TodoSource.Of(FollowUpLedger.Ledger, FollowUpMeasures.SoonKey, "快到期的随访", Icons.Material.Outlined.EventRepeat, 62, Act.WriteHealth));
        services.AddSingleton(ClinicFacts.Step).AddSingleton(ExampleClinics.Step);
        return services.AddSingleton(DemoClinics.Records).AddSingleton(DemoClinics.FollowUps);
    }

    private static IEnumerable<LedgerPresentation> Presentations =>
    [
        new(ClinicLedger.Key)
        {
            Area = "义诊",
            AddText = "登记义诊",
            EmptyTitle = "这里还没有义诊活动",
            EmptyText = "登记义诊，或导入义诊登记表后，这里列出每一次的单位和上报人数。",
        },
        new(ClinicRecordLedger.Key)
        {
            Area = "义诊",
            AddText = "现场登记",
            AddHref = "/clinics",
            EmptyTitle = "这里还没有义诊登记",
            EmptyText = "在义诊活动里现场登记，或导入义诊登记表后，这里列出每一个人。",
            Cells = new Dictionary<string, Type> { [ClinicRecordLedger.PressureFlag.Key] = typeof(FlagCell), [ClinicRecordLedger.GlucoseFlag.Key] = typeof(FlagCell) },
            RowMenu = typeof(RecordMenu),
            RowClass = (row, _) => ((ClinicRecord)row).IsUrgent ? "overdue" : null,
            HouseholdPart = typeof(HealthTrend),
        },
        new(FollowUpLedger.Key)
        {
            Area = "义诊",
            AddText = "登记随访",
            EmptyTitle = "这里还没有随访",
            EmptyText = "义诊登记里有提示或慢病的人，系统自动列入随访；紧急的两周内，其他的每季一次。",
            Cells = new Dictionary<string, Type> { [FollowUpLedger.DueOn.Key] = typeof(DueCell) },
            RowActions = typeof(FollowUpActions),
            RowClass = (row, today) => ((FollowUp)row).IsOverdue(today) ? "overdue" : null,
        },
        new(HealthTalkLedger.Key)
        {
            Area = "义诊",
            AddText = "登记讲座",
            EmptyTitle = "这里还没有健康讲座",
            EmptyText = "登记讲座的主题、地点、主讲人和人数后，这里列出各场讲座。",
        },
    ];
}

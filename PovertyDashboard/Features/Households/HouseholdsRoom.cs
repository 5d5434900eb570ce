using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Features.Households.FilePage;
using PovertyDashboard.Features.Households.Incomes;
using PovertyDashboard.Features.Households.Movements;
using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households;

/// <summary>The room of households and their members (建档立卡): ledgers, measures and the household file (一户一档).</summary>
public static class HouseholdsRoom
{
    public static IServiceCollection AddHouseholds(this IServiceCollection services)
    {
        services.AddLedger(HouseholdLedger.Ledger, HouseholdMeasures.Fixed, HouseholdMeasures.Breakdowns);
        services.AddSingleton(provider => HouseholdMeasures.LowIncome(provider.GetRequiredService<SettingsDirectory>()));
        services.AddLedger(MemberLedger.Ledger, MemberMeasures.Fixed, MemberMeasures.Breakdowns);
        services.AddSingleton<HouseholdKeys>(KeysOf);
        services.AddSingleton<PersonKeys>(PersonsOf);
        services.AddSingleton<Ledgers.HouseholdMeasures>(HouseholdMeasures.Of);
        services.AddSingleton(new NavItem(NavGroup.Targets, "贫困户", Icons.Material.Outlined.Groups, "/ledgers/households", 10));
        services.AddSingleton(new NavItem(NavGroup.Targets, "家庭成员", Icons.Material.Outlined.Person, "/ledgers/members", 20));
        services.AddSingleton(new LedgerPresentation(HouseholdLedger.Key)
        {
            Area = "建档立卡",
            AddText = "登记户",
            EmptyTitle = "这里还没有贫困户",
            EmptyText = "登记或导入户信息后，这里列出每一户，点户主打开一户一档。",
        });
        services.AddSingleton(new LedgerPresentation(MemberLedger.Key)
        {
            Area = "建档立卡",
            AddText = "登记成员",
            EmptyTitle = "这里还没有家庭成员",
            EmptyText = "先导入户信息，再导入人口信息；也可以在一户一档里添加成员。",
        });
        services.AddScreenings().AddIncomes().AddMovements();
        services.AddSingleton(HouseholdSearch.Households).AddSingleton(HouseholdSearch.Members);
        services.AddScoped<HouseholdFileReader>().AddScoped<HouseholdWorkbook>();
        services.TryAddScoped<LedgerSheets>();
        services.AddSingleton(Demo.DemoHouseholds.Step);
        services.AddSingleton(Demo.DemoFamilies.Source).AddSingleton(Demo.PovertyVillages.Facts).AddSingleton(Demo.PovertyVillages.More);
        foreach (var source in Demo.MoreBooks.Sources) services.AddSingleton(source);
        return services;
    }

    public static void MapHouseholds(this IEndpointRouteBuilder routes) => HouseholdWorkbook.Map(routes);

    // Initialisers instead of constructor arguments: only so can EF filter on what is projected.
    private static IQueryable<HouseholdKey> KeysOf(AppDbContext db) => db.Set<Household>().AsNoTracking()
        .Select(h => new HouseholdKey(0, 0, "", "", "") { Id = h.Id, Region = h.Region, Number = h.Number, HeadName = h.HeadName, HeadId = h.HeadId, EndedOn = h.EndedOn });

    private static IQueryable<PersonKey> PersonsOf(AppDbContext db) => db.Set<Member>().AsNoTracking()
        .Select(m => new PersonKey(0, 0, 0, "", "", "", "", "", null, "")
        {
            Id = m.Id,
            Region = m.Region,
            HouseholdId = m.HouseholdId,
            HouseholdName = m.Household!.HeadName,
            HouseholdNumber = m.Household.Number,
            Name = m.Name,
            IdNumber = m.IdNumber,
            Gender = m.Gender,
            BornOn = m.BornOn,
            Phone = m.Phone,
            LeftOn = m.LeftOn,
        });
}

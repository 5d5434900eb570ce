using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>The room of campaigns, checklists and checks (规范提升).</summary>
public static class ChecklistsRoom
{
    public static IServiceCollection AddChecklists(this IServiceCollection services)
    {
        services.AddLedger(CheckLedger.Ledger, CheckMeasures.OfChecks);
        services.AddLedger(ChecklistLedgers.Answers, [CheckMeasures.AnsweredItems, CheckMeasures.FailedItems], [CheckMeasures.FailuresByItem]);
        services.AddLedger(ChecklistLedgers.Campaigns).AddLedger(ChecklistLedgers.Items);
        services.AddLedger(ChecklistLedgers.Rechecks, [CheckMeasures.RechecksWaiting, CheckMeasures.RechecksOverdue]);
        services.AddSingleton(CheckMeasures.Checked).AddSingleton(CheckMeasures.Unchecked);
        return services.AddScoped<CheckService>().AddScoped<CheckSheets>().AddScoped<RecheckService>();
    }
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The room of the remediation ledger and its close-out (整改台账、销号、清零).</summary>
public static class RemediationRoom
{
    public static IServiceCollection AddRemediation(this IServiceCollection services)
    {
        services.AddLedger(ProblemLedger.Ledger, ProblemMeasures.All, ProblemMeasures.Breakdowns);
        services.AddScoped<ProblemDesk>();
        return services;
    }
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The services of the shared ledger page and dialog.</summary>
public static class LedgerPageServices
{
    /// <summary>Registers what the shared page and dialog of every ledger need.</summary>
    public static IServiceCollection AddLedgerPages(this IServiceCollection services) => services
        .AddScoped<LedgerEditor>().AddScoped<FullValues>()
        .AddScoped<LedgerPageReader>().AddScoped<BrowserSettings>()
        .AddScoped<AddressTexts>().AddScoped<HouseholdFinder>().AddScoped<LedgerRowDialogs>();
}

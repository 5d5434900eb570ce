using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared.Ledgers;

namespace PovertyDashboard.Tests.Support;

/// <summary>The shared ledger pages in hosts that have no logins and therefore no keys of their own.</summary>
internal static class LedgerPagesInTests
{
    public static IServiceCollection AddTestLedgerPages(this IServiceCollection services) =>
        services.AddLedgerPages().AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
}

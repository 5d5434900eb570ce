namespace PovertyDashboard.Tests.Features.Dashboard;

/// <summary>One store with rows for all tests of a class that only read.</summary>
public sealed class DashboardFixture : IAsyncLifetime
{
    internal DashboardStore Store { get; private set; } = null!;

    public async Task InitializeAsync() => Store = await DashboardStore.OpenAsync();

    public async Task DisposeAsync() => await Store.DisposeAsync();
}

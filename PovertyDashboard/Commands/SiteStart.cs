using PovertyDashboard.Data;

namespace PovertyDashboard.Commands;

/// <summary>Starts the site (启动网站): a store that does not fit, or an address in use, ends in one sentence on stderr.</summary>
internal static class SiteStart
{
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        // Asked before the start: a host that failed has disposed its services.
        var store = app.Services.GetRequiredService<StoreOptions>();
        try
        {
            await app.Services.PrepareStoreAsync(app.Environment.IsDevelopment(), CancellationToken.None);
            await app.RunAsync();
            return Verbs.Done;
        }
        catch (Exception fault) when (StartFaults.Sentence(fault, store) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"网站没有启动：{sentence}");
            return Verbs.Failed;
        }
    }
}

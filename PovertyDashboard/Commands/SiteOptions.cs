namespace PovertyDashboard.Commands;

/// <summary>
/// How the host starts when nobody says otherwise. There is no launchSettings.json: `dotnet run` would announce it on stdout,
/// where verbs print nothing but their result.
/// </summary>
internal static class SiteOptions
{
#if DEBUG
    private const string BuiltFor = "Development";
#else
    private const string BuiltFor = "Production";
#endif

    /// <summary>A debug build is the demo store of Development unless --environment or ASPNETCORE_ENVIRONMENT says otherwise; a release build is Production.</summary>
    public static WebApplicationOptions For(string[] args) => new()
    {
        Args = args,
        ContentRootPath = AppContext.BaseDirectory,
        EnvironmentName = new ConfigurationBuilder().AddCommandLine(args).Build()[HostDefaults.EnvironmentKey]
            ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? BuiltFor,
    };
}

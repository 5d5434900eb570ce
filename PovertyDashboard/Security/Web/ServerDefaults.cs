namespace PovertyDashboard.Security.Web;

/// <summary>Where the site listens when nobody says otherwise (默认地址).</summary>
public static class ServerDefaults
{
    public const string Url = "http://localhost:5080";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    public static void UseServerDefaults(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (Settings.All(s => string.IsNullOrEmpty(configuration[s])) && !configuration.GetSection("Kestrel:Endpoints").GetChildren().Any()) builder.WebHost.UseUrls(Url);
        // Also for a build that runs in Production before it is published; a published one has no such manifest.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
    }
}

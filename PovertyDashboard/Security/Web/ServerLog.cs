using System.Globalization;
using Serilog;
using Serilog.Events;

namespace PovertyDashboard.Security.Web;

/// <summary>The log (日志): on stderr, so that a verb's result on stdout stays clean; without SQL, requests or personal data.</summary>
public static class ServerLog
{
    public static void AddServerLog(this WebApplicationBuilder builder) => builder.Services.AddSerilog(
        (services, log) => log
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // Says only where the keys lie; the keys are files of the store's folder, closed to other accounts.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .Enrich.FromLogContext()
            .WriteTo.Console(
                standardErrorFromLevel: LogEventLevel.Verbose,
                formatProvider: CultureInfo.InvariantCulture,
                outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}"),
        preserveStaticLogger: true);
}

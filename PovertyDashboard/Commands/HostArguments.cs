namespace PovertyDashboard.Commands;

/// <summary>
/// What was typed behind the program's name (命令行参数), before anything is made of it: settings with a colon
/// (--Logging:LogLevel:Default=Debug), which the host takes with or without a verb, and the rest.
/// </summary>
internal sealed class HostArguments
{
    /// <summary>The options of the site that its help names.</summary>
    public static readonly IReadOnlyList<string> OfSite = ["--store", "--urls", "--environment"];

    /// <summary>The host's own names without a colon; service managers and test hosts pass them too.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "store", "AllowedHosts", "https_port",
        HostDefaults.ApplicationKey, HostDefaults.ContentRootKey, HostDefaults.EnvironmentKey,
        WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, WebHostDefaults.PreferHostingUrlsKey,
        WebHostDefaults.WebRootKey, WebHostDefaults.StaticWebAssetsKey, WebHostDefaults.DetailedErrorsKey, WebHostDefaults.CaptureStartupErrorsKey,
        WebHostDefaults.SuppressStatusMessagesKey, WebHostDefaults.ShutdownTimeoutKey, WebHostDefaults.StartupAssemblyKey,
        WebHostDefaults.HostingStartupAssembliesKey, WebHostDefaults.HostingStartupExcludeAssembliesKey, WebHostDefaults.PreventHostingStartupKey,
    };

    public HostArguments(IReadOnlyList<string> args)
    {
        var (settings, rest) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            var isSetting = args[i].StartsWith("--", StringComparison.Ordinal) && NameOf(args[i]).Contains(':', StringComparison.Ordinal);
            (isSetting ? settings : rest).Add(args[i]);
            if (isSetting && !HasValue(args[i]) && i + 1 < args.Count) settings.Add(args[++i]);
        }

        (Settings, Rest) = (settings, rest);
        Read();
    }

    /// <summary>Settings with a colon, each with its value.</summary>
    public IReadOnlyList<string> Settings { get; }

    public IReadOnlyList<string> Rest { get; }

    /// <summary>The first word that is neither an option nor its value: the verb, if it is one.</summary>
    public string? Word { get; private set; }

    /// <summary>The first option before the word that the site does not know.</summary>
    public string? UnknownOption { get; private set; }

    /// <summary>An option of the site that stands without a value.</summary>
    public string? WithoutValue { get; private set; }

    private void Read()
    {
        for (var i = 0; i < Rest.Count; i++)
        {
            var arg = Rest[i];
            if (!arg.StartsWith('-'))
            {
                Word = arg;
                return;
            }

            if (!arg.StartsWith("--", StringComparison.Ordinal) || !(Names.Contains(NameOf(arg)) || IsSection(arg))) UnknownOption ??= arg;
            else if (HasValue(arg)) continue;
            else if (i + 1 < Rest.Count && !Rest[i + 1].StartsWith("--", StringComparison.Ordinal)) i++;
            else WithoutValue ??= arg;
        }
    }

    /// <summary>Test hosts name the section of a setting too, without a value: --Serilog= beside --Serilog:MinimumLevel=Error.</summary>
    private bool IsSection(string arg) => arg.EndsWith('=') && Settings.Any(s => s.StartsWith(arg[..^1] + ":", StringComparison.OrdinalIgnoreCase));

    private static bool HasValue(string arg) => arg.Contains('=', StringComparison.Ordinal);

    private static string NameOf(string arg) => arg.Split('=', 2)[0][2..];
}

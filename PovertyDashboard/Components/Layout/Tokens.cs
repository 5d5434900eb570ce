using System.Text.RegularExpressions;

namespace PovertyDashboard.Components.Layout;

/// <summary>The design tokens of wwwroot/css/tokens.css (设计变量), read so that no colour is named twice.</summary>
public static partial class Tokens
{
    private const string Resource = "PovertyDashboard.tokens.css";

    private static readonly (IReadOnlyDictionary<string, string> Light, IReadOnlyDictionary<string, string> Dark) Both = Read();

    /// <summary>Token name without the dashes to its value, in the light theme (浅色).</summary>
    public static IReadOnlyDictionary<string, string> Light => Both.Light;

    /// <summary>Token name without the dashes to its value, in the dark theme (深色); what it does not set is as in the light one.</summary>
    public static IReadOnlyDictionary<string, string> Dark => Both.Dark;

    private static (IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>) Read()
    {
        using var stream = typeof(Tokens).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the build.");
        using var reader = new StreamReader(stream);
        var css = reader.ReadToEnd();
        var split = css.IndexOf("[data-theme=dark]", StringComparison.Ordinal);
        var light = Parse(css[..split]);
        var dark = new Dictionary<string, string>(light);
        foreach (var (name, value) in Parse(css[split..])) dark[name] = value;
        return (light, dark);
    }

    private static Dictionary<string, string> Parse(string css) =>
        Declaration().Matches(css).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value.Trim());

    [GeneratedRegex(@"--(?<name>[\w-]+)\s*:\s*(?<value>[^;]+);")]
    private static partial Regex Declaration();
}

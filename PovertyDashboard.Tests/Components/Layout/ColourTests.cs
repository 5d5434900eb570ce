using System.Text.RegularExpressions;

namespace PovertyDashboard.Tests.Components.Layout;

/// <summary>Colours are named once, in wwwroot/css/tokens.css.</summary>
public partial class ColourTests
{
    private static readonly string[] Endings = [".cs", ".razor", ".css", ".js"];

    [Fact]
    public void No_hex_colour_stands_outside_the_tokens()
    {
        var project = Path.Combine(Root(), "PovertyDashboard");
        var files = Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
            .Where(f => Endings.Contains(Path.GetExtension(f)) && !IsOutput(Path.GetRelativePath(project, f)))
            .ToList();
        Assert.True(files.Count > 50, "The scan must find the sources.");
        Assert.Contains(files, f => f.EndsWith("tokens.css", StringComparison.Ordinal) && Hex().IsMatch(File.ReadAllText(f)));

        var found = files.Where(f => !f.EndsWith("tokens.css", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (File: Path.GetRelativePath(project, f), Line: i + 1, Text: line)))
            .Where(l => Hex().IsMatch(l.Text))
            .Select(l => $"{l.File}:{l.Line} {l.Text.Trim()}");
        Assert.Empty(found);
    }

    [Fact]
    public void Every_token_that_a_style_or_chart_names_exists()
    {
        var project = Path.Combine(Root(), "PovertyDashboard");
        var styles = Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".css" or ".razor" && !IsOutput(Path.GetRelativePath(project, f)))
            .Select(f => (File: Path.GetRelativePath(project, f), Text: File.ReadAllText(f)))
            .ToList();
        // A component may set a variable of its own for its children.
        var own = styles.SelectMany(s => Declared().Matches(s.Text)).Select(m => m.Groups[1].Value).ToHashSet();
        var names = styles.SelectMany(s => Var().Matches(s.Text).Select(m => (s.File, Name: m.Groups[1].Value)))
            .Where(v => !v.Name.StartsWith("mud-", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(names);
        Assert.Empty(names.Where(v => !own.Contains(v.Name)).Select(v => $"{v.File}: --{v.Name}"));
    }

    private static bool IsOutput(string path) => path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PovertyDashboard.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("PovertyDashboard.sln was not found above the tests.");
    }

    [GeneratedRegex(@"(?<![\w&/])#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})(?![\w-])")]
    private static partial Regex Hex();

    [GeneratedRegex(@"--([\w-]+)\s*:")]
    private static partial Regex Declared();

    [GeneratedRegex(@"var\(--([\w-]+)")]
    private static partial Regex Var();
}

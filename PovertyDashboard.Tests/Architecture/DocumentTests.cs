using System.Text.RegularExpressions;

namespace PovertyDashboard.Tests.Architecture;

/// <summary>Documents stay true: what they name exists, and what exists is named.</summary>
public sealed partial class DocumentTests
{
    private const string Decisions = "PovertyDashboard/docs/adr";

    private static readonly string Readme = SourceTree.Text("README.md");

    public static TheoryData<string> Documents =>
        [.. new[] { "README.md", ".github/CONTRIBUTING.md" }.Concat(Directory.EnumerateFiles(SourceTree.Full(Decisions), "*.md").Select(f => $"{Decisions}/{Path.GetFileName(f)}"))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file(string document)
    {
        var folder = Path.GetDirectoryName(SourceTree.Full(document))!;

        var targets = Link().Matches(SourceTree.Text(document)).Select(m => m.Groups["target"].Value).Where(t => !t.Contains("://", StringComparison.Ordinal));

        Assert.DoesNotContain(targets, t => !File.Exists(Path.Combine(folder, t)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_that_is_named_exists(string document)
    {
        // The recipe's example room is not in the source.
        var named = NamedFile().Matches(SourceTree.Text(document)).Select(m => m.Groups["path"].Value).Where(p => !p.Contains("Proposals/", StringComparison.Ordinal));

        Assert.DoesNotContain(named, p => !File.Exists(SourceTree.Full(p)) && !File.Exists(SourceTree.Full($"PovertyDashboard/{p}")));
    }

    [Fact]
    public void The_README_gives_an_example_of_every_verb()
    {
        var verbs = SourceTree.SiteCode.Where(f => f.Folder == "Commands").SelectMany(f => Verb().Matches(f.Code)).Select(m => m.Groups["name"].Value).ToList();

        Assert.Superset(new HashSet<string> { "import", "export", "template", "measures", "demo", "verify", "user" }, verbs.ToHashSet());
        Assert.All(verbs, verb => Assert.Contains($"`{verb}", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void The_README_says_what_is_in_every_folder()
    {
        var folders = SourceTree.Site.Select(f => f.Folder).Where(f => f.Length > 0).Distinct().ToList();

        Assert.Contains("Ledgers", folders);
        Assert.All(folders, folder => Assert.Contains($"{folder}/`", Readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Decisions_are_numbered_listed_and_complete()
    {
        var index = SourceTree.Text($"{Decisions}/README.md");
        var decisions = Directory.EnumerateFiles(SourceTree.Full(Decisions), "????-*.md").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(decisions);
        Assert.Equal(Enumerable.Range(1, decisions.Count), decisions.Select(d => int.Parse(d[..4], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(decisions, name => Assert.Contains($"({name})", index, StringComparison.Ordinal));
        Assert.All(decisions, name => Assert.All(
            new[] { $"# {name[..4]} ", "\n## Situation\n", "\n## Decision\n", "\n## Consequences\n" },
            part => Assert.Contains(part, SourceTree.Text($"{Decisions}/{name}").ReplaceLineEndings("\n"), StringComparison.Ordinal)));
    }

    /// <summary>Pictures are made by the browser tests and so are not demanded here.</summary>
    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>[\w.]+(?:/[\w.]+)+\.(?:cs|json|csv|css|js|txt))`")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"\bnew\s+Command\(""(?<name>\w+)""")]
    private static partial Regex Verb();
}

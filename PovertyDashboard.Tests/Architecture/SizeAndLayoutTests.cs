using System.Xml.Linq;

namespace PovertyDashboard.Tests.Architecture;

/// <summary>What a newcomer meets first: short files, a short Program.cs, a tidy top level, versions in one place.</summary>
public sealed class SizeAndLayoutTests
{
    private const int LongestFile = 250, LongestProgram = 80;

    private static readonly string[] TopLevel =
    [
        "PovertyDashboard.sln", "README.md", "data", "PovertyDashboard", "PovertyDashboard.Tests", "Directory.Build.props", "Directory.Packages.props", "global.json",
        // Made by tools and ignored by git.
        "TestResults", "artifacts", "BenchmarkDotNet.Artifacts",
    ];

    private static readonly string[] Projects = ["PovertyDashboard/PovertyDashboard.csproj", "PovertyDashboard.Tests/PovertyDashboard.Tests.csproj", "Directory.Build.props"];

    [Fact]
    public void No_file_is_longer_than_250_lines()
    {
        Assert.All(new[] { ".cs", ".razor", ".css", ".js" }, extension => Assert.Contains(SourceTree.All, f => f.Extension == extension));
        Assert.Empty(SourceTree.All.Where(f => f.Lines > LongestFile).Select(f => $"{f.Path}: {f.Lines} lines"));
    }

    [Fact]
    public void Program_fits_on_one_screen() => Assert.InRange(SourceTree.Site.Single(f => f.Path == "PovertyDashboard/Program.cs").Lines, 20, LongestProgram);

    [Fact]
    public void The_top_level_holds_the_solution_its_two_projects_the_data_and_build_files()
    {
        var visible = Directory.EnumerateFileSystemEntries(SourceTree.Root).Select(e => Path.GetFileName(e)!).Where(name => !name.StartsWith('.')).ToList();

        Assert.Superset(new HashSet<string> { "PovertyDashboard.sln", "README.md", "data", "PovertyDashboard", "PovertyDashboard.Tests" }, visible.ToHashSet());
        Assert.Empty(visible.Except(TopLevel));
    }

    [Fact]
    public void Every_version_of_a_package_is_named_centrally()
    {
        var central = Load("Directory.Packages.props");
        var versions = central.Descendants("PackageVersion").ToDictionary(p => (string)p.Attribute("Include")!, p => (string)p.Attribute("Version")!);
        var references = Projects.SelectMany(p => Load(p).Descendants("PackageReference")).ToList();

        Assert.Equal("true", (string?)central.Descendants("ManagePackageVersionsCentrally").Single());
        Assert.True(references.Count > 10, $"Only {references.Count} package references were found.");
        Assert.All(references, r => Assert.Contains((string)r.Attribute("Include")!, versions.Keys));
        Assert.DoesNotContain(references, r => new[] { "Version", "VersionOverride" }.Any(name => r.Attribute(name) is not null || r.Element(name) is not null));
        Assert.All(versions, v => Assert.Matches(@"^\d+(\.\d+){1,3}$", v.Value));
    }

    private static XElement Load(string path) => XElement.Parse(SourceTree.Text(path));
}

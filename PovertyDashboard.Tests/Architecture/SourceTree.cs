using System.Text.RegularExpressions;

namespace PovertyDashboard.Tests.Architecture;

/// <summary>One source file of the repository.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The folder below the project: Ledgers, Features, Data …; empty for files beside the project file.</summary>
    public string Folder => Path.Split('/') is [_, var folder, _, ..] ? folder : "";

    public string Extension => System.IO.Path.GetExtension(Path);

    public int Lines => Text.Split('\n').Length - (Text.EndsWith('\n') ? 1 : 0);

    /// <summary>The text without comments: a law may be named in prose without being broken.</summary>
    public string Code => field ??= SourceTree.WithoutComments(Text);

    public override string ToString() => Path;
}

/// <summary>The repository's own files, found upwards from the folder of the test program.</summary>
internal static partial class SourceTree
{
    private static readonly string[] Extensions = [".cs", ".razor", ".css", ".js"];

    public static string Root { get; } = FindRoot();

    /// <summary>Hand-written files of the site; migrations are generated.</summary>
    public static IReadOnlyList<SourceFile> Site { get; } = [.. Read("PovertyDashboard").Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    public static IReadOnlyList<SourceFile> Tests { get; } = [.. Read("PovertyDashboard.Tests")];

    public static IReadOnlyList<SourceFile> All { get; } = [.. Site, .. Tests];

    public static IEnumerable<SourceFile> SiteCode => Site.Where(f => f.Extension is ".cs" or ".razor");

    public static string Full(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    public static string Text(string path) => File.ReadAllText(Full(path));

    /// <summary>Lines of the files that match, as path:line and text, for a message that leads to the place.</summary>
    public static IReadOnlyList<string> Hits(IEnumerable<SourceFile> files, Regex pattern) =>
        [.. files.SelectMany(f => pattern.Matches(f.Code).Select(m => $"{f.Path}: {m.Value.Trim()}")).Distinct()];

    /// <summary>Strings are matched first and kept, so that the slashes of an address begin no comment.</summary>
    public static string WithoutComments(string text) => CommentOrString().Replace(text, m => m.Groups["comment"].Success ? "" : m.Value);

    private static IEnumerable<SourceFile> Read(string project) =>
        Directory.EnumerateFiles(Full(project), "*", SearchOption.AllDirectories)
            .Where(f => Extensions.Contains(Path.GetExtension(f)))
            .Select(f => (Full: f, Path: Path.GetRelativePath(Root, f).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(f => !f.Path.Contains("/bin/", StringComparison.Ordinal) && !f.Path.Contains("/obj/", StringComparison.Ordinal))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new SourceFile(f.Path, File.ReadAllText(f.Full)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "PovertyDashboard.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("The architecture tests read the source: run them from a build inside the repository.");
    }

    [GeneratedRegex("""
        "{3}[\s\S]*?"{3} | @"(?:[^"]|"")*" | "(?:\\.|[^"\\\r\n])*" | '(?:\\[^'\r\n]+|[^'\\\r\n])' |
        (?<comment> //[^\r\n]* | /\*[\s\S]*?\*/ | @\*[\s\S]*?\*@ | <!--[\s\S]*?--> )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentOrString();
}

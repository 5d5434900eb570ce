using System.Text.RegularExpressions;

namespace PovertyDashboard.Tests.Architecture;

/// <summary>Nothing is left for later and nothing public is left unsaid.</summary>
public sealed partial class LooseEndTests
{
    /// <summary>Only the host's test factory needs it to be public.</summary>
    private const string Entry = "PovertyDashboard/Program.cs";

    private static readonly string[] Shared = ["Ledgers", "Loop", "Live", "Regions", "Security"];

    // Put together, so that this file holds none of them.
    private static readonly Regex Left = new(@"\b(" + string.Join('|', "TO" + "DO", "FIX" + "ME", "HA" + "CK", "XX" + "X", "NotImplemented" + "Exception") + @")\b");

    private static readonly Regex Skipped = new(@"\b(Skip\s*=" + @"\s*""|Skip" + @"(Exception|When|Unless)\b|Assert\.Skip)");

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var hits = SourceTree.All.SelectMany(f => Left.Matches(f.Text).Select(m => $"{f.Path}: {m.Value}"));

        Assert.True(SourceTree.All.Count > 300, $"Only {SourceTree.All.Count} files were read.");
        Assert.Matches(Left, "// TO" + "DO: later");
        Assert.Empty(hits);
    }

    [Fact]
    public void No_test_is_skipped()
    {
        var tests = SourceTree.Tests.Where(f => TestAttribute().IsMatch(f.Code)).ToList();

        Assert.True(tests.Count > 20, $"Only {tests.Count} files with tests were found.");
        Assert.Matches(Skipped, "[Fact(Skip " + "= \"slow\")]");
        Assert.Empty(SourceTree.Hits(tests, Skipped));
    }

    [Fact]
    public void Every_public_type_says_in_one_sentence_what_it_is()
    {
        var types = SourceTree.Site.Where(f => f.Extension == ".cs" && f.Path != Entry).SelectMany(PublicTypes).ToList();

        Assert.All(Shared, folder => Assert.Contains(types, t => t.Folder == folder));
        // A part of a partial type may leave it to another.
        Assert.Empty(types.GroupBy(t => (t.Folder, t.Name)).Where(g => !g.Any(t => t.HasSummary)).SelectMany(g => g.Select(t => $"{t.Path}: {t.Name}")));
    }

    private static IEnumerable<(string Path, string Folder, string Name, bool HasSummary)> PublicTypes(SourceFile file)
    {
        var lines = file.Text.Split('\n').Select(l => l.Trim()).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            if (PublicType().Match(lines[i]) is not { Success: true } type) continue;
            var above = i - 1;
            while (above >= 0 && lines[above].StartsWith('[')) above--;
            var comment = lines.Take(above + 1).Reverse().TakeWhile(l => l.StartsWith("///", StringComparison.Ordinal));
            yield return (file.Path, file.Folder, type.Groups["name"].Value, comment.Any(l => l.Contains("<summary>", StringComparison.Ordinal)));
        }
    }

    [GeneratedRegex(@"\[(Fact|Theory)\b")]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"^public\s+(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:record\s+struct|record\s+class|class|record|struct|interface|enum|delegate\s+[\w<>\[\]?,. ]+?)\s+(?<name>\w+)")]
    private static partial Regex PublicType();
}

using System.Text.RegularExpressions;

namespace PovertyDashboard.Tests.Architecture;

/// <summary>
/// On a slow line the answer to one letter arrives after the next was typed. Only a bound field knows what it has been told; one that is
/// merely given its value has the later letters taken away again.
/// </summary>
public sealed partial class TypedTextTests
{
    [Fact]
    public void A_field_that_is_heard_while_it_is_typed_is_bound()
    {
        var pages = SourceTree.Site.Where(f => f.Extension == ".razor").ToList();

        Assert.Contains(pages, f => f.Text.Contains("@bind:event=\"oninput\"", StringComparison.Ordinal));
        Assert.Matches(Heard(), "<input value=\"@text\" @oninput=\"Type\" />");
        Assert.Empty(SourceTree.Hits(pages, Heard()));
    }

    [GeneratedRegex("@oninput=")]
    private static partial Regex Heard();
}

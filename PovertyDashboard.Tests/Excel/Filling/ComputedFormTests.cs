using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Excel.Filling;

/// <summary>A spreadsheet program opens the filled form and its formulas come to what they should.</summary>
public sealed class ComputedFormTests
{
    [Fact]
    public async Task Totals_shares_and_the_second_sheet_are_right_when_the_file_is_opened()
    {
        var rows = Enumerable.Range(1, 40).Select(n => new object[] { $"户主 {n}", n, 100m * n }.Select(FilledBook.Of).ToArray()).ToArray();
        var book = await FilledBook.FillAsync(CountyForm.File, new SheetFill(CountyForm.Details, [], FilledBook.Block(CountyForm.Block, [1, 3, 4], rows)));

        var details = await LibreOffice.ComputeAsync(book.Content, 1);
        // 1 + 2 + … + 40, and a hundred of each.
        Assert.Equal(("820", "82000"), (Plain(details[45][3]), Plain(details[45][4])));
        Assert.Equal(("164000", "82000"), (Plain(details[46][4]), Plain(details[2][3])));
        Assert.Equal(["100%", "0.1219%", "4.8780%"], new[] { 45, 5, 44 }.Select(line => details[line][6]).Select(share => share.Length > 7 ? share[..6] + "%" : share));
        var summary = await LibreOffice.ComputeAsync(book.Content, 2);
        Assert.Equal([["82000", "164000"], ["82000", "164000"], ["82040", "164080"]], summary.Take(3).Select(line => line.Take(2)));
    }

    /// <summary>82,000.00 without its dress.</summary>
    private static string Plain(string shown) => shown.Replace(",", "", StringComparison.Ordinal).Replace(".00", "", StringComparison.Ordinal);
}

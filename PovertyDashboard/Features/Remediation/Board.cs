using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Remediation;

/// <summary>One place of the board (清零台账的一行): its open problems by category and what moved since yesterday.</summary>
/// <param name="IsOwn">True for the rows that the place itself owns, beside those of the places below it (本级).</param>
/// <param name="Open">Category → open problems.</param>
/// <param name="Overdue">Category → those of them that are overdue.</param>
/// <param name="Before">Category → open problems of yesterday.</param>
public sealed record BoardRow(
    long Region, string Name, bool IsOwn, IReadOnlyDictionary<string, long> Open, IReadOnlyDictionary<string, long> Overdue, IReadOnlyDictionary<string, long> Before,
    long Found, long Closed, long OpenYesterday)
{
    public long OpenTotal => Open.Values.Sum();

    public long OverdueTotal => Overdue.Values.Sum();

    /// <summary>Open today against yesterday: closed and found offset each other.</summary>
    public long Change => OpenTotal - OpenYesterday;

    /// <summary>The same for one category.</summary>
    public long ChangeOf(string category) => Open.GetValueOrDefault(category) - Before.GetValueOrDefault(category);

    /// <summary>清零: problems were found and none is left open.</summary>
    public bool IsCleared => Found > 0 && OpenTotal == 0;

    public decimal? ClosingRate => Found == 0 ? null : 100m * Closed / Found;

    /// <summary>The list behind a figure of the row.</summary>
    public string Href(Measure measure, string? category = null) => ProblemAddress.List(measure, Region, category);
}

/// <summary>The zero-clearing board (清零看板): places × categories, worst first, with the total of the region.</summary>
/// <param name="Categories">Categories in list order.</param>
public sealed record Board(IReadOnlyList<string> Categories, IReadOnlyList<BoardRow> Rows, BoardRow Total)
{
    private const int Shades = 3;

    public int Cleared => Rows.Count(r => r.IsCleared);

    /// <summary>Places where anything was found.</summary>
    public int Concerned => Rows.Count(r => r.Found > 0);

    private long Most => Rows.SelectMany(r => r.Open.Values).DefaultIfEmpty().Max();

    /// <summary>Shade of a cell, 0 for nought to 3 for the most.</summary>
    public int Shade(long count) => count == 0 ? 0 : (int)Math.Ceiling(Shades * (double)count / Most);

    /// <summary>Overdue first, then open, then the order of places.</summary>
    public static IReadOnlyList<BoardRow> Sorted(IEnumerable<BoardRow> rows) =>
        [.. rows.OrderByDescending(r => r.OverdueTotal).ThenByDescending(r => r.OpenTotal).ThenBy(r => r.Region)];
}

/// <summary>Addresses of the remediation room's pages.</summary>
public static class ProblemAddress
{
    public const string Board = "/remediation/board";

    public static string Of(long id) => $"/problems/{id}";

    public static string List(Measure measure, long? region, string? category = null)
    {
        var query = new LedgerQuery { Measure = measure.Key, Region = region };
        return $"/ledgers/{ProblemLedger.Key}{query.WithFilter(ProblemLedger.Category.Key, category).ToQueryString()}";
    }
}

using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Where a figure leads (名单链接): the ledger's list whose row count is the figure, or the same page one level down.</summary>
public static class FigureHref
{
    public static string List(Measure measure, long region, params IEnumerable<ColumnFilter> filters)
    {
        var query = new LedgerQuery { Region = region, Measure = measure.Key, Filters = [.. filters] };
        return $"/ledgers/{measure.Ledger.Key}{query.ToQueryString()}";
    }

    /// <summary>A condition on one code text; a row without the code is found by 空.</summary>
    public static ColumnFilter Is(Column column, string text) => new(column.Key, text.Length == 0 ? LedgerFilter.Blank : text);

    /// <param name="region">The place.</param>
    /// <param name="topic">Key of the page of a system; empty for the overview.</param>
    public static string Overview(long region, string topic = "") => string.Create(CultureInfo.InvariantCulture, $"{(topic.Length == 0 ? "/" : $"/overview/{topic}")}?region={region}");

    public static string Screen(long region) => string.Create(CultureInfo.InvariantCulture, $"/screen?region={region}");
}

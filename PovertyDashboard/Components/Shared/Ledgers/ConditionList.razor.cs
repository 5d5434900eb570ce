using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The conditions in force, each with × (当前条件), and whether the list agrees with its measure.</summary>
public sealed partial class ConditionList(LedgerCatalog catalog, RegionDirectory regions, CurrentUser user, Clock clock) : ComponentBase
{
    private IReadOnlyList<(string Text, LedgerQuery Without)> conditions = [];

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerQuery Query { get; set; } = default!;

    /// <summary>Rows of the list.</summary>
    [Parameter]
    public int Total { get; set; }

    /// <summary>Rows that the selected measure counts in the region.</summary>
    [Parameter]
    public long Figure { get; set; }

    /// <summary>「共 72 条，与指标“未销号 72 件”一致」</summary>
    private string Sentence
    {
        get
        {
            var count = $"共 {FigureText.Count(Total)} {Ledger.Unit}";
            if (Query.Measure is not { } key || catalog.Measure(key) is not { } measure) return count;
            var named = $"指标“{measure.Title} {FigureText.Count(Figure)} {Ledger.Unit}”";
            if (Total == Figure) return $"{count}，与{named}一致";
            return Query.Search.Length > 0 || Query.Filters.Count > 0 ? $"{count}，在{named}之内" : count;
        }
    }

    /// <summary>The query without its conditions; order and page size stay.</summary>
    public static LedgerQuery Cleared(LedgerQuery query) => new() { Sort = query.Sort, Size = query.Size };

    /// <summary>The conditions in words, each with the query that leaves it out.</summary>
    public static IReadOnlyList<(string Text, LedgerQuery Without)> Of(Ledger ledger, LedgerQuery query, LedgerCatalog catalog, RegionTree tree, RegionScope scope, DateOnly today)
    {
        var list = new List<(string, LedgerQuery)>();
        var first = query with { Cursor = "" };
        if (query.Measure is { } key && catalog.Measure(key) is { } measure) list.Add(($"指标：{measure.Title}", first with { Measure = null }));
        if (query.Region is { } region) list.Add(($"地区：{scope.NameOf(region, tree)}", first with { Region = null }));
        if (query.Search.Length > 0) list.Add(($"查找：“{query.Search}”", first with { Search = "" }));
        if (query.Ids.Count > 0) list.Add(($"所选 {query.Ids.Count} {ledger.Unit}", first with { Ids = [] }));
        foreach (var filter in query.Filters)
            if (ledger.Columns.FirstOrDefault(c => c.Key == filter.Column || c.Header == filter.Column) is { Member: not null } column)
                list.Add((ConditionText.Of(column, filter.Value, today), first with { Filters = [.. query.Filters.Where(f => f != filter)] }));
        return list;
    }

    protected override void OnParametersSet() => conditions = Of(Ledger, Query, catalog, regions.Tree, user.Identity.Scope, clock.Today);
}

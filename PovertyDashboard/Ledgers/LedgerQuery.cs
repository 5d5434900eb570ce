using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PovertyDashboard.Ledgers;

/// <summary>A condition on one column (条件): texts joined by |, or a range from..to with either end open.</summary>
/// <param name="Column">Key of the column.</param>
/// <param name="Value">Code texts 因病|因残; range 2020-07-01..2020-08-21; else a part of the text. 空 means not given.</param>
public readonly record struct ColumnFilter(string Column, string Value);

/// <summary>
/// What a list shows (查询): the same query string drives the page, its export and the verbs' --where,
/// so the list that is seen is the list that is exported.
/// </summary>
public sealed record LedgerQuery
{
    public const int DefaultSize = 20;

    public static readonly IReadOnlyList<int> Sizes = [20, 50, 100];

    /// <summary>Key of the region; null means the user's whole scope.</summary>
    public long? Region { get; init; }

    public string? Measure { get; init; }

    public string Search { get; init; } = "";

    public IReadOnlyList<ColumnFilter> Filters { get; init; } = [];

    /// <summary>Ids of the rows that were selected (导出所选); empty for all.</summary>
    public IReadOnlyList<long> Ids { get; init; } = [];

    /// <summary>Key of the sorted column, with a leading minus for descending; empty for the ledger's default.</summary>
    public string Sort { get; init; } = "";

    /// <summary>Opaque place after (or before) which the page begins; empty for the first page.</summary>
    public string Cursor { get; init; } = "";

    public int Size { get; init; } = DefaultSize;

    /// <summary>How free texts stand in this query's addresses; null where it stands in none (verbs, audit trail).</summary>
    public TextSeal? Seal { get; init; }

    public bool IsFiltered => Search.Length > 0 || Filters.Count > 0 || Measure is not null;

    public static LedgerQuery Parse(string queryString, TextSeal? seal = null) => Parse(QueryHelpers.ParseQuery(queryString), seal);

    public static LedgerQuery Parse(IEnumerable<KeyValuePair<string, StringValues>> values, TextSeal? seal = null)
    {
        var query = new LedgerQuery { Seal = seal };
        var filters = new List<ColumnFilter>();
        foreach (var (name, all) in values)
        {
            var value = all.ToString();
            if (value.Length == 0) continue;
            query = name switch
            {
                "region" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var key) => query with { Region = key },
                "measure" => query with { Measure = value },
                "q" => query with { Search = Read(value).Trim() },
                "ids" => query with { Ids = [.. value.Split('|').Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0)] },
                "sort" => query with { Sort = value },
                "at" => query with { Cursor = value },
                "size" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) => query with { Size = size },
                _ => query,
            };
            if (name.StartsWith("f.", StringComparison.Ordinal)) filters.Add(new ColumnFilter(name[2..], Read(value)));
        }

        return query with { Filters = filters };

        string Read(string value) => seal?.Read(value) ?? value;
    }

    /// <summary>The query string with its leading question mark; empty when nothing is asked.</summary>
    public string ToQueryString(bool withPage = true)
    {
        var text = new StringBuilder();
        Add("region", Region?.ToString(CultureInfo.InvariantCulture));
        Add("measure", Measure);
        Add("q", Seal?.Texts.Close(Search) ?? Search);
        foreach (var filter in Filters) Add("f." + filter.Column, Seal?.Of(filter) ?? filter.Value);
        Add("ids", string.Join('|', Ids));
        Add("sort", Sort);
        if (withPage) Add("at", Cursor);
        if (withPage && Size != DefaultSize) Add("size", Size.ToString(CultureInfo.InvariantCulture));
        return text.ToString();

        void Add(string name, string? value)
        {
            if (string.IsNullOrEmpty(value)) return;
            text.Append(text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    public string? FilterOf(string column) => Filters.Where(f => f.Column == column).Select(f => f.Value).FirstOrDefault();

    /// <summary>The query with the condition set, or removed when the value is empty; starts at the first page again.</summary>
    public LedgerQuery WithFilter(string column, string? value)
    {
        var others = Filters.Where(f => f.Column != column);
        return this with { Filters = string.IsNullOrEmpty(value) ? [.. others] : [.. others, new ColumnFilter(column, value)], Cursor = "" };
    }
}

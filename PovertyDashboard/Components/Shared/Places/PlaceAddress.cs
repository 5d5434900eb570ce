using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PovertyDashboard.Components.Shared.Places;

/// <summary>The chosen place in addresses (地区参数): every page that is about a place reads it from there.</summary>
public static class PlaceAddress
{
    private const string Name = "region";

    /// <summary>What belongs to the list of one place only: its page and the row whose dialog is open.</summary>
    private static readonly string[] OfOneList = ["at", "row"];

    /// <summary>The place that the address names, or null.</summary>
    public static long? Of(string uri) =>
        Query(uri).TryGetValue(Name, out var value) && long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    /// <summary>The same page about another place; null for the user's own.</summary>
    public static string With(string uri, long? region)
    {
        var parts = Query(uri).Where(p => p.Key != Name && !OfOneList.Contains(p.Key)).ToList();
        if (region is { } key) parts.Insert(0, new(Name, key.ToString(CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString(uri.Split('?', '#')[0], parts);
    }

    /// <summary>The address of another page, about the place that this page is about.</summary>
    public static string Keep(string uri, string href) => Of(uri) is { } key && Of(href) is null ? With(href, key) : href;

    private static Dictionary<string, StringValues> Query(string uri)
    {
        var at = uri.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? [] : QueryHelpers.ParseQuery(uri[at..].Split('#')[0]);
    }
}

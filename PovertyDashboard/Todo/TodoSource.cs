using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Todo;

/// <summary>Counts one kind of waiting work for a user inside his places.</summary>
public delegate Task<long> TodoCounter(IServiceProvider services, UserIdentity user, CancellationToken ct);

/// <summary>A kind of work that waits for somebody (待办); the room whose page does the work registers it.</summary>
/// <param name="Title">What is to be done, such as 待交办的问题.</param>
/// <param name="Icon">An outlined Material icon.</param>
/// <param name="Href">The list where it is done; its number of rows is the count.</param>
/// <param name="Order">Its place in the list: the most pressing first.</param>
/// <param name="Needs">Only users with this right are told of it.</param>
/// <param name="Count">Counts it.</param>
public sealed record TodoSource(string Title, string Icon, string Href, int Order, Act Needs, TodoCounter Count)
{
    /// <summary>Unit of the count, such as 件.</summary>
    public string Unit { get; init; } = "件";

    /// <summary>Work that is already late: it is shown in red.</summary>
    public bool IsLate { get; init; }

    /// <summary>The rows of a measure as work: the list that opens is the measure's, so figure and list agree.</summary>
    public static TodoSource Of(RowMeasure measure, string title, string icon, int order, Act needs) =>
        new(title, icon, $"/ledgers/{measure.Ledger.Key}?measure={measure.Key}", order, needs, (services, user, ct) => CountAsync(services, measure, user, ct)) { Unit = measure.Unit };

    /// <summary>As above, for a measure that is made from settings and so known by its key only.</summary>
    public static TodoSource Of(Ledger ledger, string measure, string title, string icon, int order, Act needs) =>
        new(title, icon, $"/ledgers/{ledger.Key}?measure={measure}", order, needs, async (services, user, ct) =>
            services.GetRequiredService<LedgerCatalog>().Measure(measure) is RowMeasure found ? await CountAsync(services, found, user, ct) : 0)
        { Unit = ledger.Unit };

    private static async Task<long> CountAsync(IServiceProvider services, RowMeasure measure, UserIdentity user, CancellationToken ct)
    {
        var tree = services.GetRequiredService<RegionDirectory>().Tree;
        if (tree.Nodes.Count == 0) return 0;
        return (await services.GetRequiredService<RegionTotals>().FigureAsync(measure, tree.Nodes[0].Key, user.Scope, ct)).Count;
    }
}

/// <summary>A kind of waiting work with its count (待办项).</summary>
public sealed record TodoLine(TodoSource Source, long Count);

/// <summary>The one number that stands for all waiting work: what is late, else what waits. A late row is also a waiting one, so they are never added.</summary>
/// <param name="Count">That number.</param>
/// <param name="IsLate">Whether it counts late work.</param>
public readonly record struct TodoHeadline(long Count, bool IsLate)
{
    public static TodoHeadline Of(IReadOnlyList<TodoLine> lines)
    {
        var late = lines.Where(l => l.Source.IsLate).Sum(l => l.Count);
        return late > 0 ? new TodoHeadline(late, true) : new TodoHeadline(lines.Where(l => !l.Source.IsLate).Sum(l => l.Count), false);
    }

    public string Words => IsLate ? $"逾期 {Count} 项" : $"待办 {Count} 项";
}

using PovertyDashboard.Security;

namespace PovertyDashboard.Todo;

/// <summary>Reads what waits for the user (待办): by his rights, inside his places.</summary>
public sealed class TodoReader(IEnumerable<TodoSource> sources, IServiceProvider services, CurrentUser user)
{
    /// <summary>Every kind of work that the user does, the most pressing first; those with nothing waiting have the count 0.</summary>
    public async Task<IReadOnlyList<TodoLine>> ReadAsync(CancellationToken ct)
    {
        var lines = new List<TodoLine>();
        foreach (var source in sources.Where(s => user.Identity.May(s.Needs)).OrderBy(s => s.Order))
            lines.Add(new TodoLine(source, await source.Count(services, user.Identity, ct)));
        return lines;
    }
}

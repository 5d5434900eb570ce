using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration;

/// <summary>One line of what administrators did to a thing (变更记录).</summary>
/// <param name="At">Local time.</param>
/// <param name="What">名称 前王庄村 → 王庄村.</param>
public sealed record AdminHistoryLine(DateTime At, string User, string Action, string What);

/// <summary>Reads the history of reference data from the audit trail (变更记录).</summary>
public static class AdminHistory
{
    private const int Most = 20;

    public static async Task<IReadOnlyList<AdminHistoryLine>> OfAsync(AppDbContext db, string subject, IReadOnlyList<long> rows, CancellationToken ct)
    {
        var entries = await db.Audit.AsNoTracking().Where(a => a.Subject == subject && rows.Contains(a.RowId)).OrderByDescending(a => a.Id).Take(Most).ToListAsync(ct);
        return [.. entries.Select(e => new AdminHistoryLine(Clock.ToLocal(e.At), e.User, e.Action, WordsOf(e.Details)))];
    }

    private static string WordsOf(string details)
    {
        using var parsed = JsonDocument.Parse(details);
        return string.Join("；", parsed.RootElement.EnumerateObject().Select(p => $"{p.Name} {string.Join(" → ", p.Value.EnumerateArray().Select(TextOf))}"));
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "（空）",
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : "（空）",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        _ => value.ToString().ToString(CultureInfo.InvariantCulture),
    };
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PovertyDashboard.Data;

/// <summary>Pure functions of the audit trail: the hash chain and the text of a change.</summary>
public static class AuditTrail
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The hash of an entry that follows one with <paramref name="previous"/>.</summary>
    public static string HashOf(string previous, AuditEntry entry)
    {
        // A DateTime comes back from the store without its kind.
        var at = DateTime.SpecifyKind(entry.At, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture);
        var line = string.Join('\n', previous, at, entry.User, entry.Action, entry.Subject,
            entry.RowId.ToString(CultureInfo.InvariantCulture), entry.Region.ToString(CultureInfo.InvariantCulture), entry.Details);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
    }

    /// <summary>The changed values as JSON: property → [old, new].</summary>
    public static string Describe(IReadOnlyDictionary<string, object?[]> changes) => JsonSerializer.Serialize(changes, Readable);
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace PovertyDashboard.Commands;

/// <summary>JSON as verbs print it: camelCase, Chinese readable.</summary>
internal static class VerbJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static string Of(object value) => JsonSerializer.Serialize(value, Options);
}

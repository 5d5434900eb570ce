namespace PovertyDashboard.Ledgers;

/// <summary>Masking of values that tell of a person (脱敏): ID 前6后4, phone 前3后4, card 后4, health withheld.</summary>
public static class Mask
{
    /// <summary>What stands for a value that is withheld as a whole.</summary>
    public const string Withheld = "＊＊";

    public static object? Value(Sensitivity sensitivity, object? value) =>
        value is string text ? Text(sensitivity, text) : sensitivity == Sensitivity.None ? value : value is null ? null : "＊";

    public static string Text(Sensitivity sensitivity, string text) => sensitivity switch
    {
        _ when text.Length == 0 => text,
        Sensitivity.Identity => Middle(text, 6, 4),
        Sensitivity.Phone => Middle(text, 3, 4),
        Sensitivity.Bank => text.Length > 4 ? $"尾号 {text[^4..]}" : "****",
        Sensitivity.Health or Sensitivity.Clinical => Withheld,
        _ => text,
    };

    /// <summary>Whether a text from a sheet is a masked value, which means "not given".</summary>
    public static bool IsMasked(string text) =>
        text.Contains("***", StringComparison.Ordinal) || text.Contains('＊', StringComparison.Ordinal) || text.StartsWith("尾号", StringComparison.Ordinal);

    private static string Middle(string text, int head, int tail) =>
        text.Length <= head + tail ? new string('*', text.Length) : string.Concat(text.AsSpan(0, head), new string('*', text.Length - head - tail), text.AsSpan(text.Length - tail));
}

using System.Buffers;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Names that Excel accepts for a tab (工作表名).</summary>
internal static class SheetNames
{
    private const int Longest = 31;
    private const string Fallback = "台账";
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(":\\/?*[]'");

    public static string Clean(string name)
    {
        var clean = string.Concat(name.Select(c => Forbidden.Contains(c) || char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
        clean = clean[..Math.Min(clean.Length, Longest)].TrimEnd();
        // Excel keeps this name for itself.
        return clean.Length == 0 || clean.Equals("History", StringComparison.OrdinalIgnoreCase) ? Fallback : clean;
    }
}

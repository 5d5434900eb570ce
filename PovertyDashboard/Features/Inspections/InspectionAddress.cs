using System.Globalization;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The addresses of inspections (督查地址).</summary>
public static class InspectionAddress
{
    public const string Overview = "/inspections";

    /// <summary>Kinds of problem that recur (倾向性、苗头性问题).</summary>
    public const string Recurring = "/inspections/recurring";

    public static string Of(long plan) => string.Create(CultureInfo.InvariantCulture, $"{Overview}/{plan}");

    /// <summary>The interview of a drawn household.</summary>
    public static string Interview(long plan, long sample) => string.Create(CultureInfo.InvariantCulture, $"{Overview}/{plan}/interview/{sample}");
}

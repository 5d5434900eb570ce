using System.Globalization;

namespace PovertyDashboard.Features.Works;

/// <summary>The addresses of audits in homes (审计地址); a home is named by one of its lines, its audit or its household, never by a name.</summary>
public static class AuditAddress
{
    /// <summary>Homes that wait, and the sums of every place.</summary>
    public const string All = "/works/audits";

    private const string One = "/works/audit";

    public static string OfLine(long line) => string.Create(CultureInfo.InvariantCulture, $"{One}/line/{line}");

    public static string OfHousehold(long household) => string.Create(CultureInfo.InvariantCulture, $"{One}/household/{household}");

    public static string Of(long audit) => string.Create(CultureInfo.InvariantCulture, $"{One}/{audit}");

    /// <summary>The audit sheet (定案表) of the home with the line.</summary>
    public static string Sheet(long line) => $"{OfLine(line)}/sheet";
}

/// <summary>The addresses of works (改造提升地址).</summary>
public static class WorkAddress
{
    /// <summary>Progress by place.</summary>
    public const string All = "/works";

    public static string Of(long work) => string.Create(CultureInfo.InvariantCulture, $"{All}/{work}");
}

namespace PovertyDashboard.Excel.Reading;

/// <summary>A limit on a sum over parts of a workbook, where reading a part again costs nothing.</summary>
internal sealed class Quota(long limit)
{
    private readonly Dictionary<string, long> highest = new(StringComparer.Ordinal);
    private long sum;

    /// <summary>Records how far a part was read; false when the parts together exceed the limit.</summary>
    public bool Allows(string part, long reached)
    {
        var before = highest.GetValueOrDefault(part);
        if (reached > before)
        {
            highest[part] = reached;
            sum += reached - before;
        }
        return sum <= limit;
    }
}

namespace PovertyDashboard.Ledgers;

/// <summary>
/// The objects of numbers (数值装箱): those that stand in many rows of a file (years, sizes, standard amounts) share one, since each of
/// 20,000 rows keeps some thirty until it is matched.
/// </summary>
internal static class NumberBoxes
{
    private const int Bits = 12;

    private static readonly object?[] Longs = new object?[1 << Bits], Ints = new object?[1 << Bits];

    public static object Of(long value)
    {
        ref var kept = ref Longs[SlotOf(value)];
        return kept is long same && same == value ? kept : kept = value;
    }

    public static object Of(int value)
    {
        ref var kept = ref Ints[SlotOf(value)];
        return kept is int same && same == value ? kept : kept = value;
    }

    private static int SlotOf(long value) => (int)(((ulong)value * 0x9E3779B97F4A7C15) >> (64 - Bits));
}

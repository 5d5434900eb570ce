namespace PovertyDashboard.Excel.Filling;

/// <summary>
/// Adjusts formulas to rows that are put in below block rows (公式调整): what lies below moves down, a range that ends on the block row takes
/// in the whole block, and so does a single cell of it that is summed. In the copies of the block row its own row is each copy's own.
/// </summary>
internal sealed class FormulaShift(IReadOnlyList<RowGrowth> growths)
{
    private static readonly HashSet<string> Aggregates =
    [
        "SUM", "AVERAGE", "COUNT", "COUNTA", "COUNTBLANK", "MAX", "MIN", "PRODUCT", "SUBTOTAL", "AGGREGATE", "COUNTIF", "COUNTIFS", "SUMIF", "SUMIFS", "AVERAGEIF", "AVERAGEIFS", "SUMPRODUCT",
    ];

    /// <summary>A formula that stands outside of blocks.</summary>
    /// <param name="formula">Its text.</param>
    /// <param name="sheet">The sheet on which it stands; null for names of the workbook.</param>
    public string Outside(string formula, string? sheet) => FormulaText.Map(formula, r => GrowthOf(r, sheet) is { } growth ? Grown(r, growth) : r);

    /// <summary>A formula of the block row as it stands in one of its copies; 0 is the row itself.</summary>
    public string Inside(string formula, RowGrowth own, int step) => FormulaText.Map(formula, r => GrowthOf(r, own.Sheet) is not { } growth ? r : growth == own ? Stepped(r, own, step) : Grown(r, growth));

    private RowGrowth? GrowthOf(FormulaReference reference, string? own) =>
        (reference.Sheet ?? own) is { } sheet ? growths.FirstOrDefault(g => g.Extra > 0 && string.Equals(g.Sheet, sheet, StringComparison.OrdinalIgnoreCase)) : null;

    private static FormulaReference Grown(FormulaReference reference, RowGrowth growth)
    {
        if (reference.First.Row is not { } first) return reference;
        if (reference.Last is not { } end)
        {
            var isSummed = first == growth.Row && Aggregates.Contains(reference.Function);
            return reference with { First = At(reference.First, growth.Of(first)), Last = isSummed ? At(reference.First, growth.EndOf(first)) : null };
        }

        var (upper, lower) = InOrder(reference.First, end);
        return reference with { First = At(upper, growth.Of(upper.Row!.Value)), Last = At(lower, growth.EndOf(lower.Row!.Value)) };
    }

    private static FormulaReference Stepped(FormulaReference reference, RowGrowth own, int step)
    {
        if (reference.First.Row is null) return reference;
        if (reference.Last is not { } end) return reference with { First = Step(reference.First, isEnd: false) };
        var (upper, lower) = InOrder(reference.First, end);
        return reference with { First = Step(upper, isEnd: false), Last = Step(lower, isEnd: true) };

        FormulaPoint Step(FormulaPoint point, bool isEnd) =>
            point.Row == own.Row && !point.IsRowFixed ? At(point, own.Row + step) : At(point, isEnd ? own.EndOf(point.Row!.Value) : own.Of(point.Row!.Value));
    }

    /// <summary>E9:E6 is the same as E6:E9.</summary>
    private static (FormulaPoint Upper, FormulaPoint Lower) InOrder(FormulaPoint first, FormulaPoint last) =>
        first.Row <= last.Row ? (first, last) : (At(first, last.Row!.Value) with { IsRowFixed = last.IsRowFixed }, At(last, first.Row!.Value) with { IsRowFixed = first.IsRowFixed });

    private static FormulaPoint At(FormulaPoint point, int row) => point with { Row = row };
}

namespace PovertyDashboard.Ledgers;

/// <summary>Checks a whole row by its declaration (行校验): required, range, length, future dates, code texts, then the ledger's own rules.</summary>
public static class RowValidation
{
    public static IReadOnlyList<Fault> Check(Ledger ledger, IReadOnlyList<Column> columns, LedgerRow row, RowContext context, CodeLists codes)
    {
        var faults = OfColumns(columns, row, context.Today, codes);
        if (faults.Count == 0) faults.AddRange(ledger.Check(row, context));
        return faults;
    }

    /// <summary>The faults of single columns, without the rules of the row.</summary>
    public static List<Fault> OfColumns(IEnumerable<Column> columns, LedgerRow row, DateOnly today, CodeLists codes)
    {
        var faults = new List<Fault>();
        foreach (var column in columns)
            if (!column.IsDerived && FaultOf(column, column.Get(row), row, today, codes) is { } message) faults.Add(new Fault(column.Header, Sentence(column.Header, message)));
        return faults;
    }

    /// <summary>The sentence for a required column in which nothing is given.</summary>
    public static string MissingIn(Column column) => Sentence(column.Header, Missing(column));

    /// <summary>「列：what is wrong。请 …。」</summary>
    public static string Sentence(string header, string fault) => $"{header}：{fault.TrimEnd('。')}。";

    private static string? FaultOf(Column column, object? value, LedgerRow row, DateOnly today, CodeLists codes)
    {
        if (value is null or "" || (column.Kind is ColumnKind.Place or ColumnKind.HouseholdNumber && value is 0L)) return IsMissing(column, row) ? Missing(column) : null;
        return value switch
        {
            string text when text.Length > column.MaxLength => $"超过 {column.MaxLength} 个字（现有 {text.Length} 个）。请缩短",
            string text when column.Kind is ColumnKind.Code && codes.Match(column.CodeList!, text) is null => $"不在代码表（“{text}”）。请从列表中选择",
            // Old rows keep what has been retired since; a new row may not have it.
            string text when row.Id == 0 && RetiredIn(column, text, codes) is { } retired => $"已经停用（“{retired}”）。请从列表中选择",
            string text when column.Kind is ColumnKind.PersonId && PersonIdNumber.FaultOf(text) is { } fault => $"{fault}。请对照证件重新填写",
            DateOnly day when column.NotInFuture && day > today => $"日期在将来（{day:yyyy-MM-dd}，今天是 {today:yyyy-MM-dd}）。请填写不晚于今天的日期",
            DateOnly { Year: < 1900 or > 2100 } => "年份不对。请填写 1900 到 2100 年之间的日期",
            int or long => Outside(column, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static string? RetiredIn(Column column, string text, CodeLists codes) => column.Kind switch
    {
        ColumnKind.Code => codes.IsRetired(column.CodeList!, text) ? text : null,
        ColumnKind.Codes => text.Split(',').FirstOrDefault(part => codes.IsRetired(column.CodeList!, part)),
        _ => null,
    };

    private static bool IsMissing(Column column, LedgerRow row) =>
        column.Required && (column.Kind is not ColumnKind.Place || row.Region == 0);

    private static string Missing(Column column) => column.Kind is ColumnKind.Code or ColumnKind.Place ? "必填项为空。请选择" : "必填项为空。请填写";

    private static string? Outside(Column column, long value)
    {
        if (column.Kind is ColumnKind.Place or ColumnKind.HouseholdNumber) return null;
        if (column.OutOfRange is { } words && (value < column.Min || value > column.Max)) return $"{words}（{Show(column, value)}）。请填写 {Show(column, column.Min ?? 0)} 到 {Show(column, column.Max ?? 0)} 之间的数";
        if (column.Min == 0 && value < 0) return $"为负数（{Show(column, value)}）。请填写不小于 0 的数";
        if (value < column.Min) return $"太小（{Show(column, value)}）。请填写不小于 {Show(column, column.Min.Value)} 的数";
        return value > column.Max ? $"太大（{Show(column, value)}）。请填写不大于 {Show(column, column.Max.Value)} 的数" : null;
    }

    private static string Show(Column column, long value) => column.Scale > 0 ? ColumnText.Scaled(value, column.Scale) : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

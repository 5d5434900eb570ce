namespace PovertyDashboard.Excel.Writing;

/// <summary>What a column of a written sheet holds (列格式).</summary>
public enum CellFormatKind
{
    Text,
    Integer,
    Decimal,
    Money,
    Number,
    Date,
    Month,
}

/// <summary>The format of a column and, for decimals, its number of decimal places.</summary>
public readonly record struct CellFormat
{
    private CellFormat(CellFormatKind kind, int scale)
    {
        Kind = kind;
        Scale = scale;
    }

    public static CellFormat Text { get; } = new(CellFormatKind.Text, 0);

    public static CellFormat Integer { get; } = new(CellFormatKind.Integer, 0);

    /// <summary>An amount in yuan (元); stored as fen, so with two decimal places.</summary>
    public static CellFormat Money { get; } = new(CellFormatKind.Money, 2);

    /// <summary>Numbers of different places in one column, each shown as it is.</summary>
    public static CellFormat Number { get; } = new(CellFormatKind.Number, 0);

    /// <summary>A real date, shown as yyyy-mm-dd.</summary>
    public static CellFormat Date { get; } = new(CellFormatKind.Date, 0);

    /// <summary>A month, written as the text yyyy-MM, since a date would bring a day with it.</summary>
    public static CellFormat Month { get; } = new(CellFormatKind.Month, 0);

    public CellFormatKind Kind { get; }

    public int Scale { get; }

    public static CellFormat Decimal(int scale) => new(CellFormatKind.Decimal, scale);

    internal bool IsNumber => Kind is CellFormatKind.Integer or CellFormatKind.Decimal or CellFormatKind.Money or CellFormatKind.Number;

    /// <summary>The format code of numbers and dates; null for text.</summary>
    internal string? Code => Kind switch
    {
        CellFormatKind.Integer => "0",
        CellFormatKind.Decimal => Scale == 0 ? "0" : "0." + new string('0', Scale),
        CellFormatKind.Money => "#,##0.00",
        CellFormatKind.Number => "General",
        CellFormatKind.Date => "yyyy-mm-dd",
        _ => null,
    };
}

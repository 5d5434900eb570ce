namespace PovertyDashboard.Excel.Writing;

/// <summary>What a written sheet looks like (表样): title, head lines, columns, sign-off and footer.</summary>
public sealed record SheetSpec
{
    /// <summary>The large line on top, e.g. 张寨镇问题整改台账.</summary>
    public required string Title { get; init; }

    /// <summary>Lines under the title, e.g. 填报单位：… 填报日期：… 单位：元.</summary>
    public IReadOnlyList<string> HeadLines { get; init; } = [];

    /// <summary>The tab's name; characters that Excel forbids are replaced.</summary>
    public required string SheetName { get; init; }

    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>Lines between the total and the last line, e.g. 合计（大写人民币）：….</summary>
    public IReadOnlyList<string> FootLines { get; init; } = [];

    /// <summary>What is said right under the total once all rows are written, from their count and the sums of the columns (0 where there is none): 共 1,348 户. Null for nothing.</summary>
    public Func<long, IReadOnlyList<decimal>, string>? Closing { get; init; }

    /// <summary>The last line, e.g. 制表人： 审核人： 负责人：; null for none.</summary>
    public string? SignOff { get; init; }

    /// <summary>Small text at the foot of every printed page: who made the sheet, and when.</summary>
    public string? Footer { get; init; }
}

/// <summary>One column of a written sheet (列).</summary>
public sealed record SheetColumn
{
    public required string Header { get; init; }

    /// <summary>The header above, shared by neighbours with the same group; any group makes the header two rows high.</summary>
    public string? Group { get; init; }

    /// <summary>In characters; a Chinese character counts 2.</summary>
    public int Width { get; init; } = 12;

    public CellFormat Format { get; init; } = CellFormat.Text;

    /// <summary>The column is summed in the 合计 row; only for numbers.</summary>
    public bool Total { get; init; }

    /// <summary>The values to choose from in a blank template; empty for free input.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What to enter, shown in a blank template.</summary>
    public string? Note { get; init; }

    public bool Required { get; init; }

    /// <summary>The smallest and largest number that a blank template takes; null for no bound.</summary>
    public decimal? Smallest { get; init; }

    public decimal? Largest { get; init; }
}

using System.Xml.Linq;
using PovertyDashboard.Excel.Annotating;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Filling;

/// <summary>What the styles of a form say of its cells (单元格样式): which show days, per cent or texts; a plain one that gets a day is given a day's format.</summary>
internal sealed class FillStyles(StyleEdit styles, DateStyles dates, bool from1904, bool mayAdd)
{
    private const int TextFormat = 49;
    private const int DaysTo1904 = 1462;
    private readonly Dictionary<int, (int Id, string Code)> formats = [];

    /// <summary>Whether a style of ours has been added.</summary>
    public bool IsChanged { get; private set; }

    public XDocument Document => styles.Document;

    /// <summary>The day as the workbook counts days; null before its first one.</summary>
    public int? SerialOf(DateOnly day) => SerialDate.Of(day) is { } serial && (!from1904 || serial > DaysTo1904) ? from1904 ? serial - DaysTo1904 : serial : null;

    /// <summary>The style in which a cell of the given one shows a day; null where it shows texts, or the workbook has no styles.</summary>
    public int? ForDay(int style)
    {
        if (dates.IsDate(style)) return style;
        if (FormatOf(style).Id == TextFormat || !mayAdd) return null;
        IsChanged = true;
        return styles.Dated(style);
    }

    public bool IsPercent(int style)
    {
        var (id, code) = FormatOf(style);
        return id is 9 or 10 || code.Contains('%', StringComparison.Ordinal);
    }

    private (int Id, string Code) FormatOf(int style)
    {
        if (!formats.TryGetValue(style, out var format)) formats[style] = format = styles.FormatOf(style);
        return format;
    }
}

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>Rows of households in the XML of a sheet, right and wrong ones.</summary>
internal static class HouseholdRows
{
    private static readonly string[] Headers = ["县", "乡", "村", "户编号", "户主姓名", "户主证件号码", "家庭人口数", "户类型", "是否危房户", "风险识别时间"];

    private static readonly string[] Values = ["高新区", "韩集镇", "大杨新村", "3715901150000", "邓某", "371599198001010017", "2", "未脱贫户"];

    public static string Header { get; } = Row("", Headers);

    /// <summary>A row without numbers of its own in which nothing can be right.</summary>
    public static string Wrong { get; } = Row("", [.. Headers.Select(h => h + "？？？")]);

    /// <summary>A row that would come in.</summary>
    public static string Right(int number, string attributes = "") => Row(attributes, [.. ValuesOf(number)]);

    /// <summary>The cells of a right row, for those that change one of them.</summary>
    public static string[] Cells(int number) => [.. ValuesOf(number).Select(Cell)];

    public static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static byte[] File(params string[] rows) => Book(rows).ToBytes();

    public static RawXlsx Book(params string[] rows) => new RawXlsx().WithRows(Header + string.Concat(rows));

    private static string Row(string attributes, string[] texts) => $"<row {attributes}>{string.Concat(texts.Select(Cell))}</row>";

    /// <summary>A household of its own: nobody is asked whether two of them are one person.</summary>
    private static IEnumerable<string> ValuesOf(int number) => Values.Select((value, at) => at switch
    {
        3 => value + number.ToString("000", System.Globalization.CultureInfo.InvariantCulture),
        4 => value + (char)('一' + number),
        _ => value,
    });
}

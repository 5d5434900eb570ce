using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Administration.DataDictionary;

/// <summary>The words of the data dictionary (数据字典用语): what a declaration says, as staff read it.</summary>
public static class DictionaryWords
{
    public const string OtherKind = "其他";

    public static string KindOf(Column column) => column.Kind switch
    {
        ColumnKind.Text => "文字",
        ColumnKind.LongText => "长文字",
        ColumnKind.Code => "代码，选一项",
        ColumnKind.Codes => "代码，可选几项",
        ColumnKind.Integer => "整数",
        ColumnKind.Decimal => $"数字，{column.Scale} 位小数",
        ColumnKind.Money => "金额，两位小数",
        ColumnKind.Date => "日期",
        ColumnKind.Month => "月份",
        ColumnKind.YesNo => "是或否",
        ColumnKind.Place => "地区",
        ColumnKind.PersonName => "姓名",
        ColumnKind.PersonId => "证件号码",
        ColumnKind.Phone => "电话",
        ColumnKind.BankCard => "银行账号",
        ColumnKind.HouseholdNumber => "户编号",
        ColumnKind.HouseholdName => "户主姓名",
        _ => OtherKind,
    };

    public static string SensitivityOf(Column column) => column.Sensitivity switch
    {
        Sensitivity.None => "",
        Sensitivity.Identity => "证件号，遮住中间",
        Sensitivity.Phone => "电话，遮住中间",
        Sensitivity.Bank => "账号，只显示后 4 位",
        Sensitivity.Clinical => "体检和随访内容，只有健康人员能看",
        _ => "健康信息，默认遮住",
    };

    /// <summary>How the value comes about, its bounds and the declaration's own note.</summary>
    public static string NoteOf(Column column)
    {
        var parts = new List<string>();
        if (column.IsDerived) parts.Add("自动算出，只导出不导入");
        if (column.Editing == FormEditing.WhenNew) parts.Add("登记后不在表单里改");
        if (column.Editing == FormEditing.ByActs) parts.Add("由办理步骤填写");
        if (column.NotInFuture) parts.Add("不晚于今天");
        if (RangeOf(column) is { } range) parts.Add(range);
        if (column.HeadFacts.Count > 0) parts.Add($"表头写明{string.Join("或", column.HeadFacts)}的，可以没有这一列");
        if (column.Help is { Length: > 0 } help) parts.Add(help.TrimEnd('。'));
        return string.Join("；", parts);
    }

    /// <summary>By which columns a row of a sheet finds its stored one.</summary>
    public static string KeyOf(Ledger ledger)
    {
        var keys = ledger.Columns.Where(c => c.IsKey).Select(c => c.Header).ToList();
        if (keys.Count == 0) return "没有识别列，导入时每行都是新行";
        var within = ledger.KeyWithin switch { RegionLevel.Village => "同一个村里", RegionLevel.Township => "同一个乡镇里", RegionLevel.County => "同一个县里", _ => "全市" };
        var instead = ledger.AlternateKey.Count > 0 ? $"；没有时按 {string.Join(" + ", ledger.AlternateKey)}" : "";
        return $"{within}按 {string.Join(" + ", keys)} 认作同一行{instead}";
    }

    public static string KindOf(Measure measure) => measure.Kind switch { MeasureKind.Count => "计数", MeasureKind.Sum => "合计", _ => "比率" };

    /// <summary>What the figure is made of, and from which ledgers.</summary>
    public static string NoteOf(Measure measure, LedgerCatalog catalog)
    {
        var parts = new List<string>();
        if (measure is RatioMeasure ratio) parts.Add($"{ratio.Part.Title} ÷ {ratio.Whole.Title}");
        var others = measure.DependsOn.Where(key => key != measure.Ledger.Key).Select(key => catalog.Ledger(key)?.Title).OfType<string>().Distinct().ToList();
        if (others.Count > 0) parts.Add($"还取决于{string.Join("、", others)}");
        if (measure.Good != GoodDirection.Neutral) parts.Add(measure.Good == GoodDirection.Up ? "越高越好" : "越低越好");
        if (measure.HasHistory) parts.Add("可以看过去的日期");
        return string.Join("；", parts);
    }

    private static string? RangeOf(Column column) => (column.Min, column.Max) switch
    {
        (null, null) => null,
        ({ } min, null) => $"不小于 {Show(column, min)}",
        (null, { } max) => $"不大于 {Show(column, max)}",
        ({ } min, { } max) => $"{Show(column, min)} 到 {Show(column, max)}",
    };

    private static string Show(Column column, long bound) =>
        column.Scale > 0 ? ColumnText.Scaled(bound, column.Scale) : bound.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

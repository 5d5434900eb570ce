using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>A public-welfare post of a village (公益性岗位): what is done there, who pays and how many people it takes.</summary>
public sealed class Post : LedgerRow, IOfficeRow
{
    public string Name { get; set; } = "";

    /// <summary>岗位类别, text of code list post-kind.</summary>
    public string Kind { get; set; } = "";

    /// <summary>岗位来源, text of code list post-source: whose money it is (人社, 扶贫, 光伏收益 …).</summary>
    public string Source { get; set; } = "";

    /// <summary>How many people it takes (名额).</summary>
    public int? Quota { get; set; }

    /// <summary>月补贴标准 in fen; null takes the setting's.</summary>
    public long? MonthlyPay { get; set; }

    /// <summary>每日工时 in tenths of an hour.</summary>
    public long? DailyHours { get; set; }

    public string Duties { get; set; } = "";

    /// <summary>Who looks after the work (管理人).</summary>
    public string Supervisor { get; set; } = "";

    public DateOnly? SetUpOn { get; set; }

    public string Remark { get; set; } = "";

    /// <summary>The name of a post of which a sheet tells only kind and source: 保洁岗（扶贫）.</summary>
    public static string DefaultName(string kind, string source) =>
        kind.Length == 0 ? "" : source.Length == 0 ? $"{kind}岗" : $"{kind}岗（{source}）";
}

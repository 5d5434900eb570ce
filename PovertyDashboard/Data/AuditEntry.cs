namespace PovertyDashboard.Data;

/// <summary>One line of the audit trail (审计记录), chained by hash so that a removed or edited line shows.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }

    /// <summary>UTC instant.</summary>
    public DateTime At { get; set; }

    public string User { get; set; } = "";

    /// <summary>新增, 修改, 删除, 恢复, 导入, 导出, 查看, 登录 …</summary>
    public string Action { get; set; } = "";

    /// <summary>Key of the ledger, or the subject of the act.</summary>
    public string Subject { get; set; } = "";

    public long RowId { get; set; }

    public long Region { get; set; }

    /// <summary>JSON object of property → [old, new]; sensitive values are masked.</summary>
    public string Details { get; set; } = "";

    /// <summary>SHA-256 over the previous hash and this line, hex.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>The Chinese name of what the audit trail calls otherwise (审计对象): rows without a ledger of their own, and acts of rooms.</summary>
/// <param name="Key">As it stands in <see cref="AuditEntry.Subject"/>.</param>
public sealed record AuditSubject(string Key, string Title);

/// <summary>A committed change (变更), written in the same transaction, so that other processes see it too.</summary>
public sealed class Change
{
    public long Seq { get; set; }

    public string Ledger { get; set; } = "";

    public long Region { get; set; }

    /// <summary>UTC instant.</summary>
    public DateTime At { get; set; }
}

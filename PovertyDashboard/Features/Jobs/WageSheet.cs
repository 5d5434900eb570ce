using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The states of a wage sheet (工资表状态), texts of code list wage-state.</summary>
public static class WageState
{
    public const string Draft = "草稿";
    public const string Pending = "待审核";

    /// <summary>Approved by another person and fixed for good.</summary>
    public const string Fixed = "已审定";
}

/// <summary>
/// The wage sheet of a township and month (工资表). Somebody makes it from the attendance, another approves it; then it is fixed
/// and only a further sheet, which refers to it, corrects it.
/// </summary>
public sealed class WageSheet : LedgerRow, IReadableBelow, IOfficeRow
{
    /// <summary>月份, yyyymm.</summary>
    public int Month { get; set; }

    /// <summary>批次: empty for the month's own sheet, 更正1, 更正2 … for those that correct it.</summary>
    public string Batch { get; set; } = "";

    /// <summary>The fixed sheet that this one corrects.</summary>
    public long? CorrectsId { get; set; }

    /// <summary>Why it is corrected (更正说明).</summary>
    public string Reason { get; set; } = "";

    public string State { get; set; } = WageState.Draft;

    /// <summary>Account and name of the maker (制表人).</summary>
    public string MadeBy { get; set; } = "";

    public string MadeByName { get; set; } = "";

    /// <summary>Accounts of all who made, changed or handed it in, joined by |: none of them may approve it (谁制表谁不审定).</summary>
    public string Hands { get; set; } = "";

    /// <summary>Account that handed it in, and the day.</summary>
    public string SubmittedBy { get; set; } = "";

    public DateOnly? SubmittedOn { get; set; }

    /// <summary>Account and name of the approver (审核人), and the day.</summary>
    public string ApprovedBy { get; set; } = "";

    public string ApprovedByName { get; set; } = "";

    public DateOnly? ApprovedOn { get; set; }

    /// <summary>Why it was sent back last (退回原因).</summary>
    public string ReturnReason { get; set; } = "";

    /// <summary>Sums of its lines: people, 应发 and 实发 in fen.</summary>
    public int People { get; set; }

    public long Gross { get; set; }

    public long Net { get; set; }

    public bool IsCorrection => Batch.Length > 0;

    public bool IsTouchedBy(string account) => Hands.Split('|').Contains(account);

    public void Touch(string account)
    {
        if (!IsTouchedBy(account)) Hands = Hands.Length == 0 ? account : $"{Hands}|{account}";
    }

    public string Title => IsCorrection ? $"{YearMonth.Words(Month)}工资（{Batch}）" : $"{YearMonth.Words(Month)}工资";
}

/// <summary>
/// One person's pay of a month (工资明细). It keeps its own copy of everything it is made from, so that later changes of
/// attendance, standards, names or accounts never move a sheet that is fixed.
/// </summary>
public sealed class WageLine : LedgerRow, IOfficeRow
{
    public long SheetId { get; set; }

    public WageSheet? Sheet { get; set; }

    public long HolderId { get; set; }

    public int Month { get; set; }

    /// <summary>批次 of the sheet.</summary>
    public string Batch { get; set; } = "";

    /// <summary>State of the sheet, repeated so that figures follow it village by village.</summary>
    public string State { get; set; } = WageState.Draft;

    public string Name { get; set; } = "";

    public string IdNumber { get; set; } = "";

    public string PostName { get; set; } = "";

    public string PostKind { get; set; } = "";

    public string PostSource { get; set; } = "";

    /// <summary>月标准 in fen.</summary>
    public long Standard { get; set; }

    /// <summary>应出勤, days.</summary>
    public int Due { get; set; }

    /// <summary>实出勤, days.</summary>
    public int Present { get; set; }

    /// <summary>计薪天数: present days and, where the setting says so, days of leave.</summary>
    public int PaidDays { get; set; }

    /// <summary>扣款 in fen.</summary>
    public long Deduction { get; set; }

    /// <summary>奖励 in fen.</summary>
    public long Bonus { get; set; }

    /// <summary>应发 in fen: standard × paid days ÷ due days, rounded to the fen, and the bonus.</summary>
    public long Gross { get; set; }

    /// <summary>已发 in fen: what fixed sheets have paid for this month before; nought on the month's own sheet.</summary>
    public long Settled { get; set; }

    /// <summary>实发 in fen: 应发 − 扣款 − 已发; negative where a correction takes back.</summary>
    public long Net { get; set; }

    public string BankName { get; set; } = "";

    public string BankCard { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>Brought in by a file as history, so that no attendance need stand behind it.</summary>
    public bool IsImported { get; set; }

    /// <summary>The amounts that the row of a sheet states; not stored, only compared.</summary>
    internal long? WrittenGross { get; set; }

    internal long? WrittenNet { get; set; }

    internal Fault? LinkFault { get; set; }
}

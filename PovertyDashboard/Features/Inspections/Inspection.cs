using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>
/// A plan of an inspection (督查计划): who inspects what, where and when; and how its sample was drawn, so that anybody can draw the
/// same one again. Methods and sampling: domain facts section 10.
/// </summary>
public sealed class Inspection : LedgerRow, IReadableBelow, IInspectionRow
{
    /// <summary>督查名称.</summary>
    public string Title { get; set; } = "";

    /// <summary>年度: the year whose questions are asked.</summary>
    public int Year { get; set; }

    /// <summary>督查类型, text of code list inspection-kind.</summary>
    public string Kind { get; set; } = "";

    /// <summary>问题来源 of what it finds, text of code list problem-source; follows from the kind where it is not given.</summary>
    public string Source { get; set; } = "";

    public DateOnly StartsOn { get; set; }

    public DateOnly EndsOn { get; set; }

    /// <summary>组织单位.</summary>
    public string Organiser { get; set; } = "";

    /// <summary>参加单位, separated by 、.</summary>
    public string Partners { get; set; } = "";

    /// <summary>组长.</summary>
    public string Leader { get; set; } = "";

    /// <summary>督查组 and their members in words.</summary>
    public string Teams { get; set; } = "";

    /// <summary>督查范围: the places in words; which villages were drawn from stands in the sample.</summary>
    public string Extent { get; set; } = "";

    /// <summary>督查内容, texts of code list inspection-topic.</summary>
    public string Topics { get; set; } = "";

    /// <summary>督查结论.</summary>
    public string Conclusion { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>随机种子: with it and the frozen list of households anybody draws the same sample.</summary>
    public string Seed { get; set; } = "";

    /// <summary>抽样总体: households on the frozen list.</summary>
    public int? Population { get; set; }

    /// <summary>总体校验码: SHA-256 of the frozen list.</summary>
    public string PopulationHash { get; set; } = "";

    /// <summary>抽样户数, without the reserve.</summary>
    public int? SampleSize { get; set; }

    public DateOnly? DrawnOn { get; set; }

    /// <summary>抽样人, by name.</summary>
    public string DrawnBy { get; set; } = "";

    /// <summary>How often a sample was drawn (抽样次数); more than once has a reason in <see cref="RedrawReason"/>.</summary>
    public int Draws { get; set; }

    /// <summary>重抽原因.</summary>
    public string RedrawReason { get; set; } = "";

    public bool IsDrawn => Seed.Length > 0;
}

/// <summary>The list of households from which a sample was drawn, frozen at that moment (抽样总体快照); a part of its plan, read through it alone.</summary>
public sealed class FrozenPopulation
{
    public long Id { get; set; }

    public long InspectionId { get; set; }

    /// <summary>The draw of the plan that it belongs to, 1 for the first.</summary>
    public int Draw { get; set; }

    /// <summary>One line for each household: village, tab, key; see <see cref="Sampling.SampleDraw.Freeze"/>.</summary>
    public string Households { get; set; } = "";

    /// <summary>Keys of the households that had to be drawn (必抽户), one a line.</summary>
    public string MustDraw { get; set; } = "";

    /// <summary>How the sample was spread, as <see cref="Sampling.SampleQuota"/> writes it.</summary>
    public string Quota { get; set; } = "";
}

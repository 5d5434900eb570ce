using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>
/// Rules over the fields of a household (户表内校验): only what makes a row unusable. Sums that do not agree, a low income
/// and the like are doubts (疑点, domain facts 3.6) and do not refuse a row.
/// </summary>
public static class HouseholdRules
{
    public static IEnumerable<Fault> Check(Household household, RowContext context)
    {
        if (!IsNumber(household.Number, 8, 20)) yield return new Fault("户编号", $"户编号：不是 8 至 20 位数字（“{household.Number}”）。请填写系统中的户编号，例如 3715221161000010。");
        var others = household.OtherCauses.Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (others.Length > 2) yield return new Fault("次要致贫原因", $"次要致贫原因：多于两项（“{household.OtherCauses}”）。请只填最重要的两项。");
        var month = context.Today.Year * 100 + context.Today.Month;
        if (household.IdentifiedIn > month) yield return new Fault("首次识别时间", "首次识别时间：在将来。请填写不晚于本月的月份。");
        if (household.LiftedIn > month) yield return new Fault("脱贫时间", "脱贫时间：在将来。请填写不晚于本月的月份。");
        if (household.LiftedIn < household.IdentifiedIn) yield return new Fault("脱贫时间", "脱贫时间：早于首次识别时间。请核对两个时间。");
        if (household.RiskClearedOn < household.RiskFoundOn) yield return new Fault("风险消除时间", "风险消除时间：早于风险识别时间。请核对两个日期。");
        if (household.EndedOn < household.CameOn) yield return new Fault("终止日期", $"终止日期：早于迁入日期（{household.CameOn:yyyy-MM-dd}）。请核对两个日期。");
        if (household.EndedOn is null != (household.EndReason.Length == 0)) yield return new Fault("终止原因", "终止原因：和终止日期要么都填，要么都不填。请补上缺的一项。");
    }

    /// <summary>Stored values that follow from others; run before each save.</summary>
    public static void Fill(Household household) => household.NameKey = NameSort.Key(household.HeadName);

    /// <summary>纯收入 by its parts (domain facts 3.4), in fen; null while no part is given.</summary>
    public static long? NetIncomeOf(Household h) =>
        (h.WageIncome ?? h.BusinessIncome ?? h.PropertyIncome ?? h.TransferIncome) is null
            ? null
            : (h.WageIncome ?? 0) + (h.BusinessIncome ?? 0) + (h.PropertyIncome ?? 0) + (h.TransferIncome ?? 0) - (h.BusinessCost ?? 0);

    /// <summary>人均纯收入 = 纯收入 ÷ 家庭人口数, rounded to the fen; null where either is missing.</summary>
    public static long? PerHead(long? netIncome, int? size) => netIncome is { } net && size is > 0 ? (long)Math.Round((decimal)net / size.Value, MidpointRounding.AwayFromZero) : null;

    internal static bool IsNumber(string text, int min, int max) => text.Length >= min && text.Length <= max && text.All(char.IsAsciiDigit);
}

using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>Rules of income sheets (年度收入校验): sums agree, something is given, the period has begun.</summary>
public static class IncomeRules
{
    public static IEnumerable<Fault> Check(Income income, RowContext context)
    {
        foreach (var fault in IncomeSums.Contradictions(income)) yield return fault;
        if (income.NetIncome is null && income.PerHead is null && IncomeSums.NetOf(income) is null) yield return new Fault("", "年度收入：一项收入也没有填写。请至少填写一项，没有收入的填 0。");
    }

    internal static async Task<IReadOnlyList<RowFault>> CheckTogetherAsync(IReadOnlyList<Income> incomes, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>(await NumberedRows.CheckAsync(incomes, context, ct));
        foreach (var income in incomes)
            if (IncomePeriod.Of(income.Year, context.Settings) is var period && period.From > context.Row.Today)
                faults.Add(new RowFault(income, new Fault("年度", string.Create(CultureInfo.InvariantCulture, $"年度：{income.Year} 年度的收入从 {period.From:yyyy-MM-dd} 起统计，还没有到。请核对年度。"))));
        return faults;
    }
}

using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>One of the seven screened items (摸排项目).</summary>
/// <param name="Code">Key of the item, as it stands in problems and measures.</param>
/// <param name="Name">Its name and the header of its result.</param>
/// <param name="Category">问题类别 of the problem that a failure opens.</param>
/// <param name="Member">The result, for queries.</param>
/// <param name="Basis">What it rests on (依据).</param>
public sealed record ScreeningItem(string Code, string Name, string Category, Expression<Func<Screening, string?>> Member, Func<Screening, string> Basis)
{
    private readonly Column _result = new Columns<Screening>().Code(Name, Member, ResultList);

    /// <summary>Code list of results.</summary>
    public const string ResultList = "screening-result";

    /// <summary>收入、两不愁、三保障、饮水, in the order of the sheet.</summary>
    public static readonly IReadOnlyList<ScreeningItem> All =
    [
        new("income", "收入", "收入", s => s.Income, s => s.IncomeBasis),
        new("food", "不愁吃", "不愁吃穿", s => s.Food, s => s.FoodBasis),
        new("clothing", "不愁穿", "不愁吃穿", s => s.Clothing, s => s.ClothingBasis),
        new("schooling", Schooling, "教育", s => s.Schooling, s => s.SchoolingBasis),
        new("medical", "基本医疗", "医疗", s => s.Medical, s => s.MedicalBasis),
        new("housing", "住房安全", "住房", s => s.Housing, s => s.HousingBasis),
        new("water", "饮水安全", "饮水", s => s.Water, s => s.WaterBasis),
    ];

    /// <summary>The only item that may be 不适用.</summary>
    public const string Schooling = "义务教育";

    /// <summary>Header of the basis.</summary>
    public string BasisHeader => Name + "依据";

    public bool MayBeNotApplicable => Name == Schooling;

    /// <summary>The results that may be chosen.</summary>
    public IReadOnlyList<string> Results => MayBeNotApplicable ? [ScreeningResult.Met, ScreeningResult.Failed, ScreeningResult.NotApplicable] : [ScreeningResult.Met, ScreeningResult.Failed];

    /// <summary>The result column as the ledger declares it; refined there.</summary>
    public Column Column => _result;

    public string ResultOf(Screening screening) => (string?)_result.Get(screening) ?? "";

    public void Put(Screening screening, string result) => _result.Set!(screening, result);

    /// <summary>The predicate that the item has the result.</summary>
    public Expression<Func<Screening, bool>> Is(string result) =>
        Expression.Lambda<Func<Screening, bool>>(Expression.Equal(Member.Body, Expression.Constant(result)), Member.Parameters);
}

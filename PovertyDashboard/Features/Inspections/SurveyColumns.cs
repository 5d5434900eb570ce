using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The columns with which every row of an inspection begins (督查附表共有列): place, plan and household.</summary>
internal static class SurveyColumns
{
    /// <summary>What a sheet must have at least; the day follows where one plan alone has the title.</summary>
    public static readonly string[] AlternateKey = ["督查名称", "户主"];

    /// <summary>督查名称 and 督查日期.</summary>
    public static IReadOnlyList<Column> PlanOf<T>(Columns<T> c)
        where T : LedgerRow, ISurveyRow =>
    [
        c.Text("督查名称", Of<T, string?>(nameof(ISurveyRow.Plan)), 24) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, QuickFilter = true, Aliases = ["督查计划"], HeadFacts = ["督查名称"], Suggest = SurveyReader.TitlesAsync },
        c.Date("督查日期", Of<T, DateOnly?>(nameof(ISurveyRow.PlanDate))) with { IsKey = true, Shown = false, Help = "督查的开始日期；同名的督查只有一次时可以不填。" },
    ];

    /// <summary>户编号 and 户主 of the surveyed household.</summary>
    public static IReadOnlyList<Column> HouseholdOf<T>(Columns<T> c)
        where T : LedgerRow, ISurveyRow =>
    [
        c.Text("户编号", Of<T, string?>(nameof(ISurveyRow.HouseholdNumber)), 20) with { IsKey = true, MaxLength = 20, Shown = false, Editing = FormEditing.ByActs, Help = "同村有重名的户主时填写。" },
        c.HouseholdName("户主", Of<T, string?>(nameof(IHouseholdRow.HouseholdName))) with { Required = true, Aliases = ["户主姓名"] },
    ];

    /// <summary>x.Plan of the row type itself: through the interface it could be read, but not be set or queried as a column.</summary>
    private static Expression<Func<T, TValue>> Of<T, TValue>(string property)
    {
        var row = Expression.Parameter(typeof(T), "x");
        return Expression.Lambda<Func<T, TValue>>(Expression.Property(row, property), row);
    }
}

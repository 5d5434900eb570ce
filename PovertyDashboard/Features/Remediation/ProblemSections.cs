using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The columns of the ledger in the sections of the problem's page (问题档案分栏); the description is its heading.</summary>
internal static class ProblemSections
{
    public static readonly IReadOnlyList<Column> Finding = Named("户主/项目", "问题来源", "问题类别", "发现日期", "发现人", "备注");

    public static readonly IReadOnlyList<Column> Rectifying = Named("责任人", "整改时限", "牵头/责任单位", "责任领导", "整改措施", "完成日期", "户主确认", "整改情况", "佐证材料");

    public static readonly IReadOnlyList<Column> Closing = Named("村核验人", "镇复核人", "销号日期", "销号人");

    private static IReadOnlyList<Column> Named(params string[] headers) => [.. headers.Select(h => ProblemLedger.Ledger.Columns.Single(c => c.Header == h))];
}

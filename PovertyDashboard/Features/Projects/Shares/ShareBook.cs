using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;

namespace PovertyDashboard.Features.Projects.Shares;

/// <summary>The shares of one project (份额): complete when the parts make the whole; only then may its money be divided.</summary>
/// <param name="Rows">In the order of villages, which is also the order in which odd fen are given.</param>
public sealed record ShareBook(IReadOnlyList<ProjectShare> Rows)
{
    public int Whole => Rows.Count == 0 ? 0 : Rows[0].Whole;

    public int Parts => Rows.Sum(r => r.Parts);

    public bool IsComplete => Rows.Count > 0 && Parts == Whole && Rows.All(r => r.Whole == Whole);

    /// <summary>What is missing, in a sentence; null where the shares are complete.</summary>
    public string? Missing => Rows.Count == 0 ? "各村份额还没有登记。请先登记每个村占几份。"
        : !IsComplete ? $"各村份额不齐：登记了 {Parts} 份，总份数是 {Whole} 份，{(Parts < Whole ? $"还差 {Whole - Parts} 份" : $"多出 {Parts - Whole} 份")}。请补齐后再分配。"
        : null;

    /// <summary>The project's shares in the whole store: a village alone would never be the whole.</summary>
    public static async Task<ShareBook> OfAsync(AppDbContext db, long project, CancellationToken ct) => new(
        await db.Set<ProjectShare>().IgnoreQueryFilters().AsNoTracking().Where(s => !s.IsDeleted && s.ProjectId == project).OrderBy(s => s.Region).ThenBy(s => s.Id).ToListAsync(ct));

    /// <summary>The amount divided among the villages, to the fen.</summary>
    public IReadOnlyList<(long Village, long Fen)> Divide(long fen) =>
        [.. Rows.Zip(FenSplit.By(Math.Max(0, fen), [.. Rows.Select(r => (long)r.Parts)]), (row, amount) => (row.Region, amount))];
}

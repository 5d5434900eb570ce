using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works.Sketches;

/// <summary>Keeps the sketches of works (草图): whoever may change the work may draw it; what is drawn is checked before it is stored.</summary>
public sealed class SketchDesk(IDbContextFactory<AppDbContext> contexts, CurrentUser current)
{
    private const string Gone = "草图：这一项改造已被删除，或不在您的管辖范围内。请刷新后再看。";

    public bool MayDraw(Work work) => current.Identity.MayAny(WorkLedger.Ledger.Writers) && current.Identity.Scope.Holds(work) && current.Identity.Scope.Contains(work.Region);

    /// <summary>The sketch of a work and the version of its row; null where none was drawn.</summary>
    public async Task<(Sketch Sketch, int Version)?> ReadAsync(long work, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Set<Work>().AnyAsync(w => w.Id == work, ct)) return null;
        var row = await db.Set<WorkSketch>().AsNoTracking().FirstOrDefaultAsync(s => s.WorkId == work, ct);
        return row is not null && SketchText.Read(row.Shapes).Sketch is { } sketch ? (sketch, row.Version) : null;
    }

    /// <summary>Stores what was drawn; why not, or null. The version is the one that was seen, 0 for none.</summary>
    public Task<string?> SaveAsync(long work, int versionSeen, string drawn, CancellationToken ct)
    {
        var (sketch, fault) = SketchText.Read(drawn);
        return sketch is null ? Task.FromResult<string?>(fault) : ChangeAsync(work, versionSeen, (db, row) =>
        {
            var shapes = SketchText.Write(sketch);
            if (row is null) db.Add(row = new WorkSketch { WorkId = work });
            row.Shapes = shapes;
            return row;
        }, ct);
    }

    /// <summary>Takes the sketch away (删除草图).</summary>
    public Task<string?> RemoveAsync(long work, int versionSeen, CancellationToken ct) => ChangeAsync(work, versionSeen, (_, row) =>
    {
        if (row is not null) (row.IsDeleted, row.DeleteReason) = (true, "删除草图");
        return row;
    }, ct);

    private async Task<string?> ChangeAsync(long workId, int versionSeen, Func<AppDbContext, WorkSketch?, WorkSketch?> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(
                async inner =>
                {
                    if (await db.Set<Work>().FirstOrDefaultAsync(w => w.Id == workId, inner) is not { } work) return Gone;
                    if (!MayDraw(work)) return "草图：您的账号只能查看，不能画草图。请由帮扶责任人或扶贫办办理。";
                    var stored = await db.Set<WorkSketch>().FirstOrDefaultAsync(s => s.WorkId == workId, inner);
                    if ((stored?.Version ?? 0) != versionSeen) return $"草图：{(stored is null ? "草图已被删除" : $"{await DeletedRows.PersonAsync(db, stored.ChangedBy, inner)}刚刚改过草图")}，没有保存。请刷新后再画。";
                    if (change(db, stored) is not { } row) return null;
                    row.Region = work.Region;
                    work.HasSketch = !row.IsDeleted;
                    if (work is { HasSketch: true, DrawnBy: "" }) work.DrawnBy = current.Identity.DisplayName;
                    await db.SaveChangesAsync(inner);
                    return null;
                },
                ct);
        }
        catch (ChangeRefusedException refused)
        {
            return refused.Message;
        }
    }
}

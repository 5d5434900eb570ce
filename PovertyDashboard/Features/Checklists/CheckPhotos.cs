using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists;

/// <summary>Hangs a photo on an item of a check by its ids (检查照片), as a phone sends it; the same photo twice is kept once.</summary>
public sealed class CheckPhotos(IDbContextFactory<AppDbContext> contexts, AttachmentStore store, CurrentUser user)
{
    public async Task<AttachmentOutcome> AddAsync(long checkId, long itemId, byte[] bytes, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Tick)) return new AttachmentOutcome(null, "您的账号只能查看，不能添加照片。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        var code = await db.Set<TemplateItem>().Where(i => i.Id == itemId && db.Set<Check>().Any(c => c.Id == checkId && c.TemplateId == i.TemplateId)).Select(i => i.Code).SingleOrDefaultAsync(ct);
        if (code is null) return new AttachmentOutcome(null, "照片：所属的检查已被删除，或不在您的管辖范围内。");
        return await store.AddAsync(new AttachmentOwner(CheckLedger.Ledger.Key, checkId, code), AttachmentKind.Before, bytes, ct);
    }
}

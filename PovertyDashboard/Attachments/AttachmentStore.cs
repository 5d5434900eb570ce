using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Attachments;

/// <summary>What a picture hangs on (附件归属).</summary>
/// <param name="Ledger">Key of the owner's ledger.</param>
/// <param name="RowId">Id of the owner's row.</param>
/// <param name="Item">What it belongs to inside the row; may be empty.</param>
public sealed record AttachmentOwner(string Ledger, long RowId, string Item = "");

/// <summary>The stored picture, or a sentence that says why it was refused.</summary>
public sealed record AttachmentOutcome(Attachment? Attachment, string Fault);

/// <summary>
/// Keeps pictures (附件库). A picture is seen by whoever sees its owner's row and changed by whoever may change that row,
/// as long as the row's ledger lets it: the evidence of a closed problem stands.
/// </summary>
public sealed class AttachmentStore(IDbContextFactory<AppDbContext> contexts, LedgerCatalog catalog, CurrentUser user, TimeProvider time)
{
    /// <summary>Pictures of one item of a row.</summary>
    public const int MaxPerItem = 9;

    public async Task<AttachmentOutcome> AddAsync(AttachmentOwner owner, string kind, byte[] bytes, CancellationToken ct)
    {
        if (!AttachmentKind.All.Contains(kind)) return new AttachmentOutcome(null, $"照片类别：不认识（“{kind}”）。请选择整改前、整改后或其他。");
        if (Refusal(owner.Ledger) is { } refusal) return new AttachmentOutcome(null, refusal);
        var (picture, fault) = PictureEncoder.Encode(bytes);
        if (picture is null) return new AttachmentOutcome(null, fault);
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(innerCt => AddAsync(db, owner, kind, picture, innerCt), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return new AttachmentOutcome(null, refused.Message);
        }
    }

    /// <summary>The pictures of a row, oldest first; of one item where the owner names it.</summary>
    public async Task<IReadOnlyList<Attachment>> ListAsync(AttachmentOwner owner, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Read)) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OwnerAsync(db, owner.Ledger, owner.RowId, ct) is null) return [];
        return await db.Set<Attachment>().AsNoTracking()
            .Where(a => a.OwnerLedger == owner.Ledger && a.OwnerId == owner.RowId && (owner.Item == "" || a.Item == owner.Item))
            .OrderBy(a => a.Id).ToListAsync(ct);
    }

    /// <summary>The JPEG of a picture the user may see; null for every other id.</summary>
    public async Task<(byte[] Bytes, string Sha256)?> ReadAsync(long id, bool thumbnail, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Read)) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (found is null || await OwnerAsync(db, found.OwnerLedger, found.OwnerId, ct) is null) return null;
        var content = db.Set<AttachmentContent>().AsNoTracking().Where(c => c.AttachmentId == id);
        return (await content.Select(c => thumbnail ? c.Thumbnail : c.Picture).SingleAsync(ct), found.Sha256);
    }

    /// <summary>Marks a picture as deleted, with a reason; null when done, else why not.</summary>
    public async Task<string?> DeleteAsync(long id, string reason, CancellationToken ct)
    {
        if (reason.Trim().Length == 0) return "删除原因：不能为空。请写明为什么删除，例如 拍错了。";
        if (reason.Length > 100) return $"删除原因：超过 100 个字（现有 {reason.Length} 个）。请缩短。";
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<Attachment>().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (found is null || await OwnerAsync(db, found.OwnerLedger, found.OwnerId, ct) is not { } row) return "照片：已被删除，或不在您的管辖范围内。请刷新后再看。";
        if (Refusal(found.OwnerLedger, row) is { } refusal) return refusal;
        (found.IsDeleted, found.DeleteReason) = (true, reason.Trim());
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (ChangeRefusedException refused)
        {
            return refused.Message;
        }
    }

    private async Task<AttachmentOutcome> AddAsync(AppDbContext db, AttachmentOwner owner, string kind, EncodedPicture picture, CancellationToken ct)
    {
        if (await OwnerAsync(db, owner.Ledger, owner.RowId, ct) is not { } row) return new AttachmentOutcome(null, "照片：所属的记录已被删除，或不在您的管辖范围内。请刷新后再看。");
        if (Refusal(owner.Ledger, row) is { } refusal) return new AttachmentOutcome(null, refusal);
        var there = await db.Set<Attachment>().Where(a => a.OwnerLedger == owner.Ledger && a.OwnerId == owner.RowId && a.Item == owner.Item).ToListAsync(ct);
        // Sent twice (lost reply): the same picture once.
        if (there.Find(a => a.Sha256 == picture.Sha256 && a.Kind == kind) is { } same) return new AttachmentOutcome(same, "");
        if (there.Count >= MaxPerItem) return new AttachmentOutcome(null, $"照片：已有 {MaxPerItem} 张。请先删除不用的照片。");
        var attachment = new Attachment
        {
            Region = row.Region,
            OwnerLedger = owner.Ledger,
            OwnerId = owner.RowId,
            Item = owner.Item,
            Kind = kind,
            TakenAt = time.GetUtcNow().UtcDateTime,
            TakenBy = user.Identity.DisplayName,
            Width = picture.Width,
            Height = picture.Height,
            Size = picture.Picture.Length,
            Sha256 = picture.Sha256,
        };
        db.Add(attachment);
        await db.SaveChangesAsync(ct);
        db.Add(new AttachmentContent { AttachmentId = attachment.Id, Picture = picture.Picture, Thumbnail = picture.Thumbnail });
        await db.SaveChangesAsync(ct);
        return new AttachmentOutcome(attachment, "");
    }

    /// <summary>Why the user may not add or remove pictures of such a row, or of this one where it is known; else null.</summary>
    private string? Refusal(string ledgerKey, LedgerRow? row = null)
    {
        if (catalog.Ledger(ledgerKey) is not { } ledger) return "照片：不知道属于哪个台账。请从台账的页面添加。";
        if (!user.Identity.MayAny(ledger.Writers)) return "照片：您的账号只能查看，不能添加或删除。请由扶贫办或检查人员办理。";
        return row is null ? null : ledger.RefusePictures(row);
    }

    /// <summary>The owner's row; null where the user does not see it.</summary>
    private async Task<LedgerRow?> OwnerAsync(AppDbContext db, string ledgerKey, long rowId, CancellationToken ct)
    {
        if (catalog.Ledger(ledgerKey) is not { } ledger) return null;
        Expression<Func<LedgerRow, bool>> hasId = r => r.Id == rowId;
        var rows = ledger.Rows(db).WhereBy(QueryCalls.Lambda(ledger.RowType, row => SplitQuery.Swap(hasId, row)));
        return await rows.AsNoTracking().SingleOrDefaultAsync(ct);
    }
}

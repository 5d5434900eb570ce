using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>
/// One sheet on its way into the store (写入): matched without the write lock, so that others go on saving, and written in one
/// transaction. What was saved meanwhile is seen there, and the sheet is then matched again.
/// </summary>
/// <param name="drafts">The rows as read.</param>
/// <param name="again">Reads them once more: a match changes them.</param>
internal sealed class SheetImport(
    AppDbContext db, BulkWriter writer, Ledger ledger, EffectContext context, DraftMatcher matcher, List<DraftRow> drafts, Func<List<DraftRow>> again, IProgress<ImportProgress>? progress)
{
    public async Task<List<DraftRow>> RunAsync(bool writes, CancellationToken ct)
    {
        var seen = await db.Changes.MaxAsync(c => (long?)c.Seq, ct) ?? 0;
        await matcher.MatchAsync(drafts, progress, ct);
        if (!writes || !drafts.Exists(d => d.IsToWrite)) return drafts;
        return await db.InTransactionAsync(
            async inner =>
            {
                var current = drafts;
                if (await HasMovedAsync(seen, inner)) await matcher.MatchAsync(current = again(), progress, inner);
                await WriteAsync(current.FindAll(d => d.IsToWrite), inner);
                return current;
            },
            ct);
    }

    /// <summary>Whether rows that the match has looked at may have changed since.</summary>
    private Task<bool> HasMovedAsync(long seen, CancellationToken ct)
    {
        var (own, households) = (ledger.Key, matcher.UsesHouseholds ? HouseholdLinks.LedgerKey : ledger.Key);
        return db.Changes.AnyAsync(c => c.Seq > seen && (c.Ledger == own || c.Ledger == households), ct);
    }

    private async Task WriteAsync(List<DraftRow> changed, CancellationToken ct)
    {
        if (changed.Count == 0) return;
        var counted = progress is null ? null : new WriteProgress(progress, changed.Count);
        var written = changed.ConvertAll(d => d.Row);
        await ledger.PrepareAsync(written, context, ct);
        await writer.WriteAsync(db, [.. changed.Select(d => new RowWrite(d.Row, d.Stored))], counted, ct);
        var effects = await ledger.EffectsAsync(written, context, ct);
        if (effects.Count > 0) await writer.WriteAsync(db, [.. effects.Select(e => new RowWrite(e, null))], null, ct);
        var following = await ledger.ConsequencesAsync(written, context, ct);
        if (following.Count > 0) await writer.WriteAsync(db, following, null, ct);
    }

    private sealed class WriteProgress(IProgress<ImportProgress> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new ImportProgress("写入", value, total));
    }
}

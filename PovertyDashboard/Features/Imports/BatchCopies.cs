using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Annotating;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>The annotated copy of a batch's file as it goes out (批注副本).</summary>
public sealed record BatchCopy(byte[] Content, string Name, string ContentType);

/// <summary>Makes the annotated copies of uploaded files (批注副本), for those who may import them; each is in the audit trail.</summary>
public sealed class BatchCopies(IDbContextFactory<AppDbContext> contexts, LedgerCatalog catalog, CurrentUser user, AuditLog audit, ILogger<BatchCopies> log)
{
    /// <summary>Whether the batch has a result that can be marked on its file.</summary>
    public static bool HasFates(ImportBatch batch) => batch.State is BatchState.Checked or BatchState.Done or BatchState.Undone;

    /// <summary>Whether this user can have the copy now.</summary>
    public bool MayHave(ImportBatch batch) => batch.Content is not null && HasFates(batch) && BatchRights.MayOpen(batch, user.Identity, catalog);

    /// <summary>The copy; null where there is none for this user.</summary>
    /// <exception cref="SheetFaultException">The file cannot be marked.</exception>
    public async Task<BatchCopy?> OfAsync(long batchId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, ct);
        if (batch is null || !MayHave(batch)) return null;
        using var copy = new MemoryStream();
        using var file = new MemoryStream(batch.Content!, writable: false);
        var extension = Write(batch, file, copy, ct);
        var details = new Dictionary<string, object?[]> { ["批次"] = [batch.Id], ["台账"] = [string.Join('、', TitlesOf(batch))], ["行数"] = [batch.RowsRead] };
        await audit.WriteAsync(new AuditNote("下载批注副本", nameof(ImportBatch)) { RowId = batch.Id, Region = batch.Region ?? 0, Details = details }, ct);
        return new BatchCopy(copy.ToArray(), AnnotatedCopy.NameOf(batch.FileName, extension), AnnotatedCopy.ContentTypeOf(extension));
    }

    private string Write(ImportBatch batch, Stream file, Stream copy, CancellationToken ct)
    {
        try
        {
            return AnnotatedCopy.Write(file, batch.FileName, ReadLimits.Web, BatchMarks.Of(BatchReport.Read(batch.Report), batch.State), copy, ct);
        }
        catch (SheetFaultException fault)
        {
            fault.LogTo(log);
            throw;
        }
    }

    private IEnumerable<string> TitlesOf(ImportBatch batch) => batch.Ledgers.Split(',').Select(key => catalog.Ledger(key)?.Title).OfType<string>();
}

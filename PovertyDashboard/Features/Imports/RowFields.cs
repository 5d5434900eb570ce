using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>One cell of a row as the file has it (原表内容), and the ledger's column that it goes to; empty for none.</summary>
public sealed record RowField(string Header, string Column, string Text);

/// <summary>Reads single rows of a batch's file again, so that all of a row can be looked at without keeping every cell twice.</summary>
public sealed class RowFields(IDbContextFactory<AppDbContext> contexts, LedgerCatalog catalog, CurrentUser user)
{
    // Shorter ones tell of nobody; a column that was not recognised may hold anything.
    private const int ShortestNumber = 15;

    /// <summary>The cells of the row that are not empty; none where the user may not have them or the file is gone.</summary>
    public async Task<IReadOnlyList<RowField>> OfAsync(long batchId, string sheet, int row, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, ct);
        if (batch?.Content is null || !BatchRights.MayOpen(batch, user.Identity, catalog)) return [];
        if (BatchReport.Read(batch.Report).Sheets.FirstOrDefault(s => s.Name == sheet) is not { } known) return [];
        using var content = new MemoryStream(batch.Content, writable: false);
        var opened = SheetReader.Open(content, batch.FileName, ReadLimits.Web);
        if (!opened.IsOpen) return [];
        using var workbook = opened.Workbook;
        var columns = catalog.Ledger(known.Key) is { } ledger ? await ledger.AllColumnsAsync(db, batch.Region ?? 0, ct) : [];
        try
        {
            return workbook.Sheets.FirstOrDefault(s => s.Name == sheet)?.Rows(ct).FirstOrDefault(r => r.Number == row) is { } found
                ? [.. known.Columns.Where(m => !found[m.At].IsEmpty).Select(m => new RowField(m.Header, m.Column, Shown(found[m.At], columns.FirstOrDefault(c => c.Key == m.Key))))]
                : [];
        }
        catch (SheetFaultException)
        {
            return [];
        }
    }

    private static string Shown(Cell cell, Column? column)
    {
        var text = DraftReader.WrittenOf(cell).Text.Trim();
        var sensitivity = column?.Sensitivity ?? (text.Count(char.IsAsciiDigit) >= ShortestNumber ? Sensitivity.Identity : Sensitivity.None);
        return Mask.Text(sensitivity, text);
    }
}

using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>Imports several files at once: households before their members, whatever the order they were given in.</summary>
public sealed class ImportRun(Importer importer, LedgerCatalog catalog)
{
    public async Task<IReadOnlyList<FileResult>> RunAsync(IReadOnlyList<string> paths, ReadLimits limits, ImportRequest request, CancellationToken ct)
    {
        var ranked = new List<(string Path, int Rank)>();
        foreach (var path in paths) ranked.Add((path, await RankAsync(path, limits, request, ct)));
        var results = new Dictionary<string, FileResult>();
        foreach (var (path, _) in ranked.OrderBy(r => r.Rank))
        {
            await using var file = File.OpenRead(path);
            results[path] = await importer.ImportAsync(file, Path.GetFileName(path), limits, request, null, ct);
        }

        return [.. paths.Distinct().Select(p => results[p])];
    }

    /// <summary>Rooms register their ledgers in the order in which these depend on each other.</summary>
    private async Task<int> RankAsync(string path, ReadLimits limits, ImportRequest request, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var opened = SheetReader.Open(file, Path.GetFileName(path), limits);
        if (!opened.IsOpen) return int.MaxValue;
        using var workbook = opened.Workbook;
        try
        {
            var (sheets, _) = await importer.RecogniseAsync(workbook, request, ct);
            return sheets.Count == 0 ? int.MaxValue : sheets.Min(s => catalog.Ledgers.TakeWhile(l => l != s.Form.Ledger).Count());
        }
        catch (Excel.SheetFaultException)
        {
            // The import itself says what is wrong with the file.
            return int.MaxValue;
        }
    }
}

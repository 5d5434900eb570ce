namespace PovertyDashboard.Excel.Reading;

/// <summary>Turns whatever broken content makes a parser throw into the one sentence for damaged files.</summary>
internal static class ReadGuard
{
    public static T Run<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsContentFault(e))
        {
            throw new SheetFaultException(ReadFaults.Damaged, e);
        }
    }

    public static IEnumerable<SheetRow> Stream(Func<IEnumerable<SheetRow>> open)
    {
        using var rows = open().GetEnumerator();
        while (Run(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    // Parsers of hostile bytes throw many types; only what is certainly not the file's fault goes through.
    private static bool IsContentFault(Exception e) =>
        e is not (SheetFaultException or OperationCanceledException or ObjectDisposedException or OutOfMemoryException);
}

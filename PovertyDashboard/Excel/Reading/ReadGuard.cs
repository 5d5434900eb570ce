using System.Text;
using System.Xml;

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
            throw IsExpected(e) ? new SheetFaultException(ReadFaults.Damaged, e) : SheetFaultException.Unexpected(e);
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

    /// <summary>What parsers throw at broken content. Anything else may be a mistake of ours, and is logged by those who show the sentence.</summary>
    private static bool IsExpected(Exception e) =>
        e is XmlException or InvalidDataException or IOException or FormatException or OverflowException or DecoderFallbackException or CsvHelper.CsvFormatException;
}

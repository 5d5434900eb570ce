namespace PovertyDashboard.Excel.Reading;

/// <summary>Opens the sheets that users send (表格读取); a file is judged by its content, never by its name.</summary>
public static class SheetReader
{
    /// <summary>Opens a workbook or csv file. The stream is read from its beginning and stays the caller's.</summary>
    /// <param name="fileName">Only names the one sheet of a csv file.</param>
    public static OpenResult Open(Stream stream, string fileName, ReadLimits limits)
    {
        try
        {
            return OpenResult.Opened(ReadGuard.Run(() => OpenWorkbook(stream, fileName, limits)));
        }
        catch (SheetFaultException e)
        {
            return OpenResult.Refused(e);
        }
    }

    private static Workbook OpenWorkbook(Stream stream, string fileName, ReadLimits limits)
    {
        var file = stream.CanSeek ? stream : Buffer(stream, limits);
        if (file.Length > limits.FileBytes)
        {
            throw new SheetFaultException(ReadFaults.FileTooBig(limits));
        }
        file.Position = 0;
        var head = new byte[FileContent.HeadBytes];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return FileContent.Judge(head.AsSpan(0, length)) switch
        {
            FileContentKind.Zip => XlsxWorkbook.Open(file, limits),
            FileContentKind.Ole => throw new SheetFaultException(OleContent.Fault(file)),
            FileContentKind.Text => CsvWorkbook.Open(file, fileName, limits),
            var kind => throw new SheetFaultException(FileContent.Fault(kind)),
        };
    }

    // A zip file is read from its end, so a stream that cannot seek has to be held; the limit bounds it.
    private static MemoryStream Buffer(Stream stream, ReadLimits limits)
    {
        var copy = new MemoryStream();
        var block = new byte[81920];
        for (int read; (read = stream.Read(block)) > 0;)
        {
            copy.Write(block, 0, read);
            if (copy.Length > limits.FileBytes)
            {
                throw new SheetFaultException(ReadFaults.FileTooBig(limits));
            }
        }
        return copy;
    }
}

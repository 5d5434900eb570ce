using System.IO.Compression;
using System.Text;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel;

/// <summary>Builds xlsx files part by part, as other programs (or attackers) write them.</summary>
internal sealed class RawXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly Dictionary<string, Action<Stream>> parts = new(StringComparer.Ordinal);

    public RawXlsx()
    {
        With("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """);
        With("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")));
        With("xl/_rels/workbook.xml.rels", Relations(("s1", "worksheet", "worksheets/sheet1.xml"), ("x", "sharedStrings", "sharedStrings.xml"), ("y", "styles", "styles.xml")));
        With("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Rel}"><sheets><sheet name="台账" sheetId="1" r:id="s1"/></sheets></workbook>""");
        With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"/>""");
        With("xl/styles.xml", $"""<styleSheet xmlns="{Main}"/>""");
        WithSheet("<sheetData/>");
    }

    public static string Relations(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Rel}/{r.Type}\" Target=\"{r.Target}\"/>"))
        + "</Relationships>";

    public RawXlsx With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public RawXlsx With(string path, byte[] content) => With(path, part => part.Write(content));

    /// <summary>A part that is written as it is made, so that one of hundreds of megabytes costs no memory.</summary>
    public RawXlsx With(string path, Action<Stream> write)
    {
        parts[path] = write;
        return this;
    }

    /// <summary>A part of which one piece stands many times between a beginning and an end.</summary>
    public RawXlsx WithMany(string path, string begin, long times, Func<long, string> piece, string end) => With(path, part =>
    {
        using var text = new StreamWriter(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 65536, leaveOpen: true);
        text.Write(begin);
        for (var i = 0L; i < times; i++) text.Write(piece(i));
        text.Write(end);
    });

    public RawXlsx WithManyRows(long times, Func<long, string> piece, string begin = "", string end = "") =>
        WithMany("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheetData>{begin}", times, piece, $"</sheetData>{end}</worksheet>");

    public RawXlsx WithManyStrings(long times, Func<long, string> piece) => WithMany("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">", times, piece, "</sst>");

    public RawXlsx Without(string path)
    {
        parts.Remove(path);
        return this;
    }

    public RawXlsx WithWorkbook(string inner) =>
        With("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Rel}">{inner}</workbook>""");

    public RawXlsx WithSheet(string inner) => With("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}" xmlns:r="{Rel}">{inner}</worksheet>""");

    public RawXlsx WithRows(string rows) => WithSheet($"<sheetData>{rows}</sheetData>");

    public RawXlsx WithStrings(string items) => With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{items}</sst>""");

    public RawXlsx WithStyles(string inner) => With("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{inner}</styleSheet>""");

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, write) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                write(part);
            }
        }
        return file.ToArray();
    }

    public OpenResult Open(ReadLimits? limits = null) => Opening.Of(ToBytes(), "台账.xlsx", limits);

    /// <summary>The rows of the first sheet.</summary>
    public List<SheetRow> Rows(ReadLimits? limits = null)
    {
        using var workbook = Open(limits).Workbook ?? throw new InvalidOperationException("The file was refused.");
        return [.. workbook.Sheets[0].Rows(CancellationToken.None)];
    }
}

/// <summary>Short cuts to open bytes.</summary>
internal static class Opening
{
    public static OpenResult Of(byte[] content, string fileName = "台账.xlsx", ReadLimits? limits = null) =>
        SheetReader.Open(new MemoryStream(content), fileName, limits ?? ReadLimits.Web);

    public static List<SheetRow> Rows(byte[] content, string fileName, ReadLimits? limits = null)
    {
        var result = Of(content, fileName, limits);
        Assert.True(result.IsOpen, result.Fault);
        using var workbook = result.Workbook;
        return [.. workbook.Sheets[0].Rows(CancellationToken.None)];
    }

    public static string Fault(byte[] content, string fileName = "台账.xlsx", ReadLimits? limits = null)
    {
        var result = Of(content, fileName, limits);
        Assert.False(result.IsOpen);
        return result.Fault;
    }
}

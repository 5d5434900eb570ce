using System.IO.Compression;
using System.Text;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel.Reading;

public sealed class HostileFileTests
{
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static byte[] Ole(params string[] streams)
    {
        var file = new byte[512 * 8];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        for (var i = 0; i < streams.Length; i++)
        {
            var entry = file.AsSpan(1024 + i * 128, 128);
            entry[64] = (byte)(Encoding.Unicode.GetBytes(streams[i], entry) + 2);
        }
        return file;
    }

    private static byte[] Office(string contentType) =>
        new RawXlsx().With("[Content_Types].xml", $"<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"{contentType}\"/></Types>").ToBytes();

    private static byte[] Zip(params string[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Array.ForEach(entries, entry => zip.CreateEntry(entry));
        }
        return file.ToArray();
    }

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty", [], ReadFaults.Empty },
        { "only a mark", [0xEF, 0xBB, 0xBF, 0x0D, 0x0A], ReadFaults.Empty },
        { "xls", Ole("Root Entry", "Workbook", "\u0005SummaryInformation"), ReadFaults.Xls },
        { "xls of 1995", Ole("Root Entry", "Book"), ReadFaults.Xls },
        { "encrypted xlsx", Ole("Root Entry", "\u0006DataSpaces", "EncryptionInfo", "EncryptedPackage"), ReadFaults.Encrypted },
        { "doc", Ole("Root Entry", "1Table", "WordDocument"), ReadFaults.Word },
        { "msi", Ole("Root Entry"), ReadFaults.Unknown },
        { "xlsm", Office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), ReadFaults.Xlsm },
        { "xlsb", Office("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), ReadFaults.Xlsb },
        { "docx", Office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), ReadFaults.Word },
        { "docm", Office("application/vnd.ms-word.document.macroEnabled.main+xml"), ReadFaults.Word },
        { "pptx", Office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), ReadFaults.PowerPoint },
        { "pptm", Office("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), ReadFaults.PowerPoint },
        { "ods", Zip("mimetype", "content.xml"), ReadFaults.Ods },
        { "zip", Zip("照片.jpg"), ReadFaults.Archive },
        { "empty zip", Zip(), ReadFaults.Archive },
        { "rar", [.. "Rar!"u8, 0x1A, 7, 0], ReadFaults.Archive },
        { "pdf", "%PDF-1.7\n"u8.ToArray(), ReadFaults.Pdf },
        { "png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], ReadFaults.Picture },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], ReadFaults.Picture },
        { "html", "\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"u8.ToArray(), ReadFaults.Html },
        { "html in utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<!DOCTYPE HTML><html>")], ReadFaults.Html },
        { "xml of 2003", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"u8.ToArray(), ReadFaults.SpreadsheetXml },
        { "other xml", "<?xml version=\"1.0\"?><a/>"u8.ToArray(), ReadFaults.Unknown },
        { "rtf", "{\\rtf1\\ansi}"u8.ToArray(), ReadFaults.Word },
        { "binary", [1, 2, 0, 4, 5, 6, 7], ReadFaults.Unknown },
        { "no workbook part", new RawXlsx().Without("xl/workbook.xml").ToBytes(), ReadFaults.Damaged },
        { "no relations", new RawXlsx().Without("_rels/.rels").ToBytes(), ReadFaults.Damaged },
        { "no sheets", new RawXlsx().WithWorkbook("<sheets/>").ToBytes(), ReadFaults.NoSheet },
        { "text with a zip's first bytes", "PK\u0003\u0004 not a zip at all, only text"u8.ToArray(), ReadFaults.Damaged },
        { "doctype", new RawXlsx().With("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>").ToBytes(), ReadFaults.Damaged },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void Each_kind_of_wrong_file_gets_its_own_sentence(string what, byte[] content, string fault)
    {
        Assert.NotEmpty(what);
        Assert.Equal(fault, Opening.Fault(content, "台账.xlsx"));
        Assert.EndsWith("。", fault, StringComparison.Ordinal);
        Assert.Contains("请", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_decides_nothing()
    {
        Assert.Single(Opening.Rows(new RawXlsx().WithRows("<row><c><v>1</v></c></row>").ToBytes(), "其实是表格.xls"));
        Assert.Single(Opening.Rows("村,户主\n"u8.ToArray(), "其实是文本.xlsx"));
        Assert.True(new RawXlsx().With("[Content_Types].xml", $"<Types><Override PartName=\"/XL/workbook.xml\" ContentType=\"{Sheet}.template.main+xml\"/></Types>").Open().IsOpen);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_with_a_sentence()
    {
        var whole = new RawXlsx().WithRows(string.Concat(Enumerable.Range(0, 200).Select(i => $"<row><c><v>{i}</v></c></row>"))).ToBytes();

        for (var length = 4; length < whole.Length; length += 13)
        {
            Assert.Equal(ReadFaults.Damaged, Opening.Fault(whole[..length]));
        }
    }

    [Fact]
    public void Bytes_changed_at_random_never_throw_anything_but_a_sentence()
    {
        var whole = new RawXlsx().WithStrings("<si><t>张三</t></si>").WithRows("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""").ToBytes();
        var random = new Random(20200810);
        for (var i = 0; i < 3000; i++)
        {
            var broken = (byte[])whole.Clone();
            for (var n = 0; n <= i % 4; n++)
            {
                broken[random.Next(4, broken.Length)] = (byte)random.Next(256);
            }
            if (Opening.Of(broken) is { IsOpen: true } opened)
            {
                using var workbook = opened.Workbook;
                try
                {
                    Assert.InRange(workbook.Sheets.Sum(sheet => sheet.Rows(CancellationToken.None).Count() + sheet.Merges.Count), 0, 10);
                }
                catch (SheetFaultException e)
                {
                    Assert.EndsWith("。", e.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData("<row r=\"0\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"99999999999\"><c><v>1</v></c></row>")]
    [InlineData("<row><c r=\"A\"><v>1</v></c></row>")]
    [InlineData("<row><c r=\"ZZZZZZZZZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>7</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>-1</v></c></row>")]
    [InlineData("<row><c s=\"x\"><v>1</v></c></row>")]
    [InlineData("<row><c><v>1</v></row>")]
    [InlineData("<row>&unknown;</row>")]
    public void Broken_rows_give_the_sentence_for_damaged_files(string rows) =>
        Assert.Equal(ReadFaults.Damaged, Assert.Throws<SheetFaultException>(() => new RawXlsx().WithRows(rows).Rows()).Message);

    [Fact]
    public void Limits_are_kept()
    {
        var rows = new RawXlsx().WithRows(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 30)));

        Assert.Contains("超过 29 行", Assert.Throws<SheetFaultException>(() => rows.Rows(ReadLimits.Web with { Rows = 29 })).Message, StringComparison.Ordinal);
        Assert.Equal(30, rows.Rows(ReadLimits.Web with { Rows = 30 }).Count);
        Assert.Contains("10 MB", Opening.Fault(new byte[10 * 1024 * 1024 + 1]), StringComparison.Ordinal);
        Assert.Contains("超过 3 个", rows.Open(ReadLimits.Web with { Entries = 3 }).Fault, StringComparison.Ordinal);
        Assert.Contains("第 1 行：内容超过 128 列", Assert.Throws<SheetFaultException>(
            () => new RawXlsx().WithRows("""<row><c r="DY1"><v>1</v></c></row>""").Rows()).Message, StringComparison.Ordinal);
        Assert.Single(new RawXlsx().WithRows("""<row><c><v>1</v></c><c r="DY1" s="1"/></row>""").Rows());
    }

    [Fact]
    public void A_zip_bomb_stops_at_the_limit()
    {
        var bomb = new RawXlsx().WithRows(string.Concat(Enumerable.Repeat("<row></row>", 1_000_000)));
        var limits = ReadLimits.Web with { UnzippedBytes = 5 * 1024 * 1024 };

        Assert.Contains("展开后超过 5 MB", bomb.Open(limits).Fault, StringComparison.Ordinal);
        Assert.Empty(bomb.Rows());
    }

    public static TheoryData<string, string> MemoryBombs => new()
    {
        { "depth", string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) },
        { "names", string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<a{i}/>")) },
        { "attributes", "<row " + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}=\"\" ")) + "/>" },
        { "long attribute", $"<row a=\"{new string('a', 2_000_000)}\"/>" },
        { "long text", $"<row>{new string('a', 2_000_000)}</row>" },
    };

    [Theory]
    [MemberData(nameof(MemoryBombs), DisableDiscoveryEnumeration = true)]
    public void What_a_reader_would_hold_in_memory_is_bounded(string what, string rows)
    {
        Assert.NotEmpty(what);
        var file = new RawXlsx().WithRows(rows);
        using var workbook = file.Open().Workbook!;

        Assert.Equal(ReadFaults.Damaged, Assert.Throws<SheetFaultException>(() => file.Rows()).Message);
        // The ranges stand behind the rows, which are passed over as bytes where nothing of them has to be held.
        Assert.Contains(Record.Exception(() => workbook.Sheets[0].Merges)?.Message, new[] { null, ReadFaults.Damaged });
    }

    [Fact]
    public void Reading_a_sheet_twice_is_not_charged_twice()
    {
        var limits = ReadLimits.Web with { UnzippedBytes = 6_000_000, Rows = 2_000 };
        using var workbook = new RawXlsx().WithRows("<row><c><v>1</v></c></row>" + string.Concat(Enumerable.Repeat("<row></row>", 400_000))).Open(limits).Workbook!;

        for (var i = 0; i < 3; i++)
        {
            Assert.Single(workbook.Sheets[0].Rows(CancellationToken.None));
        }
        Assert.Empty(workbook.Sheets[0].Merges);
    }
}

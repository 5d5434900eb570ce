using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Remediation;

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>Small files that grow: in bytes, in parts, in sheets, in texts, in rows.</summary>
internal static class Bombs
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private static readonly string Unknown = string.Concat(Enumerable.Repeat("<a/>", 1_000));
    private static readonly string EmptyCells = $"<row>{string.Concat(Enumerable.Repeat("<c/>", 16_384))}</row>";
    private static readonly string EmptyRows = string.Concat(Enumerable.Repeat("<row></row>", 1_000));

    // A third of each, so that it might be any of them.
    private static readonly string[] Headers = [.. HouseholdLedger.Ledger.Columns.TakeLast(40).Concat(ProblemLedger.Ledger.Columns.Take(40)).Concat(ClinicRecordLedger.Ledger.Columns.Take(40)).Select(c => c.Header).Concat(Enumerable.Repeat("邻里", 120)).Take(120)];

    public static IEnumerable<HostileFile> All =>
    [
        new("250 MB of empty rows", () => new RawXlsx().WithManyRows(23_000, _ => EmptyRows).ToBytes(), ReadFaultsText.TooBig),
        new("250 MB of empty rows that say they are 1 KB", () => SaySize(new RawXlsx().WithManyRows(23_000, _ => EmptyRows).ToBytes(), Sheet, 1_024), ReadFaultsText.Damaged),
        new("190 MB of empty rows", () => new RawXlsx().WithManyRows(17_000, _ => EmptyRows).ToBytes(), ReadFaultsText.Damaged),
        new("a million empty rows", () => new RawXlsx().WithManyRows(1_000, _ => EmptyRows, HouseholdRows.Header).ToBytes(), "表头下面没有数据"),
        new("190 MB of empty cells", () => new RawXlsx().WithManyRows(2_900, _ => EmptyCells, HouseholdRows.Header).ToBytes(), "格子（含设了格式的空白格子）太多"),
        new("190 MB of elements that nobody knows", () => new RawXlsx().WithManyRows(47_000, _ => Unknown, HouseholdRows.Header).ToBytes(), "太多"),
        new("190 MB of elements that nobody knows, behind the rows", () => new RawXlsx().WithMany(Sheet, $"<worksheet><sheetData>{HouseholdRows.Header}{HouseholdRows.Right(1)}</sheetData>", 47_000, _ => Unknown, "</worksheet>").ToBytes(), "太多"),
        new("a row of 20,000 empty cells", () => HouseholdRows.File($"<row>{string.Concat(Enumerable.Repeat("<c/>", 20_000))}</row>"), ReadFaultsText.Damaged),
        new("190 MB of blanks between rows", () => new RawXlsx().WithManyRows(190, _ => new string(' ', 900_000) + "<row/>").ToBytes(), ReadFaultsText.Empty),
        new("180 parts that share their bytes, 9 GB together", () => Overlapping(180), ReadFaultsText.TooBig),
        new("201 parts", () => WrongKinds.Zip([.. Enumerable.Range(0, 201).Select(i => ($"xl/media/{i}.png", "x"))]), "超过 200 个"),
        new("60,000 parts", () => WrongKinds.Zip([.. Enumerable.Range(0, 60_000).Select(i => (i.ToString(CultureInfo.InvariantCulture), ""))]), "超过 200 个"),
        new("two parts of one name", () => WrongKinds.Zip(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", RawXlsx.Relations(("r", "officeDocument", "xl/workbook.xml"))), ("xl/workbook.xml", "<workbook/>"), ("xl/workbook.xml", "<workbook/>")), ReadFaultsText.Damaged),
        new("10,000 sheets of one part", () => Sheets(10_000, _ => "s1"), "工作表超过 200 张"),
        new("150 sheets of one part", () => Sheets(150, _ => "s1"), ReadFaultsText.Damaged),
        new("100,000 sheets and as many links", () => Linked(Sheets(100_000), 100_000), ReadFaultsText.Damaged),
        new("180 sheets full of words", () => ManyHeads(180, (row, column) => $"词{row}之{column}"), ReadFaultsText.Unknown),
        new("180 sheets full of headers of several ledgers", () => ManyHeads(180, (_, column) => Headers[column]), ReadFaultsText.Unknown),
        new("a text of 190 MB", () => WithWords(190, i => (i == 0 ? "<si><t>" : "") + new string('字', 333_000)), ReadFaultsText.Damaged),
        new("190 MB of texts of 500", () => WithWords(380_000, i => string.Create(CultureInfo.InvariantCulture, $"<si><t>{i:000000}{new string('a', 490)}</t></si>")), ReadFaultsText.TooMuchText),
        new("30 million empty texts", () => WithWords(30_000, _ => string.Concat(Enumerable.Repeat("<si/>", 1_000))), ReadFaultsText.TooMuchText),
        new("190 MB of texts in the cells", () => new RawXlsx().WithManyRows(20_000, i => $"<row>{string.Concat(Enumerable.Repeat($"<c t=\"inlineStr\"><is><t>{i:00000}{new string('b', 400)}</t></is></c>", 21))}</row>", HouseholdRows.Header).ToBytes(), ReadFaultsText.TooMuchText),
        new("20,001 rows", () => new RawXlsx().WithManyRows(20_001, _ => "<row><c><v>1</v></c></row>", HouseholdRows.Header).ToBytes(), "超过 20,000 行"),
        new("129 columns", () => new RawXlsx().WithRows($"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 129))}</row>").ToBytes(), "超过 128 列"),
        new("20,000 rows of which every cell is wrong", () => new RawXlsx().WithManyRows(19_990, _ => HouseholdRows.Wrong, HouseholdRows.Header).ToBytes(), "", HostileEnd.RowsHeld),
    ];

    private static RawXlsx Sheets(int count) => new RawXlsx().WithMany("xl/workbook.xml",
        "<workbook xmlns=\"m\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>", count, i => $"<sheet name=\"{i}\" sheetId=\"{i}\" r:id=\"s{i}\"/>", "</sheets></workbook>");

    private static byte[] Sheets(int count, Func<long, string> link) => new RawXlsx().WithMany("xl/workbook.xml",
        "<workbook xmlns=\"m\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>", count, i => $"<sheet name=\"{i}\" sheetId=\"{i}\" r:id=\"{link(i)}\"/>", "</sheets></workbook>").ToBytes();

    private static byte[] Linked(RawXlsx book, int count) => book.WithMany("xl/_rels/workbook.xml.rels",
        "<Relationships>", count, i => $"<Relationship Id=\"s{i}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>", "</Relationships>").ToBytes();

    /// <summary>Sheets each of which might be a ledger by its many words.</summary>
    private static byte[] ManyHeads(int count, Func<long, int, string> text)
    {
        var book = Sheets(count);
        for (var i = 0; i < count; i++)
            book.WithMany($"xl/worksheets/sheet{i}.xml", "<worksheet><sheetData>", 20, row => $"<row>{string.Concat(Enumerable.Range(0, 120).Select(c => $"<c t=\"inlineStr\"><is><t>{text(row, c)}</t></is></c>"))}</row>", "</sheetData></worksheet>");
        book.Without("xl/sharedStrings.xml").Without("xl/styles.xml");
        return book.WithMany("xl/_rels/workbook.xml.rels", "<Relationships>", count, i => $"<Relationship Id=\"s{i}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>", "</Relationships>").ToBytes();
    }

    private static byte[] WithWords(long times, Func<long, string> item) => new RawXlsx().WithManyStrings(times, item).WithRows("<row><c t=\"s\"><v>0</v></c></row>").ToBytes();

    /// <summary>States another size of a part in both of its headers.</summary>
    private static byte[] SaySize(byte[] zip, string part, uint size)
    {
        for (var at = 0; at < zip.Length - 46; at++)
        {
            var header = BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at));
            var (name, length) = header switch { 0x04034B50 => (30, 26), 0x02014B50 => (46, 28), _ => (0, 0) };
            if (name > 0 && zip.AsSpan(at + name).StartsWith(System.Text.Encoding.ASCII.GetBytes(part))) BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + length - 4), size);
        }

        return zip;
    }

    /// <summary>Central directory entries that all mean one local part of 50 MB.</summary>
    private static byte[] Overlapping(int count)
    {
        using var one = new MemoryStream();
        using (var zip = new ZipArchive(one, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("000").Open();
            for (var i = 0; i < 50; i++) part.Write(new byte[1_000_000]);
        }

        var file = one.ToArray();
        var directory = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(file.Length - 6));
        var entry = file[directory..^22];
        using var many = new MemoryStream();
        many.Write(file.AsSpan(0, directory));
        for (var i = 0; i < count; i++)
        {
            System.Text.Encoding.ASCII.GetBytes(i.ToString("000", CultureInfo.InvariantCulture)).CopyTo(entry, 46);
            many.Write(entry);
        }

        var end = file[^22..];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)count);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), entry.Length * count);
        many.Write(end);
        return many.ToArray();
    }
}

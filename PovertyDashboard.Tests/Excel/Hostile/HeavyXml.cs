using System.Globalization;
using System.Text;

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>XML that wants to be obeyed (entities, outside addresses) or held in memory (depth, attributes, names, texts).</summary>
internal static class HeavyXml
{
    private const string Book = "xl/workbook.xml";
    private static readonly string Many = new('>', 1_000_000);

    public static IEnumerable<HostileFile> All =>
    [
        Entity("entities that double nine times", "<!ENTITY a0 \"哈哈哈哈哈哈哈哈\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">")), "&a9;"),
        Entity("one long entity, used often", $"<!ENTITY a \"{new string('a', 100_000)}\">", string.Concat(Enumerable.Repeat("&a;", 20_000))),
        Entity("an entity that is a file", "<!ENTITY a SYSTEM \"file:///etc/passwd\">", "&a;"),
        Entity("an entity that is an address", "<!ENTITY a SYSTEM \"http://127.0.0.1:9/a\">", "&a;"),
        Entity("a parameter entity that is an address", "<!ENTITY % a SYSTEM \"http://127.0.0.1:9/a.dtd\"> %a;", ""),
        new("a DTD elsewhere", () => new RawXlsx().With(Book, "<!DOCTYPE workbook SYSTEM \"http://127.0.0.1:9/a.dtd\"><workbook/>").ToBytes(), ReadFaultsText.Damaged),
        new("an entity in the shared texts", () => new RawXlsx().With("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><sst><si><t>&a;</t></si></sst>").WithRows("<row><c t=\"s\"><v>0</v></c></row>").ToBytes(), ReadFaultsText.Damaged),
        new("an entity that nobody has named", () => new RawXlsx().WithRows("<row><c><v>&a;</v></c></row>").ToBytes(), ReadFaultsText.Damaged),
        Rows("a million elements in each other", 1, _ => string.Concat(Enumerable.Repeat("<a>", 1_000_000))),
        Rows("a million attributes", 1_001, i => i == 0 ? "<row " : string.Concat(Enumerable.Range(0, 1_000).Select(n => $"a{i}_{n}=\"\" ")) + (i == 1_000 ? "/>" : "")),
        Rows("attributes that hide how long their tag is", 1_001, i => i == 0 ? "<row " : string.Concat(Enumerable.Range(0, 1_000).Select(n => $"a{i}_{n}=\">\" ")) + (i == 1_000 ? "/>" : "")),
        Rows("a million namespaces", 1_000, i => "<row " + string.Concat(Enumerable.Range(0, 1_000).Select(n => $"xmlns:n{i}_{n}=\"u{i}{n}\" ")) + "/>"),
        Rows("a million names", 1_000, i => string.Concat(Enumerable.Range(0, 1_000).Select(n => $"<e{i}_{n}/>"))),
        new("a value of 150 MB with signs in it", () => new RawXlsx().WithManyRows(150, i => (i == 0 ? "<row a=\"" : "") + Many).ToBytes(), ReadFaultsText.Damaged),
        new("a text of 150 MB with signs in it", () => new RawXlsx().WithManyRows(150, i => (i == 0 ? "<row><c><v>" : "") + Many).ToBytes(), ReadFaultsText.Damaged),
        new("a CDATA of 150 MB", () => new RawXlsx().WithManyRows(150, i => (i == 0 ? "<row><c><v><![CDATA[" : "") + Many.Replace('>', 'a')).ToBytes(), ReadFaultsText.Damaged),
        new("a comment of 150 MB", () => new RawXlsx().WithManyRows(150, i => i == 0 ? "<!-- it's " : i == 149 ? "-->" : Many).ToBytes(), ReadFaultsText.Empty),
        new("an instruction of 150 MB", () => new RawXlsx().WithManyRows(150, i => i == 0 ? "<?a " : i == 149 ? "?>" : Many.Replace('>', 'a')).ToBytes(), ReadFaultsText.Empty),
        new("a comment that never ends", () => new RawXlsx().WithManyRows(100, i => i == 0 ? "<!--" : Many).ToBytes(), ReadFaultsText.Damaged),
        new("300,000 number formats", () => new RawXlsx().WithMany("xl/styles.xml", "<styleSheet><numFmts>", 300_000, i => string.Create(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{i}\"/>"), "</numFmts></styleSheet>").WithRows("<row><c s=\"0\"><v>1</v></c></row>").ToBytes(), ReadFaultsText.Damaged),
        new("30 million cell formats", () => new RawXlsx().WithMany("xl/styles.xml", "<styleSheet><cellXfs>", 30_000, _ => string.Concat(Enumerable.Repeat("<xf/>", 1_000)), "</cellXfs></styleSheet>").WithRows("<row><c s=\"0\"><v>1</v></c></row>").ToBytes(), ReadFaultsText.Damaged),
        new("a workbook in UTF-7", () => new RawXlsx().With(Book, "<?xml version=\"1.0\" encoding=\"utf-7\"?>+ADw-workbook/+AD4-").ToBytes(), ReadFaultsText.Damaged),
        new("a workbook in bytes that are no UTF-8", () => new RawXlsx().With(Book, [.. "<workbook><sheets><sheet name=\""u8, 0xC0, 0x80, .. "\"/></sheets></workbook>"u8]).ToBytes(), ReadFaultsText.Damaged),
        new("half a character", () => HouseholdRows.File($"<row>{HouseholdRows.Cell("&#xD842;")}</row>"), ReadFaultsText.Damaged),
        new("a sheet in UTF-16 that hides how long its tag is", () => new RawXlsx().With("xl/worksheets/sheet1.xml", part =>
        {
            using var text = new StreamWriter(part, Encoding.Unicode, 65536, leaveOpen: true);
            text.Write("<worksheet><sheetData><row a=\"");
            for (var i = 0; i < 60; i++) text.Write(new string('\u3E3E', 1_000_000));
        }).ToBytes(), ReadFaultsText.Damaged),
    ];

    private static HostileFile Entity(string what, string declarations, string use) => new(what,
        () => new RawXlsx().With("xl/worksheets/sheet1.xml", $"<!DOCTYPE worksheet [{declarations}]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>{use}</t></is></c></row></sheetData></worksheet>").ToBytes(), ReadFaultsText.Damaged);

    private static HostileFile Rows(string what, long times, Func<long, string> piece) => new(what, () => new RawXlsx().WithManyRows(times, piece).ToBytes(), ReadFaultsText.Damaged);
}

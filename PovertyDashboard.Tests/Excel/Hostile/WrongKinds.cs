using System.IO.Compression;
using System.Text;

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>Files of other kinds under the name of a sheet: each is named for what it is.</summary>
internal static class WrongKinds
{
    private const string Office = "application/vnd.openxmlformats-officedocument.", Excel = "application/vnd.ms-excel.sheet.";

    public static IEnumerable<HostileFile> All =>
    [
        new("nothing in it", () => [], "是空文件"),
        new("only a byte order mark", () => [0xEF, 0xBB, 0xBF], "这是空文件"),
        new("an old workbook (.xls)", () => Ole("Root Entry", "Workbook"), "旧版 .xls"),
        new("a workbook with a password", () => Ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), "设置了打开密码"),
        new("an old letter (.doc)", () => Ole("Root Entry", "WordDocument"), "Word 文档"),
        new("a container of nothing known", () => Ole("Root Entry"), "无法识别这个文件"),
        new("macros (.xlsm)", () => Typed(Excel + "macroEnabled.main+xml"), "带宏的 .xlsm"),
        new("macros under another type", () => new RawXlsx().With("xl/_rels/workbook.xml.rels", RawXlsx.Relations(("s1", "worksheet", "worksheets/sheet1.xml"), ("m", "vbaProject", "vbaProject.bin"))).With("xl/vbaProject.bin", [0xD0, 0xCF]).ToBytes(), "带宏的 .xlsm"),
        new("a binary workbook (.xlsb)", () => Typed(Excel + "binary.macroEnabled.main"), ".xlsb"),
        new("a letter (.docx)", () => Typed(Office + "wordprocessingml.document.main+xml"), "Word 文档"),
        new("slides (.pptx)", () => Typed(Office + "presentationml.presentation.main+xml"), "演示文稿"),
        new("an open document (.ods)", () => Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<office/>")), ".ods"),
        new("an archive", () => Zip(("照片.jpg", "x"), ("户信息.xlsx", "x")), "压缩包"),
        new("an archive in an archive in an archive", () => Nested(9), "压缩包"),
        new("a PDF", () => "%PDF-1.7\n%âãÏÓ\n1 0 obj"u8.ToArray(), "PDF"),
        new("a picture (.png)", () => [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], "图片"),
        new("a picture (.jpg)", () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "图片"),
        new("a web page", () => "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>村"u8.ToArray(), "网页文件"),
        new("a sheet of 2003 (.xml)", () => "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"u8.ToArray(), "XML 表格"),
        new("a program", () => [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0], "无法识别这个文件"),
        new("a text that begins like an archive", () => "PK\u0003\u0004 不是压缩包"u8.ToArray(), ReadFaultsText.Damaged),
        new("more than 10 MB", () => new byte[(10 * 1024 * 1024) + 1], "超过 10 MB"),
    ];

    public static byte[] Zip(params (string Path, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    private static byte[] Typed(string type) =>
        new RawXlsx().With("[Content_Types].xml", $"<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}\"/></Types>").ToBytes();

    private static byte[] Nested(int deep)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("再里面.zip").Open();
            part.Write(deep == 0 ? new byte[1_000_000] : Nested(deep - 1));
        }

        return file.ToArray();
    }

    private static byte[] Ole(params string[] streams)
    {
        var file = new byte[512 * 8];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        for (var i = 0; i < streams.Length; i++)
        {
            var entry = file.AsSpan(1024 + (i * 128), 128);
            entry[64] = (byte)(Encoding.Unicode.GetBytes(streams[i], entry) + 2);
        }

        return file;
    }
}

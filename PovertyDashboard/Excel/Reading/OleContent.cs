using System.Buffers.Binary;
using System.Text;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Tells old Office files (OLE2 复合文档) apart by the names of the streams inside.</summary>
internal static class OleContent
{
    private const int EntryBytes = 128;
    private const int NameLengthOffset = 64;

    private static readonly (string Name, string Fault)[] Streams =
    [
        // An encrypted package comes first: Excel and WPS wrap it in the same container.
        ("EncryptedPackage", ReadFaults.Encrypted),
        ("Workbook", ReadFaults.Xls),
        ("Book", ReadFaults.Xls),
        ("WordDocument", ReadFaults.Word),
        ("PowerPoint Document", ReadFaults.PowerPoint),
    ];

    public static string Fault(Stream file)
    {
        var found = new bool[Streams.Length];
        file.Position = 0;
        var block = new byte[EntryBytes * 512];
        for (int length; (length = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0;)
        {
            // Directory entries lie on multiples of their size, whatever the sector size is.
            for (var at = 0; at + EntryBytes <= length; at += EntryBytes)
            {
                Mark(block.AsSpan(at, EntryBytes), found);
            }
        }
        var first = Array.IndexOf(found, true);
        return first < 0 ? ReadFaults.Unknown : Streams[first].Fault;
    }

    private static void Mark(ReadOnlySpan<byte> entry, bool[] found)
    {
        var nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(entry[NameLengthOffset..]) - 2;
        if (nameBytes is <= 0 or >= NameLengthOffset)
        {
            return;
        }
        var name = Encoding.Unicode.GetString(entry[..nameBytes]);
        var index = Array.FindIndex(Streams, stream => stream.Name == name);
        if (index >= 0)
        {
            found[index] = true;
        }
    }
}

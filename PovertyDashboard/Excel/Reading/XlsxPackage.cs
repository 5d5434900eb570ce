using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PovertyDashboard.Excel.Reading;

/// <summary>The zip file of a workbook: parts are found through relationships and read as XML within the limits.</summary>
internal sealed class XlsxPackage : IDisposable
{
    // A document in memory costs some ten times its text; styles, links and comments of honest workbooks are far smaller.
    private const long LargestDocument = 16 * 1024 * 1024;

    // Each element and attribute of such a document is an object; stylesheets that have grown for years have some 700,000.
    private const int MostNodes = 1_000_000;

    // Links of cells are external and do not count.
    private const int MostRelationships = 10_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly BoundedNames names = new();
    private readonly Quota bytes;
    private readonly Quota tags;

    public XlsxPackage(Stream file, ReadLimits limits)
    {
        Limits = limits;
        bytes = new Quota(limits.UnzippedBytes);
        tags = new Quota(limits.Tags);
        RowQuota = new Quota(limits.Rows);
        TextQuota = new Quota(limits.Characters);
        archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            AddParts();
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public ReadLimits Limits { get; }

    /// <summary>Rows with content over all sheets.</summary>
    public Quota RowQuota { get; }

    /// <summary>Characters of the shared texts and of each sheet's own.</summary>
    public Quota TextQuota { get; }

    public IEnumerable<string> Paths => parts.Keys;

    public bool Has(string path) => parts.ContainsKey(path);

    public XmlReader OpenXml(string path, long most = long.MaxValue) => Xml(path, Open(path, most));

    /// <summary>The bytes of a part, counted.</summary>
    public Stream Open(string path, long most = long.MaxValue) =>
        new CountedStream(EntryOf(path).Open(), read => Count(path, read <= most ? read : throw new InvalidDataException("A part is too large.")));

    /// <summary>Reads the XML of a part with what makes it harmless; the format allows UTF-8 and marked UTF-16 alone.</summary>
    public XmlReader Xml(string path, Stream part) => XmlReader.Create(new BoundedText(new StreamReader(part, Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 65536), tags => CountTags(path, tags)), new XmlReaderSettings
    {
        NameTable = names,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>A small part as a whole (styles, relationships, comments).</summary>
    public XDocument Load(string path)
    {
        using (var counted = OpenXml(path, LargestDocument))
        {
            for (var nodes = 0; counted.Next();)
            {
                nodes += 1 + counted.AttributeCount;
                if (nodes > MostNodes)
                {
                    throw new InvalidDataException("A part has too many elements.");
                }
            }
        }
        using var xml = OpenXml(path, LargestDocument);
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Copies a part as it is, counted like what is read.</summary>
    public void Copy(string path, Stream output, CancellationToken ct)
    {
        using var part = EntryOf(path).Open();
        var block = new byte[81920];
        var count = 0L;
        for (int read; (read = part.Read(block)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            Count(path, count += read);
            output.Write(block, 0, read);
        }
    }

    /// <summary>The path of the part that holds the relationships of a part.</summary>
    public static string RelationshipsPath(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        return $"{folder}_rels/{part[folder.Length..]}.rels";
    }

    /// <summary>The relationships of a part (of the package for ""): id, last word of the type, and target path.</summary>
    public List<(string Id, string Type, string Target)> Relationships(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var path = RelationshipsPath(part);
        var found = new List<(string, string, string)>();
        if (!Has(path))
        {
            return found;
        }
        using var xml = OpenXml(path);
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External")
            {
                var type = xml.GetAttribute("Type") ?? "";
                found.Add((xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, xml.GetAttribute("Target") ?? "")));
                if (found.Count > MostRelationships)
                {
                    throw new InvalidDataException("A part has too many relationships.");
                }
            }
        }
        return found;
    }

    /// <summary>The content type of a part as <c>[Content_Types].xml</c> states it, or "".</summary>
    public string ContentType(string part)
    {
        const string ContentTypes = "[Content_Types].xml";
        var byExtension = "";
        if (!Has(ContentTypes))
        {
            return byExtension;
        }
        var extension = Path.GetExtension(part).TrimStart('.');
        using var xml = OpenXml(ContentTypes);
        while (xml.Next())
        {
            var type = xml.NodeType == XmlNodeType.Element ? xml.GetAttribute("ContentType") : null;
            if (type is not null && part.Equals(xml.GetAttribute("PartName")?.TrimStart('/'), StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
            if (type is not null && extension.Equals(xml.GetAttribute("Extension"), StringComparison.OrdinalIgnoreCase))
            {
                byExtension = type;
            }
        }
        return byExtension;
    }

    public void Dispose() => archive.Dispose();

    private void AddParts()
    {
        if (archive.Entries.Count > Limits.Entries)
        {
            throw new SheetFaultException(ReadFaults.TooManyEntries(Limits));
        }
        var stated = 0L;
        foreach (var entry in archive.Entries)
        {
            // An honest bomb says what it is before anything of it is read; of a part that states less than it is, no more than that is read.
            stated += entry.Length;
            if (entry.Length > Limits.UnzippedBytes || stated > Limits.UnzippedBytes)
            {
                throw new SheetFaultException(ReadFaults.UnzippedTooBig(Limits));
            }
            // Some writers use backslashes; folder entries such as "_rels/" are no parts.
            var path = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (!path.EndsWith('/') && !parts.TryAdd(path, entry))
            {
                throw new InvalidDataException("Two parts have the same name.");
            }
        }
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        var full = target.StartsWith('/') ? target : folder + target;
        foreach (var step in Uri.UnescapeDataString(full).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }
        return string.Join('/', steps);
    }

    private ZipArchiveEntry EntryOf(string path) => parts.GetValueOrDefault(path) ?? throw new InvalidDataException("A part named by a relationship is missing.");

    /// <summary>Takes note of how many tags of a part were read; a sheet of nothing but blank cells is stopped by it.</summary>
    /// <exception cref="SheetFaultException">There are too many.</exception>
    public void CountTags(string path, long read)
    {
        if (!tags.Allows(path, read))
        {
            throw new SheetFaultException(ReadFaults.TooManyTags);
        }
    }

    private void Count(string path, long read)
    {
        if (!bytes.Allows(path, read))
        {
            throw new SheetFaultException(ReadFaults.UnzippedTooBig(Limits));
        }
    }
}

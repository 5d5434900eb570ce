using System.IO.Compression;
using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>The zip file of a workbook: parts are found through relationships and read as XML within the limits.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly BoundedNames names = new();
    private readonly Quota bytes;

    public XlsxPackage(Stream file, ReadLimits limits)
    {
        Limits = limits;
        bytes = new Quota(limits.UnzippedBytes);
        RowQuota = new Quota(limits.Rows);
        archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.Entries)
        {
            archive.Dispose();
            throw new SheetFaultException(ReadFaults.TooManyEntries(limits));
        }
        foreach (var entry in archive.Entries)
        {
            // Some writers use backslashes; folder entries such as "_rels/" are no parts.
            var path = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (!path.EndsWith('/'))
            {
                parts.TryAdd(path, entry);
            }
        }
    }

    public ReadLimits Limits { get; }

    /// <summary>Rows with content over all sheets.</summary>
    public Quota RowQuota { get; }

    public IEnumerable<string> Paths => parts.Keys;

    public bool Has(string path) => parts.ContainsKey(path);

    public XmlReader OpenXml(string path)
    {
        if (!parts.TryGetValue(path, out var entry))
        {
            throw new InvalidDataException("A part named by a relationship is missing.");
        }
        var counted = new CountedStream(entry.Open(), read => Count(path, read));
        return XmlReader.Create(counted, new XmlReaderSettings
        {
            NameTable = names,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>The relationships of a part (of the package for ""): id, last word of the type, and target path.</summary>
    public List<(string Id, string Type, string Target)> Relationships(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var path = $"{folder}_rels/{part[folder.Length..]}.rels";
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

    private void Count(string path, long read)
    {
        if (!bytes.Allows(path, read))
        {
            throw new SheetFaultException(ReadFaults.UnzippedTooBig(Limits));
        }
    }
}

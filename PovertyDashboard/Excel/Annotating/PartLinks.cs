using System.Globalization;
using System.Xml.Linq;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>The relationships of a part, to which further ones may be added (部件关系).</summary>
internal sealed class PartLinks
{
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly List<(string Id, string Type, string Target)> found;

    public PartLinks(XlsxPackage package, string part)
    {
        Path = XlsxPackage.RelationshipsPath(part);
        found = package.Relationships(part);
        Document = package.Has(Path) ? package.Load(Path) : new XDocument(new XElement(Namespace + "Relationships"));
    }

    public string Path { get; }

    public XDocument Document { get; }

    /// <summary>The namespace of <c>r:id</c> in a sheet of the given main namespace.</summary>
    public static string NamespaceFor(string main) => main.StartsWith("http://purl.oclc.org/", StringComparison.Ordinal) ? Strict : Transitional;

    public string? TargetOf(string type) => found.Find(r => r.Type == type).Target;

    /// <summary>Adds a relationship to the part of the given path and returns its id.</summary>
    public string Add(string type, string target, string main)
    {
        var taken = Document.Root!.Elements().Select(e => (string?)e.Attribute("Id")).ToHashSet();
        var number = taken.Count + 1;
        string id;
        do id = string.Create(CultureInfo.InvariantCulture, $"rId{number++}");
        while (taken.Contains(id));
        Document.Root.Add(new XElement(Document.Root.Name.Namespace + "Relationship", new XAttribute("Id", id), new XAttribute("Type", $"{NamespaceFor(main)}/{type}"), new XAttribute("Target", "/" + target)));
        return id;
    }
}

/// <summary>The content types of a package, to which those of new parts are added (部件类型).</summary>
internal sealed class ContentTypes(XDocument document)
{
    public const string Path = "[Content_Types].xml";

    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public XDocument Document => document;

    private XElement Root => document.Root!;

    public void AddComments(string part) => Override(part, Main + "comments+xml");

    public void AddStyles(string part) => Override(part, Main + "styles+xml");

    public void AddVml()
    {
        if (!Root.Elements().Any(e => string.Equals((string?)e.Attribute("Extension"), "vml", StringComparison.OrdinalIgnoreCase)))
            Root.AddFirst(new XElement(Root.Name.Namespace + "Default", new XAttribute("Extension", "vml"), new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.vmlDrawing")));
    }

    private void Override(string part, string type) =>
        Root.Add(new XElement(Root.Name.Namespace + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
}

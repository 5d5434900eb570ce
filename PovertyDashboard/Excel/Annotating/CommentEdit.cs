using System.Globalization;
using System.Xml.Linq;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>The comments of a sheet and the boxes in which programs show them (批注): ours of an earlier copy go, the user's own stay.</summary>
internal sealed class CommentEdit
{
    private const string Author = "导入核对";
    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml", O = "urn:schemas-microsoft-com:office:office", X = "urn:schemas-microsoft-com:office:excel";
    private readonly XNamespace ns;
    private readonly XElement list;
    private readonly HashSet<string> taken;
    private readonly string author;
    private int shape;

    /// <param name="comments">The sheet's comments; null where it has none.</param>
    /// <param name="boxes">Its drawing of boxes (VML), which may hold other controls; null where it has none.</param>
    /// <param name="main">Main namespace of the workbook.</param>
    public CommentEdit(XDocument? comments, XDocument? boxes, XNamespace main)
    {
        Comments = comments ?? new XDocument(new XElement(main + "comments", new XElement(main + "authors"), new XElement(main + "commentList")));
        Boxes = boxes ?? NewBoxes();
        ns = Comments.Root!.Name.Namespace;
        list = Part("commentList");
        author = AuthorNumber(Part("authors"));
        var old = list.Elements(ns + "comment").Where(c => (string?)c.Attribute("authorId") == author).ToList();
        RemoveBoxes([.. old.Select(c => (string?)c.Attribute("ref") ?? "")]);
        old.ForEach(c => c.Remove());
        taken = [.. list.Elements(ns + "comment").Select(c => (string?)c.Attribute("ref") ?? "")];
        shape = Boxes.Root!.Elements(V + "shape").Select(s => (string?)s.Attribute("id") ?? "").Select(id => id.StartsWith("_x0000_s", StringComparison.Ordinal) && int.TryParse(id[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Append(1024).Max();
    }

    public XDocument Comments { get; }

    public XDocument Boxes { get; }

    /// <summary>Adds a comment, unless the user has put one of his own there: a cell has one.</summary>
    public void Add(int row, int column, string text)
    {
        var at = CellRange.Address(row, column);
        if (!taken.Add(at)) return;
        list.Add(new XElement(ns + "comment", new XAttribute("ref", at), new XAttribute("authorId", author),
            new XElement(ns + "text", new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text))));
        Boxes.Root!.Add(Box(row, column, text));
    }

    private XElement Box(int row, int column, string text)
    {
        // Some 15 characters a line.
        var lines = Math.Clamp(text.Length / 15 + 2, 3, 12);
        return new XElement(V + "shape", new XAttribute("id", string.Create(CultureInfo.InvariantCulture, $"_x0000_s{++shape}")), new XAttribute("type", "#_x0000_t202"),
            new XAttribute("style", "position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:60pt;z-index:1;visibility:hidden"),
            new XAttribute("fillcolor", "infoBackground [80]"), new XAttribute(O + "insetmode", "auto"),
            new XElement(V + "fill", new XAttribute("color2", "infoBackground [80]")),
            new XElement(V + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
            new XElement(V + "path", new XAttribute(O + "connecttype", "none")),
            new XElement(V + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"))),
            new XElement(X + "ClientData", new XAttribute("ObjectType", "Note"),
                new XElement(X + "MoveWithCells"), new XElement(X + "SizeWithCells"),
                new XElement(X + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{column + 1}, 12, {Math.Max(0, row - 2)}, 8, {column + 4}, 40, {Math.Max(0, row - 2) + lines}, 4")),
                new XElement(X + "AutoFill", "False"),
                new XElement(X + "Row", row - 1), new XElement(X + "Column", column)));
    }

    private XElement Part(string name) => Comments.Root!.Element(ns + name) ?? throw new InvalidDataException("The comments lack a part.");

    private void RemoveBoxes(HashSet<string> addresses)
    {
        if (addresses.Count == 0) return;
        Boxes.Root!.Elements(V + "shape").Where(s => s.Element(X + "ClientData") is { } data && (string?)data.Attribute("ObjectType") == "Note"
            && (int?)data.Element(X + "Row") is { } row && (int?)data.Element(X + "Column") is { } column && addresses.Contains(CellRange.Address(row + 1, column))).Remove();
    }

    private string AuthorNumber(XElement authors)
    {
        var names = authors.Elements(ns + "author").Select(a => a.Value).ToList();
        var at = names.IndexOf(Author);
        if (at < 0)
        {
            authors.Add(new XElement(ns + "author", Author));
            at = names.Count;
        }

        return at.ToString(CultureInfo.InvariantCulture);
    }

    private static XDocument NewBoxes() => new(new XElement("xml",
        new XAttribute(XNamespace.Xmlns + "v", V), new XAttribute(XNamespace.Xmlns + "o", O), new XAttribute(XNamespace.Xmlns + "x", X),
        new XElement(O + "shapelayout", new XAttribute(V + "ext", "edit"), new XElement(O + "idmap", new XAttribute(V + "ext", "edit"), new XAttribute("data", "1"))),
        new XElement(V + "shapetype", new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", "202"), new XAttribute("path", "m,l,21600r21600,l21600,xe"),
            new XElement(V + "stroke", new XAttribute("joinstyle", "miter")), new XElement(V + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(O + "connecttype", "rect")))));
}

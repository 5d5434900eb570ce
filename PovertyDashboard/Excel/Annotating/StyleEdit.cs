using System.Globalization;
using System.Xml.Linq;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>How a cell of ours looks (样式).</summary>
internal enum CellLook
{
    /// <summary>The user's cell with our fill.</summary>
    Bad,

    /// <summary>A text of 结果 beside the user's cells.</summary>
    Result,

    /// <summary>The 结果 of a row that stayed outside.</summary>
    BadResult,
}

/// <summary>The styles of a user's workbook with ours added (样式表): a style of ours is a copy of the cell's own with another fill.</summary>
internal sealed class StyleEdit
{
    // A red that no palette offers, so that a fill of ours is known when the copy comes back.
    private const string OurColour = "FFFFD3CE";

    private static readonly string[] Order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

    private readonly XNamespace ns;
    private readonly XElement fills;
    private readonly XElement formats;
    private readonly List<XElement> known;
    private readonly HashSet<string> ours;
    private readonly Dictionary<(int Style, CellLook Look), int> made = [];
    private readonly Dictionary<int, int> originals = [];
    private readonly Dictionary<int, int> dated = [];
    private readonly Lazy<Dictionary<string, int>> plain;

    public StyleEdit(XDocument document)
    {
        Document = document;
        ns = document.Root!.Name.Namespace;
        foreach (var (list, item) in new[] { ("fonts", "font"), ("fills", "fill"), ("borders", "border"), ("cellStyleXfs", "xf"), ("cellXfs", "xf") }) Ensure(list, item);
        fills = document.Root.Element(ns + "fills")!;
        formats = document.Root.Element(ns + "cellXfs")!;
        known = [.. formats.Elements(ns + "xf")];
        plain = new Lazy<Dictionary<string, int>>(Plain);
        ours = [.. fills.Elements(ns + "fill").Select((fill, at) => (fill, at)).Where(f => IsOurs(f.fill)).Select(f => Text(f.at))];
    }

    public XDocument Document { get; }

    /// <summary>The smallest stylesheet, for workbooks that come without one.</summary>
    public static XDocument Empty(XNamespace ns) => new(new XElement(ns + "styleSheet"));

    public bool IsOurs(int style) => ours.Count > 0 && ours.Contains(FillOf(At(style)));

    /// <summary>The style that a cell had before it was coloured: the one that differs in nothing but the fill, else one without a fill.</summary>
    public int Original(int style)
    {
        if (!IsOurs(style)) return style;
        if (originals.TryGetValue(style, out var found)) return found;
        var features = Features(At(style));
        if (!plain.Value.TryGetValue(features, out found)) plain.Value[features] = found = Add(Filled(At(style), "0"));
        return originals[style] = found;
    }

    /// <summary>The number of the style that shows a cell of the given style in the given look.</summary>
    public int Of(int style, CellLook look)
    {
        style = Original(style);
        if (!made.TryGetValue((style, look), out var number)) made[(style, look)] = number = Add(Make(At(style), look));
        return number;
    }

    /// <summary>The number of the style that shows a cell of the given style as a day (2020-08-31).</summary>
    public int Dated(int style)
    {
        if (dated.TryGetValue(style, out var number)) return number;
        var copy = new XElement(At(style));
        copy.SetAttributeValue("numFmtId", DayFormat());
        copy.SetAttributeValue("applyNumberFormat", "1");
        return dated[style] = Add(copy);
    }

    /// <summary>The number format of a style: the number of a built-in one, and the code of one of the workbook's own.</summary>
    public (int Id, string Code) FormatOf(int style)
    {
        var id = (string?)At(style).Attribute("numFmtId") ?? "0";
        var code = (string?)Document.Root!.Element(ns + "numFmts")?.Elements(ns + "numFmt").FirstOrDefault(f => (string?)f.Attribute("numFmtId") == id)?.Attribute("formatCode") ?? "";
        return (int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0, code);
    }

    private string DayFormat()
    {
        const string Code = "yyyy\\-mm\\-dd";
        if (Document.Root!.Element(ns + "numFmts") is not { } list) Document.Root.AddFirst(list = new XElement(ns + "numFmts"));
        var known = list.Elements(ns + "numFmt").ToList();
        if (known.Find(f => (string?)f.Attribute("formatCode") == Code) is { } found) return (string)found.Attribute("numFmtId")!;
        // Numbers below are the program's own.
        var id = Text(known.Select(f => (int?)f.Attribute("numFmtId") ?? 0).Append(163).Max() + 1);
        list.Add(new XElement(ns + "numFmt", new XAttribute("numFmtId", id), new XAttribute("formatCode", Code)));
        list.SetAttributeValue("count", Text(known.Count + 1));
        return id;
    }

    private XElement Make(XElement from, CellLook look)
    {
        var made = Filled(from, look == CellLook.Result ? "0" : OurFill());
        if (look == CellLook.Bad) return made;
        made.SetAttributeValue("numFmtId", "0");
        made.SetAttributeValue("quotePrefix", null);
        made.SetAttributeValue("applyAlignment", "1");
        made.Elements(ns + "alignment").Remove();
        made.AddFirst(new XElement(ns + "alignment", new XAttribute("horizontal", "left"), new XAttribute("vertical", "center")));
        return made;
    }

    private static XElement Filled(XElement from, string fill)
    {
        var copy = new XElement(from);
        copy.SetAttributeValue("fillId", fill);
        copy.SetAttributeValue("applyFill", fill == "0" ? null : "1");
        return copy;
    }

    private string OurFill()
    {
        if (ours.Count > 0) return ours.First();
        fills.Add(new XElement(ns + "fill", new XElement(ns + "patternFill", new XAttribute("patternType", "solid"),
            new XElement(ns + "fgColor", new XAttribute("rgb", OurColour)), new XElement(ns + "bgColor", new XAttribute("indexed", "64")))));
        var count = fills.Elements(ns + "fill").Count();
        fills.SetAttributeValue("count", Text(count));
        ours.Add(Text(count - 1));
        return Text(count - 1);
    }

    private int Add(XElement format)
    {
        formats.Add(format);
        known.Add(format);
        formats.SetAttributeValue("count", Text(known.Count));
        return known.Count - 1;
    }

    /// <summary>The user's own styles by what makes them, looked through once however many cells are coloured.</summary>
    private Dictionary<string, int> Plain()
    {
        var found = new Dictionary<string, int>();
        for (var at = 0; at < known.Count; at++)
            if (!ours.Contains(FillOf(known[at]))) found.TryAdd(Features(known[at]), at);
        return found;
    }

    private XElement At(int style) => known[(uint)style < (uint)known.Count ? style : 0];

    private bool IsOurs(XElement fill) =>
        fill.Element(ns + "patternFill")?.Element(ns + "fgColor")?.Attribute("rgb") is { } colour && string.Equals(colour.Value, OurColour, StringComparison.OrdinalIgnoreCase);

    private static string FillOf(XElement format) => (string?)format.Attribute("fillId") ?? "0";

    /// <summary>All that makes a style but its fill.</summary>
    private static string Features(XElement format) => string.Join('|',
    [
        .. format.Attributes().Where(a => a.Name != "fillId" && a.Name != "applyFill" && !a.IsNamespaceDeclaration).Select(a => $"{a.Name.LocalName}={a.Value}").Order(StringComparer.Ordinal),
        .. format.Elements().Select(e => e.ToString(SaveOptions.DisableFormatting)),
    ]);

    /// <summary>A list that must be there with its first entries; lists stand in the order of the format.</summary>
    private void Ensure(string list, string item)
    {
        var root = Document.Root!;
        if (root.Element(ns + list) is not { } element)
        {
            element = new XElement(ns + list);
            var after = root.Elements().LastOrDefault(e => Array.IndexOf(Order, e.Name.LocalName) < Array.IndexOf(Order, list));
            if (after is null) root.AddFirst(element);
            else after.AddAfterSelf(element);
        }

        if (element.Elements(ns + item).Any()) return;
        element.Add(item switch
        {
            // The first two fills are the program's own, whatever they say.
            "fill" => [Pattern("none"), Pattern("gray125")],
            "xf" => [new XElement(ns + "xf", new XAttribute("numFmtId", "0"), new XAttribute("fontId", "0"), new XAttribute("fillId", "0"), new XAttribute("borderId", "0"))],
            _ => new XElement[] { new(ns + item) },
        });
        element.SetAttributeValue("count", Text(element.Elements().Count()));
    }

    private XElement Pattern(string type) => new(ns + "fill", new XElement(ns + "patternFill", new XAttribute("patternType", type)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

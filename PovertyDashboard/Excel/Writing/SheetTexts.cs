using System.Xml.Linq;

namespace PovertyDashboard.Excel.Writing;

/// <summary>
/// What changes from one export of a ledger to the next (表头文字): title, head lines and page footer. A kept drawing has marks in
/// their places, and they are put in when it is used.
/// </summary>
internal sealed class SheetTexts
{
    // For private use: nobody types it.
    private const char Mark = '\uE000';

    private readonly Dictionary<string, string> cells = [];
    private readonly IReadOnlyList<SheetSpec> specs;

    public SheetTexts(IReadOnlyList<SheetSpec> specs)
    {
        this.specs = specs;
        for (var sheet = 0; sheet < specs.Count; sheet++)
        {
            var marked = Marked(specs[sheet], sheet);
            foreach (var (mark, text) in marked.HeadLines.Zip(specs[sheet].HeadLines).Append((marked.Title, specs[sheet].Title)))
            {
                cells[mark] = text;
            }
        }
    }

    /// <summary>The look with marks for its texts.</summary>
    public static SheetSpec Marked(SheetSpec spec, int sheet) => spec with
    {
        Title = $"{Mark}{sheet}T",
        HeadLines = [.. spec.HeadLines.Select((_, line) => $"{Mark}{sheet}L{line}")],
        Footer = FooterMark(sheet),
    };

    /// <summary>Puts title and head lines into the texts of the workbook's cells.</summary>
    public void PutIntoStrings(XDocument strings)
    {
        foreach (var text in strings.Descendants(SheetPackage.Main + "t"))
        {
            if (cells.TryGetValue(text.Value, out var put))
            {
                text.Value = XmlText.Encode(put);
                text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            }
        }
    }

    /// <summary>Puts the page footer into the sheet.</summary>
    public void PutIntoSheet(XDocument document, int sheet)
    {
        foreach (var footer in document.Descendants(SheetPackage.Main + "oddFooter"))
        {
            footer.Value = footer.Value.Replace(FooterMark(sheet), LedgerLayout.FooterOf(specs[sheet]), StringComparison.Ordinal);
        }
    }

    private static string FooterMark(int sheet) => $"{Mark}{sheet}F";
}

using System.Globalization;
using System.Xml.Linq;

namespace PovertyDashboard.Excel.Filling;

/// <summary>
/// Adjusts what names places outside of cells (区域调整): validations, conditional formats, links, page breaks, tables, comments, pictures and
/// charts. It goes by the names that all kinds of parts share.
/// </summary>
internal sealed class PartShift(FormulaShift formulas, string? sheet, RowGrowth? growth)
{
    private static readonly HashSet<string> Formulas = ["f", "formula", "formula1", "formula2"];

    /// <summary>What holds for every cell of its range: where that is the block row's alone, it holds for the block.</summary>
    private static readonly HashSet<string> HoldsForAll = ["conditionalFormatting", "dataValidation", "protectedRange", "ignoredError"];

    /// <summary>Everything below the element but rows and merges, which the sheet itself looks after.</summary>
    public void Adjust(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf().Where(e => e.Parent?.Name.LocalName is not ("mergeCells" or "c") && e.Name.LocalName is not ("row" or "c" or "mergeCells")).ToList())
        {
            var name = element.Name.LocalName;
            if (Formulas.Contains(name) && !element.HasElements && element.Value.Length > 0) Set(element, formulas.Outside(element.Value, sheet));
            if (growth is not { Extra: > 0 }) continue;
            if (name == "sqref") Set(element, growth.Of(element.Value, cellsGrow: true));
            else if (name is "from" or "to") Corner(element, growth);
            else if (name == "brk" && element.Parent?.Name.LocalName == "rowBreaks") Replace(element, "id", id => growth.EndOf(int.Parse(id, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
            foreach (var attribute in new[] { "ref", "sqref", "activeCell", "topLeftCell" }) Replace(element, attribute, ranges => growth.Of(ranges, HoldsForAll.Contains(name)));
        }
    }

    /// <summary>Boxes of comments in the old drawing of a sheet.</summary>
    public static void AdjustBoxes(XElement root, RowGrowth growth)
    {
        foreach (var element in root.Descendants().Where(e => !e.HasElements).ToList())
        {
            if (element.Name.LocalName == "Anchor") Set(element, growth.OfAnchor(element.Value));
            else if (element.Name.LocalName == "Row" && int.TryParse(element.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var row)) Set(element, growth.OfZeroBased(row).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A picture that does not grow with its cells keeps its size: its lower corner goes with the upper one.</summary>
    private static void Corner(XElement corner, RowGrowth growth)
    {
        var row = corner.Elements().FirstOrDefault(e => e.Name.LocalName == "row");
        var editAs = (string?)corner.Parent?.Attribute("editAs");
        if (row is null || editAs == "absolute" || !int.TryParse(row.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var at)) return;
        var isTo = corner.Name.LocalName == "to";
        if (isTo && editAs == "oneCell")
        {
            // The upper corner comes first, and has moved already.
            var moved = corner.Annotation<Moved>()?.Rows ?? 0;
            Set(row, (at + moved).ToString(CultureInfo.InvariantCulture));
            return;
        }

        var now = growth.OfZeroBased(at);
        Set(row, now.ToString(CultureInfo.InvariantCulture));
        if (!isTo) corner.Parent?.Elements().FirstOrDefault(e => e.Name.LocalName == "to")?.AddAnnotation(new Moved(now - at));
    }

    private static void Replace(XElement element, string attribute, Func<string, string> change)
    {
        if (element.Attribute(attribute) is { } found && !string.IsNullOrWhiteSpace(found.Value)) found.Value = change(found.Value);
    }

    private static void Set(XElement element, string value)
    {
        if (element.Value != value) element.Value = value;
    }

    private sealed record Moved(int Rows);
}

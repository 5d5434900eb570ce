using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>Moves through XML whose depth is bounded: a reader keeps memory for every open element.</summary>
internal static class XmlSteps
{
    private const int Deepest = 64;

    public static bool Next(this XmlReader xml)
    {
        if (!xml.Read())
        {
            return false;
        }
        return xml.Depth <= Deepest ? true : throw new InvalidDataException("Elements are nested too deeply.");
    }

    /// <summary>Passes over the content of an element and leaves the reader on its end tag.</summary>
    public static void SkipContent(this XmlReader xml)
    {
        var depth = xml.Depth;
        var open = !xml.IsEmptyElement;
        while (open && xml.Next() && xml.Depth > depth)
        {
            // Nothing in here is wanted.
        }
    }
}

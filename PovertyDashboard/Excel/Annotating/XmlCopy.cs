using System.Text;
using System.Xml;
using System.Xml.Linq;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>Passes XML on from a reader to a writer, node by node, as it is.</summary>
internal static class XmlCopy
{
    // Entitize: a line break or a tab in a value would else come back as a blank.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false };

    public static XmlWriter WriterOn(Stream output) => XmlWriter.Create(output, Settings);

    public static void Save(XDocument document, Stream output)
    {
        using var writer = WriterOn(output);
        document.Save(writer);
    }

    /// <summary>Writes the node on which the reader stands; its content follows with the next steps.</summary>
    public static void Node(XmlReader xml, XmlWriter to)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = xml.IsEmptyElement;
                to.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
                to.WriteAttributes(xml, defattr: false);
                if (isEmpty) to.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                to.WriteFullEndElement();
                break;
            // Line breaks around the root are no content, and a writer takes no text there.
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when xml.Depth > 0:
                to.WriteString(xml.Value);
                break;
        }
    }

    /// <summary>Writes the rest of the element on which the reader stands, whose start tag is written, and leaves the reader on its end.</summary>
    public static void Content(XmlReader xml, XmlWriter to)
    {
        if (xml.IsEmptyElement)
        {
            to.WriteEndElement();
            return;
        }

        var depth = xml.Depth;
        while (xml.Next())
        {
            Node(xml, to);
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) return;
        }
    }
}

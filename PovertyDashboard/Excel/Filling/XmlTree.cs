using System.Xml;
using System.Xml.Linq;

namespace PovertyDashboard.Excel.Filling;

/// <summary>Writes elements of a part with the prefixes that the part has (部件输出), whether they still stand in its tree or are copies.</summary>
internal static class XmlTree
{
    public static void Start(XElement element, XmlWriter to)
    {
        to.WriteStartElement(PrefixOf(element, element.Name.Namespace, to), element.Name.LocalName, element.Name.NamespaceName);
        // First what later prefixes stand on.
        foreach (var attribute in element.Attributes().OrderBy(a => a.IsNamespaceDeclaration ? 0 : 1))
        {
            if (attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.None) to.WriteAttributeString("xmlns", attribute.Value);
            else if (attribute.IsNamespaceDeclaration) to.WriteAttributeString("xmlns", attribute.Name.LocalName, null, attribute.Value);
            else if (attribute.Name.Namespace == XNamespace.None) to.WriteAttributeString(attribute.Name.LocalName, attribute.Value);
            else to.WriteAttributeString(PrefixOf(element, attribute.Name.Namespace, to), attribute.Name.LocalName, attribute.Name.NamespaceName, attribute.Value);
        }
    }

    public static void Write(XElement element, XmlWriter to)
    {
        Start(element, to);
        foreach (var node in element.Nodes())
        {
            if (node is XElement child) Write(child, to);
            else if (node is XText text) to.WriteString(text.Value);
        }

        if (element.IsEmpty) to.WriteEndElement();
        else to.WriteFullEndElement();
    }

    private static string? PrefixOf(XElement element, XNamespace ns, XmlWriter to) =>
        to.LookupPrefix(ns.NamespaceName) is { Length: > 0 } known ? known : ns == element.GetDefaultNamespace() ? "" : element.GetPrefixOfNamespace(ns) ?? to.LookupPrefix(ns.NamespaceName);
}

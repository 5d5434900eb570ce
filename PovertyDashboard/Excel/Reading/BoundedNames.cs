using System.Xml;

namespace PovertyDashboard.Excel.Reading;

/// <summary>The names of elements and attributes, of which an honest workbook has a few hundred and a hostile one millions.</summary>
internal sealed class BoundedNames : XmlNameTable
{
    private const int Most = 10_000;
    private readonly NameTable names = new();
    private int count;

    public override string Add(char[] array, int offset, int length) => names.Get(array, offset, length) ?? Counted(names.Add(array, offset, length));

    public override string Add(string array) => names.Get(array) ?? Counted(names.Add(array));

    public override string? Get(char[] array, int offset, int length) => names.Get(array, offset, length);

    public override string? Get(string array) => names.Get(array);

    private string Counted(string name) => ++count <= Most ? name : throw new InvalidDataException("Too many different names.");
}

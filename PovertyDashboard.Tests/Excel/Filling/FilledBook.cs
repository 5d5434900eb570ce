using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel.Filling;

/// <summary>A filled form, read part by part.</summary>
internal sealed class FilledBook(byte[] content)
{
    private static readonly XNamespace Ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly Dictionary<string, byte[]> parts = PartsOf(content);

    public byte[] Content => content;

    public IEnumerable<string> Paths => parts.Keys;

    public XElement this[string path] => XElement.Parse(TextOf(path));

    public XElement Sheet => this["xl/worksheets/sheet1.xml"];

    public byte[] Part(string path) => parts[path];

    public string TextOf(string path) => Encoding.UTF8.GetString(parts[path]).TrimStart('\uFEFF');

    public XElement? Cell(string at, int sheet = 1) => this[$"xl/worksheets/sheet{sheet}.xml"].Descendants(Ns + "c").SingleOrDefault(c => (string?)c.Attribute("r") == at);

    /// <summary>The formula of a cell with a leading =, else its text or number; null where it is empty.</summary>
    public string? At(string at, int sheet = 1)
    {
        var cell = Cell(at, sheet);
        return cell?.Element(Ns + "f") is { } formula ? "=" + formula.Value : cell?.Element(Ns + "v")?.Value ?? cell?.Element(Ns + "is")?.Value;
    }

    public int StyleAt(string at) => (int?)Cell(at)?.Attribute("s") ?? 0;

    public XElement Row(int number) => Sheet.Descendants(Ns + "row").Single(r => (int)r.Attribute("r")! == number);

    public IEnumerable<string> All(string element, string attribute) => Sheet.Descendants(Ns + element).Select(e => (string)e.Attribute(attribute)!);

    public IEnumerable<string> Texts(string element, string path = "xl/worksheets/sheet1.xml") => this[path].Descendants().Where(e => e.Name.LocalName == element).Select(e => e.Value);

    public static Dictionary<string, byte[]> PartsOf(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = e.Open();
            using var copy = new MemoryStream();
            part.CopyTo(copy);
            return copy.ToArray();
        });
    }

    public static async Task<FilledBook> FillAsync(byte[] form, params SheetFill[] fills)
    {
        using var output = new MemoryStream();
        await FormFiller.WriteAsync(new MemoryStream(form), ReadLimits.Web, fills, output, CancellationToken.None);
        return new FilledBook(output.ToArray());
    }

    public static BlockFill Block(int row, int[] columns, params FillValue[][] rows) => new(row, columns, rows.Length, rows.ToAsyncEnumerable());

    public static FillValue Of(object value) => value switch { string text => new FillValue(text), DateOnly day => new FillValue(Day: day), int number => new FillValue(Number: number), decimal number => new FillValue(Number: number), _ => FillValue.Empty };
}

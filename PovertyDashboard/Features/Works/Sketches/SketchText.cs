using System.Text;
using System.Text.Json;

namespace PovertyDashboard.Features.Works.Sketches;

/// <summary>
/// Reads and writes a sketch as JSON (草图存储). Only the known shapes with whole numbers and short plain words pass; whatever else a file or a browser
/// sends – markup, script, foreign members – is refused as a whole, and what is stored is written anew from what was understood.
/// </summary>
public static class SketchText
{
    /// <summary>Longest text: it fits one message of the page's connection.</summary>
    public const int MaxLength = 24_000;

    private const int MaxShapes = 200, MaxPoints = 400, MaxLabel = 20;

    private const string Foreign = "草图：含有脚本或不认识的内容，没有保存。请用本页的画笔重新画。";

    private static readonly Dictionary<string, SketchTool> Tools = Enum.GetValues<SketchTool>().ToDictionary(t => t.ToString().ToLowerInvariant());

    /// <summary>The sketch, or why it is none.</summary>
    public static (Sketch? Sketch, string Fault) Read(string json)
    {
        if (json.Length > MaxLength) return (null, $"草图：画得太多（{json.Length} 字，最多 {MaxLength} 字）。请清空后画得简单一些。");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            if (Members(document.RootElement, "shapes") is not { } root || root["shapes"].ValueKind != JsonValueKind.Array) return (null, Foreign);
            if (root["shapes"].GetArrayLength() > MaxShapes) return (null, $"草图：图形太多（{root["shapes"].GetArrayLength()} 个，最多 {MaxShapes} 个）。请清空后画得简单一些。");
            var shapes = new List<SketchShape>();
            foreach (var element in root["shapes"].EnumerateArray())
            {
                var (shape, fault) = ShapeOf(element);
                if (shape is null) return (null, fault);
                shapes.Add(shape);
            }

            return shapes.Count == 0 ? (null, "草图：还没有画。请先画小路或小水楼，再保存。") : (new Sketch(shapes), "");
        }
        catch (JsonException)
        {
            return (null, Foreign);
        }
    }

    public static string Write(Sketch sketch)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("shapes");
            foreach (var shape in sketch.Shapes)
            {
                writer.WriteStartObject();
                writer.WriteString("tool", shape.Tool.ToString().ToLowerInvariant());
                writer.WriteStartArray("points");
                foreach (var (x, y) in shape.Points)
                {
                    writer.WriteNumberValue(x);
                    writer.WriteNumberValue(y);
                }

                writer.WriteEndArray();
                if (shape.Text.Length > 0) writer.WriteString("text", shape.Text);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static (SketchShape? Shape, string Fault) ShapeOf(JsonElement element)
    {
        if (Members(element, "tool", "points", "text") is not { } members || !members.TryGetValue("tool", out var named) || named.ValueKind != JsonValueKind.String) return (null, Foreign);
        if (!Tools.TryGetValue(named.GetString()!, out var tool) || !members.TryGetValue("points", out var list) || PointsOf(list) is not { } points) return (null, Foreign);
        if (!Fits(tool, points.Count)) return (null, Foreign);
        if (!members.TryGetValue("text", out var words)) return tool == SketchTool.Label ? (null, Foreign) : (new SketchShape(tool, points), "");
        if (tool != SketchTool.Label || words.ValueKind != JsonValueKind.String) return (null, Foreign);
        var text = words.GetString()!.Trim();
        if (text.Length is 0 or > MaxLabel) return (null, $"标注：{(text.Length == 0 ? "没有写字" : $"超过 {MaxLabel} 个字（“{text}”）")}。请写 1 到 {MaxLabel} 个字，例如 东屋。");
        return text.Any(c => c is '<' or '>' or '&' or '"' or '\'' or '`' or '\\' || char.IsControl(c))
            ? (null, $"标注：有不允许的符号（“{text}”）。请只写文字，例如 东屋。")
            : (new SketchShape(tool, points, text), "");
    }

    private static bool Fits(SketchTool tool, int points) => tool switch
    {
        SketchTool.Path => points is >= 2 and <= MaxPoints,
        SketchTool.Building => points == 2,
        _ => points == 1,
    };

    /// <summary>The members of an object that has no others than those; null for anything else.</summary>
    private static Dictionary<string, JsonElement>? Members(JsonElement element, params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            if (!known.Contains(member.Name) || !members.TryAdd(member.Name, member.Value)) return null;
        return known.Length == 1 && members.Count == 0 ? null : members;
    }

    private static List<(int X, int Y)>? PointsOf(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > 2 * MaxPoints || list.GetArrayLength() % 2 != 0) return null;
        var points = new List<(int, int)>();
        for (var i = 0; i < list.GetArrayLength(); i += 2)
        {
            if (!(list[i].ValueKind == JsonValueKind.Number && list[i].TryGetInt32(out var x) && list[i + 1].ValueKind == JsonValueKind.Number && list[i + 1].TryGetInt32(out var y))) return null;
            if (x is < 0 or > Sketch.Width || y is < 0 or > Sketch.Height) return null;
            points.Add((x, y));
        }

        return points;
    }
}

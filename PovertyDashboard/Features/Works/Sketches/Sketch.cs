namespace PovertyDashboard.Features.Works.Sketches;

/// <summary>What can be drawn (草图图例).</summary>
public enum SketchTool
{
    /// <summary>小路, a line through its points.</summary>
    Path,

    /// <summary>小水楼, one point.</summary>
    Water,

    /// <summary>房屋, a box between two corners.</summary>
    Building,

    /// <summary>大门, one point.</summary>
    Gate,

    /// <summary>文字标注, one point.</summary>
    Label,
}

/// <summary>One shape of a sketch (图形): whole numbers inside the drawing, and plain words for a label.</summary>
public sealed record SketchShape(SketchTool Tool, IReadOnlyList<(int X, int Y)> Points, string Text = "");

/// <summary>A sketch of a yard (草图): direction of the path, place of the 小水楼, buildings and gate. It holds nothing but numbers and short words.</summary>
public sealed record Sketch(IReadOnlyList<SketchShape> Shapes)
{
    /// <summary>Size of the drawing.</summary>
    public const int Width = 800, Height = 600;

    /// <summary>Points of the drawing that stand for one metre (每格 1 米).</summary>
    public const int Metre = 50;

    /// <summary>Length of all paths in tenths of a metre, as drawn.</summary>
    public long PathLength => (long)Math.Round(Shapes.Where(s => s.Tool == SketchTool.Path).Sum(LengthOf) * 10 / Metre, MidpointRounding.AwayFromZero);

    /// <summary>The words of the legend.</summary>
    public static string NameOf(SketchTool tool) => tool switch
    {
        SketchTool.Path => "小路",
        SketchTool.Water => "小水楼",
        SketchTool.Building => "房屋",
        SketchTool.Gate => "大门",
        _ => "标注",
    };

    private static double LengthOf(SketchShape path) =>
        path.Points.Zip(path.Points.Skip(1), (a, b) => Math.Sqrt((double)(a.X - b.X) * (a.X - b.X) + (double)(a.Y - b.Y) * (a.Y - b.Y))).Sum();

    /// <summary>What the sketch shows, for those who cannot see it: 小路 2 条、小水楼 1 座.</summary>
    public string Words
    {
        get
        {
            var parts = Shapes.Where(s => s.Tool != SketchTool.Label).GroupBy(s => s.Tool).OrderBy(g => g.Key).Select(g => $"{NameOf(g.Key)} {g.Count()} {(g.Key switch { SketchTool.Path => "条", SketchTool.Water => "座", SketchTool.Building => "处", _ => "个" })}");
            return string.Join("、", parts);
        }
    }
}

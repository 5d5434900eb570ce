using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Demo;

/// <summary>示例 works of a household and their sketches: a yard path, often a 小水楼, now and then a roof.</summary>
internal static class DemoSites
{
    public const string Batch = "2020年统一集中施工";

    private const string Crew = "示例施工队", Foreman = "马某某";

    public static WorkBatch BatchOf(long village, string remark = DemoLines.Mark) =>
        new() { Region = village, Name = Batch, Crew = Crew, Foreman = Foreman, Phone = "13800000021", StartedOn = new(2020, 6, 1), DueOn = new(2020, 8, 25), Remark = remark };

    public static IReadOnlyList<Work> Of(HouseholdKey home, DateOnly today)
    {
        var seed = (int)(home.Id % 89);
        var works = new List<Work> { Work(home, "小路", seed, today) };
        works[0].PathLength = 80 + seed % 17 * 15;
        if (seed % 3 != 1)
        {
            var water = Work(home, "小水楼", seed + 5, today);
            water.WaterHouses = 1;
            works.Add(water);
        }

        if (seed % 6 == 2) works.Add(Work(home, seed % 4 == 2 ? "修缮房顶" : "门窗玻璃", seed + 9, today));
        return works;
    }

    /// <summary>The drawing of a yard: house, gate, the path between them and the 小水楼 beside it.</summary>
    public static Sketch SketchOf(long seed)
    {
        var shift = (int)(seed % 7) * 18;
        return new Sketch(
        [
            new SketchShape(SketchTool.Building, [(90, 60), (560 + shift, 210)]),
            new SketchShape(SketchTool.Building, [(620 + shift / 3, 250), (760, 470)]),
            new SketchShape(SketchTool.Gate, [(300 + shift, 570)]),
            new SketchShape(SketchTool.Path, [(300 + shift, 560), (300 + shift, 420), (330 + shift / 2, 330), (330 + shift / 2, 220)]),
            new SketchShape(SketchTool.Path, [(300 + shift, 420), (460 + shift / 2, 400), (620, 380)]),
            new SketchShape(SketchTool.Water, [(180 + shift, 360)]),
            new SketchShape(SketchTool.Label, [(320 + shift / 2, 140)], "北屋"),
            new SketchShape(SketchTool.Label, [(690, 370)], "东屋"),
        ]);
    }

    public static WorkSketch Drawn(Work work) => new() { Region = work.Region, WorkId = work.Id, Shapes = SketchText.Write(SketchOf(work.Id)) };

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static Work Work(HouseholdKey home, string item, int seed, DateOnly today)
    {
        var start = new DateOnly(2020, 6, 1).AddDays(seed % 60);
        var state = seed % 5 == 4 ? WorkState.Planned : seed % 5 == 3 ? WorkState.Underway : WorkState.Done;
        if (state == WorkState.Planned) start = today.AddDays(5 + seed % 20);
        var done = start.AddDays(6 + seed % 10);
        return new Work
        {
            Region = home.Region,
            HouseholdName = home.HeadName,
            HouseholdId = home.Id,
            Item = item,
            StartedOn = start,
            // Some of what is being built is late.
            DueOn = state == WorkState.Underway && seed % 2 == 0 ? Later(start, today.AddDays(-3)) : Later(start.AddDays(30), today.AddDays(10)),
            DoneOn = state == WorkState.Done ? done : null,
            State = state,
            Batch = item is "小路" or "小水楼" ? Batch : "",
            Crew = Crew,
            Foreman = Foreman,
            DrawnBy = "帮扶责任人某",
            HasSketch = item == "小路" && seed % 4 != 3,
            Remark = DemoLines.Mark,
        };
    }
}

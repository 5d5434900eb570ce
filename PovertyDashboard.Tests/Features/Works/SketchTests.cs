using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>A sketch holds numbers and plain words, whatever a browser sends; who may draw it, and that nobody's drawing is lost unseen.</summary>
public sealed class SketchTests
{
    private const string Drawn = """{"shapes":[{"tool":"path","points":[100,100,150,100,150,200]},{"tool":"water","points":[300,360]},{"tool":"building","points":[90,60,560,210]},{"tool":"gate","points":[300,570]},{"tool":"label","points":[320,140],"text":"北屋"}]}""";

    private const string Foreign = "草图：含有脚本或不认识的内容，没有保存。请用本页的画笔重新画。";

    [Fact]
    public void What_was_drawn_is_written_as_it_was_read_and_told_in_words()
    {
        var sketch = SketchText.Read(Drawn).Sketch!;
        Assert.Equal(Drawn, SketchText.Write(sketch).Replace(@"\u5317\u5C4B", "北屋", StringComparison.Ordinal));
        Assert.Equal("小路 1 条、小水楼 1 座、房屋 1 处、大门 1 个", sketch.Words);
        // 50 points are a metre: 1 m along and 2 m up.
        Assert.Equal(3_0, sketch.PathLength);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("""{"shapes":[{"tool":"script","points":[1,1]}]}""")]
    [InlineData("""{"shapes":[{"tool":"path","points":[1,1,2,2],"onclick":"alert(1)"}]}""")]
    [InlineData("""{"shapes":[{"tool":"path","points":[1,1,"2",2]}]}""")]
    [InlineData("""{"shapes":[{"tool":"path","points":[1,1,2,2],"text":"<script>"}]}""")]
    [InlineData("""{"shapes":[{"tool":"water","points":[801,1]}]}""")]
    [InlineData("""{"shapes":[{"tool":"water","points":[-1,1]}]}""")]
    [InlineData("""{"shapes":[{"tool":"water","points":[1.5,1]}]}""")]
    [InlineData("""{"shapes":[{"tool":"building","points":[1,1]}]}""")]
    [InlineData("""{"shapes":[{"tool":"label","points":[1,1]}]}""")]
    [InlineData("""{"shapes":[],"style":"x"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void Script_markup_and_foreign_members_refuse_the_whole_sketch(string sent) => Assert.Equal((null, Foreign), SketchText.Read(sent));

    [Theory]
    [InlineData("<script>alert(1)</script>", "标注：超过 20 个字（“<script>alert(1)</script>”）。请写 1 到 20 个字，例如 东屋。")]
    [InlineData("<b>东屋</b>", "标注：有不允许的符号（“<b>东屋</b>”）。请只写文字，例如 东屋。")]
    [InlineData("a&quot;", "标注：有不允许的符号（“a&quot;”）。请只写文字，例如 东屋。")]
    [InlineData(" ", "标注：没有写字。请写 1 到 20 个字，例如 东屋。")]
    public void A_label_is_plain_words(string text, string says) =>
        Assert.Equal(says, SketchText.Read($$$"""{"shapes":[{"tool":"label","points":[1,1],"text":"{{{text}}}"}]}""").Fault);

    [Fact]
    public void An_empty_or_overfull_board_is_not_kept()
    {
        Assert.Equal("草图：还没有画。请先画小路或小水楼，再保存。", SketchText.Read("""{"shapes":[]}""").Fault);
        var many = string.Join(',', Enumerable.Repeat("""{"tool":"gate","points":[1,1]}""", 201));
        Assert.StartsWith("草图：图形太多（201 个，最多 200 个）。请", SketchText.Read($$"""{"shapes":[{{many}}]}""").Fault, StringComparison.Ordinal);
        Assert.StartsWith("草图：画得太多", SketchText.Read(new string(' ', SketchText.MaxLength + 1)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_of_the_place_draw_go_on_and_take_away_and_the_work_says_so()
    {
        await using var store = await CreateAsync();
        var work = await store.AddAsync(WorkLedger.Ledger, NewWork());
        Assert.Equal(1, await store.ValueAsync("works.no-sketch"));
        Assert.Null(await store.DrawAsync(Staff, work.Id, 0, Drawn));
        Assert.Equal((true, "赵某"), await OfAsync(store));
        Assert.Equal(0, await store.ValueAsync("works.no-sketch"));
        var seen = (await store.WithAsync<SketchDesk, (Sketch Sketch, int Version)?>(Leader, d => d.ReadAsync(work.Id, CancellationToken.None)))!.Value;
        Assert.Equal(5, seen.Sketch.Shapes.Count);
        // Whoever saw an older drawing overwrites nothing.
        Assert.Equal("草图：赵某刚刚改过草图，没有保存。请刷新后再画。", (await store.DrawAsync(Staff, work.Id, 0, Drawn))!.Replace("staff", "赵某", StringComparison.Ordinal));
        Assert.Null(await store.WithAsync<SketchDesk, string?>(Staff, d => d.RemoveAsync(work.Id, seen.Version, CancellationToken.None)));
        Assert.False((await OfAsync(store)).HasSketch);
    }

    [Fact]
    public async Task Those_who_may_not_change_the_work_may_not_draw_it()
    {
        await using var store = await CreateAsync();
        var work = await store.AddAsync(WorkLedger.Ledger, NewWork());
        foreach (var user in new[] { Leader, Auditor }) Assert.StartsWith("草图：您的账号只能查看，不能画草图。请", await store.DrawAsync(user, work.Id, 0, Drawn), StringComparison.Ordinal);
        Assert.StartsWith("草图：这一项改造已被删除，或不在您的管辖范围内。请", await store.DrawAsync(Elsewhere, work.Id, 0, Drawn), StringComparison.Ordinal);
        Assert.Equal(Foreign, await store.DrawAsync(Staff, work.Id, 0, "<svg onload=alert(1)>"));
        Assert.Equal(0, await store.InStoreAsync(UserIdentity.System, db => db.Set<WorkSketch>().CountAsync()));
    }

    [Fact]
    public async Task Works_that_name_a_batch_bring_it_and_a_batch_in_use_stays()
    {
        await using var store = await CreateAsync();
        var work = NewWork();
        (work.Batch, work.Crew) = ("八月批次", "某施工队");
        await store.AddAsync(WorkLedger.Ledger, work);
        var batch = await store.InStoreAsync(UserIdentity.System, db => db.Set<WorkBatch>().SingleAsync());
        Assert.Equal((Guangyue, "八月批次", "某施工队"), (batch.Region, batch.Name, batch.Crew));
        var outcome = await store.WithAsync<PovertyDashboard.Ledgers.LedgerEditor, PovertyDashboard.Ledgers.SaveOutcome>(Staff, e => e.DeleteAsync(WorkLedger.Batches, batch.Id, batch.Version, "重复", CancellationToken.None));
        Assert.Equal("删除：还有 1 项改造属于“八月批次”。请先把它们改到别的批次。", Assert.IsType<PovertyDashboard.Ledgers.RowRefused>(outcome).Sentence);
    }

    private static Task<(bool HasSketch, string DrawnBy)> OfAsync(WorksStore store) =>
        store.InStoreAsync(UserIdentity.System, async db => await db.Set<Work>().Select(w => new ValueTuple<bool, string>(w.HasSketch, w.DrawnBy)).SingleAsync());
}

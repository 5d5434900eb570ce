using PovertyDashboard.Attachments;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Attachments;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>Doubtful lines (疑点) by the rules of domain facts section 7, as measures and in words.</summary>
public sealed class LineDoubtTests : IAsyncLifetime
{
    private WorksStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_price_above_the_guide_price_of_its_day_is_doubtful()
    {
        await _store.SetAsync(GuidePrices.MaterialKey, "水泥=25、玻璃 5mm=45、玻璃=30", new(2020, 7, 1));
        var july = await _store.AddLineAsync(l => (l.ReportedPrice, l.DoneOn) = (24_00, new DateOnly(2020, 7, 2)));
        var june = await _store.AddLineAsync(l => (l.ReportedPrice, l.DoneOn) = (24_00, new DateOnly(2020, 6, 30)));
        var thick = await _store.AddLineAsync(l => (l.Name, l.Spec, l.ReportedPrice) = ("玻璃", "5mm", 45_00));
        var thin = await _store.AddLineAsync(l => (l.Name, l.Spec, l.ReportedPrice) = ("玻璃", "3mm", 45_00));
        Assert.Equal((2m, 22_00L), (await _store.ValueAsync(WorkLineMeasures.OverPriceKey), (await ViewAsync(june)).Guide));
        foreach (var (line, isOver) in new[] { (july, false), (june, true), (thick, false), (thin, true) }) Assert.Equal(isOver, (await ViewAsync(line)).Doubts.Contains("超指导价"));
    }

    [Fact]
    public async Task One_person_on_one_day_in_two_homes_is_doubtful_above_one_day_of_work()
    {
        var day = new DateOnly(2020, 7, 6);
        var first = await _store.AddLineAsync(l => Labour(l, day, 1_00));
        var second = await _store.AddLineAsync(l => { Labour(l, day, 0_50); l.HouseholdName = "王某"; });
        await _store.AddLineAsync(l => Labour(l, day.AddDays(1), 0_50));
        await _store.AddLineAsync(l => { Labour(l, day.AddDays(1), 0_50); l.HouseholdName = "王某"; });
        Assert.Equal(2, await _store.ValueAsync("work-lines.same-day"));
        foreach (var line in new[] { first, second }) Assert.Contains("同人同日", (await ViewAsync(line)).Doubts);
        // In another 社区 it is seen on the page; half a day there and half a day here is one day.
        var elsewhere = await _store.AddLineAsync(l => { Labour(l, day.AddDays(3), 1_00); (l.Region, l.HouseholdName) = (Wuliu, "钱某"); });
        var here = await _store.AddLineAsync(l => Labour(l, day.AddDays(3), 0_50));
        var half = await _store.AddLineAsync(l => Labour(l, day.AddDays(4), 0_50));
        await _store.AddLineAsync(l => { Labour(l, day.AddDays(4), 0_50); (l.Region, l.HouseholdName) = (Wuliu, "钱某"); });
        foreach (var line in new[] { elsewhere, here }) Assert.Contains("外社区同日", (await ViewAsync(line)).Doubts);
        Assert.DoesNotContain("外社区同日", (await ViewAsync(half)).Doubts);
        Assert.Equal(2, await _store.ValueAsync("work-lines.same-day"));
    }

    [Fact]
    public async Task The_same_invoice_twice_is_doubtful()
    {
        var first = await _store.AddLineAsync(l => l.Invoice = "00123");
        await _store.AddLineAsync(l => (l.Invoice, l.HouseholdName) = ("00123", "王某"));
        var other = await _store.AddLineAsync(l => (l.Invoice, l.Region, l.HouseholdName) = ("00123", Wuliu, "钱某"));
        await _store.AddLineAsync(l => l.Invoice = "00124");
        Assert.Equal(2, await _store.ValueAsync("work-lines.same-invoice"));
        Assert.Contains("发票重复", (await ViewAsync(first)).Doubts);
        Assert.Contains("外社区同发票", (await ViewAsync(other)).Doubts);
    }

    [Fact]
    public async Task A_line_is_shown_by_a_photo_of_its_own_or_of_the_works_of_its_content()
    {
        var path = await _store.AddLineAsync();
        var roof = await _store.AddLineAsync(l => l.Item = "修缮房顶");
        Assert.Equal((2m, 2m), (await _store.ValueAsync("work-lines.no-photo"), await _store.ValueAsync(WorkLineMeasures.DoubtfulKey)));
        var work = await _store.AddAsync(WorkLedger.Ledger, NewWork());
        await PhotoAsync(Staff, WorkPhotos.OwnerOf(work.Id, WorkPhotos.After), AttachmentKind.After);
        Assert.Equal(1, await _store.ValueAsync("work-lines.no-photo"));
        Assert.Empty((await ViewAsync(path)).Doubts);
        await PhotoAsync(Auditor, new AttachmentOwner(WorkLineLedger.Key, roof.Id), AttachmentKind.Other);
        Assert.Equal((0m, 0m), (await _store.ValueAsync("work-lines.no-photo"), await _store.ValueAsync(WorkLineMeasures.DoubtfulKey)));
        Assert.Equal(1, (await ViewAsync(roof)).Photos);
    }

    private async Task PhotoAsync(UserIdentity user, AttachmentOwner owner, string kind) =>
        Assert.Equal("", (await _store.WithAsync<AttachmentStore, AttachmentOutcome>(user, s => s.AddAsync(owner, kind, TestPictures.Jpeg(80, 60), CancellationToken.None))).Fault);

    private async Task<AuditedLine> ViewAsync(WorkLine line) => (await _store.WithAsync<HomeReader, AuditView?>(Auditor, r => r.OfLineAsync(line.Id, CancellationToken.None)))!.Lines.Single(l => l.Line.Id == line.Id);

    private static void Labour(WorkLine line, DateOnly day, long quantity) => (line.Kind, line.Name, line.Unit, line.DoneOn, line.Worker, line.ReportedQuantity, line.ReportedPrice) = (LineKind.Labour, "瓦工", "工日", day, "马某某", quantity, 220_00);
}

using System.Linq.Expressions;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Tests.Live;

/// <summary>Two pages read a figure at once, right after a save: neither shows what was before it.</summary>
public sealed class TotalsLayerTests
{
    private const long Village = 371590115299;

    private static readonly RegionTree Tree = new([new Region { Key = Village, Name = "大杨新村" }]);

    [Fact]
    public async Task Who_reads_while_a_figure_is_being_counted_waits_for_it()
    {
        var measure = new HeldMeasure();
        var layer = new TotalsLayer(measure, [], new DateOnly(2020, 8, 31), Tree);
        measure.Answer(1);
        await layer.RefreshAsync(null!, CancellationToken.None);
        Assert.Equal((true, 1), (layer.IsCurrent, Count(layer)));

        layer.MarkStale([Village]);
        measure.Hold();
        var first = layer.RefreshAsync(null!, CancellationToken.None);
        Assert.False(layer.IsCurrent);
        var second = layer.RefreshAsync(null!, CancellationToken.None);
        Assert.False(second.IsCompleted);

        measure.Answer(2);
        await Task.WhenAll(first, second);
        Assert.Equal((true, 2), (layer.IsCurrent, Count(layer)));
    }

    [Fact]
    public async Task A_count_that_fails_is_asked_for_again()
    {
        var measure = new HeldMeasure();
        var layer = new TotalsLayer(measure, [], new DateOnly(2020, 8, 31), Tree);
        measure.Answer(1);
        await layer.RefreshAsync(null!, CancellationToken.None);
        layer.MarkStale([Village]);
        measure.Hold();
        var failing = layer.RefreshAsync(null!, CancellationToken.None);
        measure.Fail();
        await Assert.ThrowsAsync<IOException>(() => failing);
        Assert.False(layer.IsCurrent);

        measure.Answer(3);
        await layer.RefreshAsync(null!, CancellationToken.None);
        Assert.Equal((true, 3), (layer.IsCurrent, Count(layer)));
    }

    private static long Count(TotalsLayer layer) => layer.Roll("", "", [(0, 0)]).Count;

    /// <summary>A measure whose query answers when the test says so.</summary>
    private sealed class HeldMeasure() : RowMeasure("test.held", "数", "户")
    {
        private TaskCompletionSource<long> _answer = new();

        public override MeasureKind Kind => MeasureKind.Count;

        public override Ledger Ledger => HouseholdLedger.Ledger;

        public override IReadOnlyList<string> DependsOn => [HouseholdLedger.Key];

        public void Hold() => _answer = new TaskCompletionSource<long>();

        public void Answer(long count)
        {
            if (!_answer.TrySetResult(count)) (_answer = new()).SetResult(count);
        }

        public void Fail() => _answer.SetException(new IOException("no store"));

        public override LambdaExpression Condition(AppDbContext db, DateOnly today) => throw new NotSupportedException();

        public override Task<long> SumAsync(IQueryable<LedgerRow> rows, CancellationToken ct) => throw new NotSupportedException();

        public override async Task<List<SplitFigure>> SplitAsync(AppDbContext db, DateOnly today, IReadOnlyList<Column> by, IReadOnlyCollection<long>? regions, CancellationToken ct) =>
            [new SplitFigure { Region = Village, Count = await _answer.Task }];
    }
}

using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Live;

/// <summary>The figures of one measure (or breakdown) on one day for every node of the tree.</summary>
internal sealed class TotalsLayer(RowMeasure measure, IReadOnlyList<Column> by, DateOnly day, RegionTree tree)
{
    private readonly Dictionary<(string A, string B), (long[] Counts, long[] Sums)> _parts = [];
    private readonly HashSet<long> _stale = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private bool _isFilled;
    private bool _isCounting;

    /// <summary>The places in whose order the figures stand.</summary>
    public RegionTree Tree => tree;

    public IReadOnlyList<string> DependsOn => measure.DependsOn;

    /// <summary>Whether earlier days of it are asked for: breakdowns and measures without history are shown of today only.</summary>
    public bool IsOfAnyDay => measure.HasHistory && by.Count == 0;

    /// <summary>Whether the figures are those of the store; while they are being counted they are not: who reads then must wait, since nobody tells him again.</summary>
    public bool IsCurrent
    {
        get
        {
            lock (_lock) return _isFilled && _stale.Count == 0 && !_isCounting;
        }
    }

    public IReadOnlyList<(string A, string B)> Parts
    {
        get
        {
            lock (_lock) return [.. _parts.Keys];
        }
    }

    /// <summary>A measure that reads a second ledger may count a row of the place above by the rows below (a joint project by its villages' shares).</summary>
    public void MarkStale(IEnumerable<long> touched)
    {
        var places = measure.DependsOn.Count > 1 ? touched.SelectMany(RegionKey.PathUp) : touched;
        lock (_lock) _stale.UnionWith(places);
    }

    public (long Count, long Sum) Roll(string a, string b, IEnumerable<(int From, int To)> runs)
    {
        lock (_lock)
        {
            if (!_parts.TryGetValue((a, b), out var part)) return default;
            long count = 0, sum = 0;
            foreach (var (from, to) in runs)
                for (var i = from; i <= to; i++)
                {
                    count += part.Counts[i];
                    sum += part.Sums[i];
                }

            return (count, sum);
        }
    }

    /// <summary>Counts what is stale (everything, the first time); changes that arrive meanwhile stay marked.</summary>
    public async Task RefreshAsync(AppDbContext db, CancellationToken ct)
    {
        await _refreshing.WaitAsync(ct);
        try
        {
            HashSet<long>? asked = null;
            lock (_lock)
            {
                if (_isFilled && _stale.Count == 0) return;
                if (_isFilled) asked = [.. _stale];
                _stale.Clear();
                _isCounting = true;
            }

            try
            {
                Put(asked, await measure.SplitAsync(db, day, by, asked, ct));
            }
            catch
            {
                if (asked is not null) MarkStale(asked);
                throw;
            }
        }
        finally
        {
            lock (_lock) _isCounting = false;
            _refreshing.Release();
        }
    }

    private void Put(HashSet<long>? asked, List<SplitFigure> figures)
    {
        lock (_lock)
        {
            if (asked is null) _parts.Clear();
            foreach (var region in asked ?? [])
                if (tree.Find(region) is { } node)
                    foreach (var (counts, sums) in _parts.Values) counts[node.Index] = sums[node.Index] = 0;
            foreach (var figure in figures)
            {
                if (tree.Find(figure.Region) is not { } node) continue;
                if (!_parts.TryGetValue((figure.A, figure.B), out var part))
                    _parts[(figure.A, figure.B)] = part = (new long[tree.Nodes.Count], new long[tree.Nodes.Count]);
                part.Counts[node.Index] = figure.Count;
                part.Sums[node.Index] = figure.Sum;
            }

            _isFilled = true;
        }
    }
}

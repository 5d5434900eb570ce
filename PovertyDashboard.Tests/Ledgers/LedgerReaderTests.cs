using CsCheck;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Ledgers;

public sealed class LedgerReaderTests : IAsyncLifetime
{
    private LedgerBench _bench = default!;

    public async Task InitializeAsync() => _bench = await OpenAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task All_pages_forward_and_back_give_each_row_once_in_the_order_of_the_whole_list()
    {
        await FillAsync();
        var keys = SampleLedger.Ledger.Columns.Where(c => c.Member is not null || c.Place is not null).Select(c => c.Key).ToList();
        Assert.True(keys.Count > 15);
        foreach (var query in keys.SelectMany(k => new[] { k, "-" + k }).Select(k => new LedgerQuery { Sort = k }))
        {
            var whole = await IdsAsync(query);
            var (forward, cursors) = await WalkAsync(query, r => r.Next);
            var (backward, _) = await WalkAsync(query with { Cursor = cursors[^1] }, r => r.Previous);

            Assert.True(whole.SequenceEqual(forward.SelectMany(p => p)), query.Sort);
            backward.Reverse();
            Assert.True(whole.SequenceEqual(backward.SelectMany(p => p)), query.Sort);
        }
    }

    [Fact]
    public async Task Pages_of_any_size_of_rows_with_many_equal_and_missing_values_give_each_row_once()
    {
        await Gen.Long[0, 3].Select(v => v == 0 ? (long?)null : v * 100).Array[0, 130].SampleAsync(
            async values =>
            {
                await using var bench = await OpenAsync();
                await bench.AddAsync([.. values.Select((v, i) => new SampleRow { Number = $"{i:000}", Name = "某", Region = Dayang, Amount = v })]);
                var (pages, _) = await WalkAsync(new LedgerQuery { Sort = "-Amount", Size = 50 }, r => r.Next, bench);
                var found = pages.SelectMany(p => p).ToList();
                Assert.Equal((values.Length, values.Length), (found.Count, found.Distinct().Count()));
            },
            iter: 6,
            threads: 1);
    }

    [Fact]
    public async Task Pages_know_the_numbers_of_their_rows_and_the_count_of_all()
    {
        await FillAsync();
        var first = await PageAsync(new LedgerQuery());
        var second = await PageAsync(new LedgerQuery { Cursor = first.Next! });
        var back = await PageAsync(new LedgerQuery { Cursor = second.Previous! });

        Assert.Equal((1, 20, 70, null), (first.First, first.Rows.Count, first.Total, first.Previous));
        Assert.Equal((21, 20), (second.First, second.Rows.Count));
        Assert.Equal((1, null, first.Rows.Select(r => r.Id).ToList()), (back.First, back.Previous, back.Rows.Select(r => r.Id).ToList()), Same);
    }

    [Fact]
    public async Task A_cursor_carries_nothing_of_a_person()
    {
        await FillAsync();
        foreach (var sort in new[] { "Name", "IdNumber", "HouseholdName", "Phone" })
        {
            var next = (await PageAsync(new LedgerQuery { Sort = sort })).Next!;
            Assert.Contains("\"Value\":null", System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(next)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cursor_that_was_edited_by_hand_shows_the_first_page()
    {
        await FillAsync();
        foreach (var (sort, value) in new[] { ("Day", "abc"), ("Amount", "1.5.2"), ("Heads", "99999999999999"), ("Region.Village", null) })
        {
            var page = await PageAsync(new LedgerQuery { Sort = sort, Cursor = new PageCursor(value, 1, 20, false).ToString() });
            Assert.Equal((1, 70), (page.First, page.Total));
        }

        Assert.Equal(1, (await PageAsync(new LedgerQuery { Cursor = "%%%" })).First);
    }

    [Fact]
    public async Task Sums_are_taken_over_the_whole_query()
    {
        await FillAsync();
        var query = new LedgerQuery().WithFilter("Kind", "住房");

        var sums = await _bench.InStoreAsync(Staff, db => LedgerTotals.SumAsync(LedgerReader.Filtered(db, SampleLedger.Ledger, _bench.Catalog, query, Today), SampleLedger.Ledger.Columns, CancellationToken.None));
        var rows = await _bench.InStoreAsync(Staff, db => db.Set<SampleRow>().Where(r => r.Kind == "住房").ToListAsync());

        Assert.True(rows.Count > 20);
        Assert.Equal((rows.Sum(r => r.Amount ?? 0), (long)rows.Sum(r => r.Heads ?? 0)), (sums["Amount"], sums["Heads"]));
        Assert.Equal(2, sums.Count);
    }

    [Fact]
    public async Task Selected_rows_are_listed_alone_and_a_search_without_searched_columns_finds_all()
    {
        var rows = await _bench.AddAsync(Row("A-1"), Row("A-2"), Row("A-3"));

        Assert.Equal([rows[0].Id, rows[2].Id], await IdsAsync(LedgerQuery.Parse($"?ids={rows[0].Id}|{rows[2].Id}")));
        Assert.Equal($"?ids={rows[0].Id}%7C{rows[2].Id}", new LedgerQuery { Ids = [rows[0].Id, rows[2].Id] }.ToQueryString());
    }

    private static bool Same((int, string?, List<long>) one, (int, string?, List<long>) other) => one.Item1 == other.Item1 && one.Item2 == other.Item2 && one.Item3.SequenceEqual(other.Item3);

    private Task<LedgerPageResult> PageAsync(LedgerQuery query, LedgerBench? bench = null) =>
        (bench ?? _bench).InStoreAsync(Staff, db => LedgerReader.PageAsync(db, SampleLedger.Ledger, (bench ?? _bench).Catalog, query, Today, CancellationToken.None));

    private Task<List<long>> IdsAsync(LedgerQuery query) => _bench.InStoreAsync(Staff, async db =>
    {
        var ids = new List<long>();
        await foreach (var row in LedgerReader.Stream(db, SampleLedger.Ledger, _bench.Catalog, query, Today)) ids.Add(row.Id);
        return ids;
    });

    /// <summary>Turns pages until there is none; yields the ids of each and the addresses asked for.</summary>
    private async Task<(List<List<long>> Pages, List<string> Cursors)> WalkAsync(LedgerQuery query, Func<LedgerPageResult, string?> turn, LedgerBench? bench = null)
    {
        var (pages, cursors) = (new List<List<long>>(), new List<string>());
        for (var at = query.Cursor; at is not null && pages.Count < 20;)
        {
            cursors.Add(at);
            var page = await PageAsync(query with { Cursor = at }, bench);
            pages.Add([.. page.Rows.Select(r => r.Id)]);
            at = turn(page);
        }

        return (pages, cursors);
    }

    /// <summary>70 rows in which every column has equal, missing and extreme values.</summary>
    private Task<IReadOnlyList<SampleRow>> FillAsync() => _bench.AddAsync([.. Enumerable.Range(0, 70).Select(i => new SampleRow
    {
        Number = $"{i % 7}-{i}",
        Name = i % 5 == 0 ? "王某" : $"张{(char)('甲' + i % 9)}",
        Region = i % 3 == 0 ? Dayang : Hanjixin,
        Kind = (i % 4) switch { 0 => "住房", 1 => "医疗", 2 => "", _ => "住房" },
        Health = i % 6 == 0 ? "长期慢性病,残疾" : "",
        Heads = i % 4 == 0 ? null : i % 5,
        Area = i % 3 == 0 ? null : (i - 30) * 25,
        Amount = i % 5 == 0 ? null : (i % 8) * 1050,
        Day = i % 3 == 0 ? null : Today.AddDays(-(i % 10)),
        Month = i % 2 == 0 ? null : 202001 + i % 12,
        Flag = (i % 3) switch { 0 => null, 1 => true, _ => false },
        IdNumber = i % 2 == 0 ? "" : "371599198001010017",
        HouseholdName = i % 2 == 0 ? "邓某" : "",
        Note = i % 9 == 0 ? "长文字" : "",
    })]);
}

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Excel;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Tests.Features.Imports;
using Xunit.Abstractions;

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>
/// Every hostile file on the whole way of an upload, on one site that goes on. What each may cost, 5 s and 200 MB, is not asserted
/// here, where the machine decides; the same tests run with DOTNET_GCHeapHardLimit show it, and each writes how long its file took.
/// </summary>
public sealed partial class HostileCorpusTests(TwoTownships towns, ITestOutputHelper output) : IClassFixture<TwoTownships>
{
    private const int FewestFiles = 60;

    private static readonly string[] Names = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", "WPS", "Excel", "Word", "PDF", "XML", "UTF-8", "MB"];

    public static TheoryData<string> Files => new(HostileCorpus.ByName.Keys);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_hostile_file_ends_in_a_clear_sentence_and_leaves_the_store_as_it_was(string what)
    {
        var hostile = HostileCorpus.ByName[what];
        var content = hostile.Make();
        var before = await towns.StoredAsync();
        using var heap = new HeapPeak();
        var logged = towns.Site.Site.Log.Text.Length;
        var watch = Stopwatch.StartNew();

        var batch = await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息" + hostile.Extension, content);

        var checkedAfter = watch.ElapsedMilliseconds;
        var copy = batch.State == BatchState.Checked ? await CopyAsync(batch.Batch) : "";
        output.WriteLine($"COST {watch.ElapsedMilliseconds,6} ms (check {checkedAfter} ms), {heap.Megabytes} MB more, file {content.Length / 1024} KB, {what}: {batch.State} {batch.Rejection}{copy}");
        var end = hostile.End == HostileEnd.Either ? batch.State == BatchState.Checked ? HostileEnd.RowsHeld : HostileEnd.Refused : hostile.End;
        if (end == HostileEnd.Refused)
        {
            Assert.Equal(BatchState.Failed, batch.State);
            AssertClear(batch.Rejection);
            Assert.Contains(hostile.Says, batch.Rejection, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal((BatchState.Checked, ""), (batch.State, batch.Rejection));
            Assert.NotEmpty(batch.Rows);
            if (hostile.End == HostileEnd.RowsHeld) Assert.All(batch.Rows, row => Assert.Equal(RowFate.Refused, row.Fate));
            Assert.All(batch.Rows.Where(row => row.Fate == RowFate.Refused), row => Assert.All(row.Faults, fault => Assert.EndsWith("。", fault.Message, StringComparison.Ordinal)));
            Assert.NotEmpty(copy);
        }

        Assert.Equal(before, await towns.StoredAsync());
        Assert.Equal("", towns.Site.Site.Log.Text[logged..]);
    }

    [Fact]
    public async Task There_are_enough_of_them_and_the_site_goes_on_after_the_worst_ones()
    {
        Assert.True(HostileCorpus.ByName.Count >= FewestFiles, $"{HostileCorpus.ByName.Count} files");
        await using var own = new SiteOfTwo();
        await own.Towns.InitializeAsync();
        foreach (var bomb in (HostileFile[])[.. Bombs.All.Take(4), .. HeavyXml.All.Take(3), .. WrongRows.All.Take(2)])
            Assert.Equal(BatchState.Failed, (await own.Towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.xlsx", bomb.Make())).State);

        var good = await own.Towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.xlsx", HouseholdRows.File(HouseholdRows.Right(501), HouseholdRows.Right(502)));
        await own.Towns.WrittenAsync(TwoTownships.HanjiStaff, good);

        Assert.Contains("3715901150000501 邓某", await own.Towns.StoredAsync(), StringComparison.Ordinal);
        using var page = await own.Towns.Site.Site.Visitor().GetAsync("/health/ready");
        Assert.True(page.IsSuccessStatusCode);
    }

    /// <summary>The annotated copy, or the sentence why there is none.</summary>
    private Task<string> CopyAsync(long batch) => towns.Site.Site.AsAsync(TwoTownships.HanjiStaff, async services =>
    {
        try
        {
            var copy = await services.GetRequiredService<BatchCopies>().OfAsync(batch, CancellationToken.None);
            Assert.NotEmpty(copy!.Content);
            return " with a copy";
        }
        catch (SheetFaultException fault)
        {
            AssertClear(fault.Message);
            return " without a copy: " + fault.Message;
        }
    });

    /// <summary>One piece of Chinese, without words of programs, paths or numbers under which only a log says more.</summary>
    private static void AssertClear(string sentence)
    {
        Assert.EndsWith("。", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("编号", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', sentence);
        var own = new StringBuilder(sentence);
        foreach (var name in Names) own.Replace(name, "");
        Assert.DoesNotMatch(Foreign(), own.ToString());
    }

    [GeneratedRegex(@"[A-Za-z/\\]")]
    private static partial Regex Foreign();

    private sealed class SiteOfTwo : IAsyncDisposable
    {
        public TwoTownships Towns { get; } = new();

        public async ValueTask DisposeAsync() => await Towns.DisposeAsync();
    }
}

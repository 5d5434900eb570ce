using System.Collections.Concurrent;
using System.Text;
using Bunit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>One import at a time for the whole site; whoever comes meanwhile sees that, and waits for his turn.</summary>
public sealed class ImportLineTests(TwoTownships towns) : IClassFixture<TwoTownships>
{
    [Fact]
    public async Task Files_of_two_users_are_run_one_after_the_other_and_each_is_shown_its_place()
    {
        var runner = towns.Site.Site.Services.GetRequiredService<ImportRunner>();
        var seen = new ConcurrentQueue<(long First, int FirstPlace, long Second, int SecondPlace)>();
        using var holds = new ManualResetEventSlim();
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hold()
        {
            if (runner.Line is not [var first, ..] || runner.ProgressOf(first) is null || isHeld.Task.IsCompleted) return;
            isHeld.TrySetResult();
            holds.Wait();
        }

        runner.Moved += Hold;
        var mine = towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息-甲.csv", Rows("高新区,韩集镇,大杨新村", "3715901150000501"));
        await isHeld.Task;
        var (first, second) = (runner.Line[0], 0L);
        var theirs = towns.Site.HandInAsync(TwoTownships.ZhangzhaiStaff, "户信息-乙.csv", Rows("莘县,张寨镇,三合村", "3715221160000501"));
        while (runner.Line is not [_, _]) await Task.Delay(10);
        second = runner.Line[1];
        seen.Enqueue((first, runner.PlaceOf(first), second, runner.PlaceOf(second)));
        Assert.Null(runner.ProgressOf(second));
        runner.Moved -= Hold;
        holds.Set();

        Assert.Equal([(first, 1, second, 2)], seen);
        Assert.Equal((first, BatchState.Checked), ((await mine).Batch, (await mine).State));
        // Nobody has looked at it meanwhile: the result waits in the batch.
        Assert.Equal((second, BatchState.Checked, RowFate.Added), ((await theirs).Batch, (await theirs).State, Assert.Single((await theirs).Rows).Fate));
        while (runner.Line.Count > 0) await Task.Delay(10);
        Assert.Equal((0, 0), (runner.PlaceOf(first), runner.PlaceOf(second)));
    }

    [Fact]
    public async Task An_import_of_the_command_line_waits_until_the_site_has_written()
    {
        var path = Path.Combine(towns.Site.Folder, "户信息-命令行.csv");
        await File.WriteAllBytesAsync(path, Rows("高新区,韩集镇,大杨新村", "3715901150000519"));
        await using var site = new SqliteConnection(towns.Site.Site.ConnectionString + ";Pooling=False");
        await site.OpenAsync();
        // Another process: it holds the write lock of the store, and this one's gate does not know of it.
        await using var writing = await site.BeginTransactionAsync();
        var import = Task.Run(() => towns.Site.ImportAsync(UserIdentity.CommandLine("clerk"), path));
        await Task.Delay(300);
        Assert.False(import.IsCompleted);
        await writing.RollbackAsync();

        var result = Assert.Single(await import);
        Assert.Equal(1, Assert.Single(result.Sheets).Added);
    }

    [Fact]
    public async Task Everybody_sees_how_many_files_are_before_his_own_and_nobody_sees_whose_they_are()
    {
        await using var context = new BunitContext();
        Assert.Equal("", Words([], []));
        Assert.Equal("正在导入同事的一个文件（核对 1,024 / 20,000 行）。全站一次只导入一个文件，现在选择的文件会排在第 2 位，轮到时自动开始。", Words([7], [], new ImportProgress("核对", 1_024, 20_000)));
        Assert.Equal("正在导入您的文件（正在读取……）。另有 1 个文件在排队。全站一次只导入一个文件，现在选择的文件会排在第 3 位，轮到时自动开始。", Words([7, 8], [7], new ImportProgress("读取", 0, 0)));
        Assert.Equal("正在导入同事的一个文件。排队的有 3 个，您的排在第 2 位、第 4 位。全站一次只导入一个文件，现在选择的文件会排在第 5 位，轮到时自动开始。", Words([5, 7, 8, 9], [7, 9]));

        var card = context.Render<ImportProgressCard>(p => p.Add(c => c.Batch, new ImportBatch { FileName = "户信息.csv" }).Add(c => c.Place, 3));
        Assert.Equal("排队中，排在第 3 位，前面还有 2 个文件。全站一次只导入一个文件，轮到时自动开始。", card.Find(".words").TextContent);

        string Words(long[] line, long[] own, ImportProgress? progress = null) =>
            context.Render<ImportLine>(p => p.Add(l => l.Line, line).Add(l => l.Own, own).Add(l => l.Progress, progress)).FindAll(".notice span") is [.., var words] ? words.TextContent.Trim() : "";
    }

    private static byte[] Rows(string place, string number) =>
        Encoding.UTF8.GetBytes($"县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型\r\n{place},{number},沈某,371599198001010017,2,未脱贫户");
}

using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The page of imports on a real store, as a clerk of one township uses it.</summary>
public sealed class ImportsPageTests(TwoTownships towns) : IClassFixture<TwoTownships>, IAsyncLifetime
{
    private const string Head = "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型";
    private HeldContexts _contexts = default!;
    private ImportsScreen _screen = default!;

    private TestSite Site => towns.Site.Site;

    private BunitContext Screen => _screen.Context;

    public Task InitializeAsync()
    {
        _screen = new ImportsScreen(Site, contexts => _contexts = new HeldContexts(contexts));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task Files_are_taken_only_once_the_page_hears_of_them()
    {
        await Site.AddUserAsync("page.staff", Roles.Staff, TwoTownships.Hanji);
        using var client = await Site.LoggedInAsync("page.staff");
        var sent = await client.GetStringAsync("/imports");
        var input = sent[sent.LastIndexOf("<input", sent.IndexOf("type=\"file\"", StringComparison.Ordinal), StringComparison.Ordinal)..];
        Assert.Contains("disabled", input[..input.IndexOf('>', StringComparison.Ordinal)], StringComparison.Ordinal);

        var page = Screen.Render<ImportsPage>();
        page.WaitForElement("input[type=file]:enabled");
    }

    [Fact]
    public async Task Too_large_a_file_is_refused_unread_and_the_good_one_beside_it_is_taken()
    {
        var before = await towns.StoredAsync();
        var page = Screen.Render<ImportsPage>();
        page.WaitForElement("input[type=file]:enabled");
        var listed = page.FindAll("tbody tr").Count;
        await ChooseAsync(page, new ChosenFile("照片太多.xlsx", 50 * 1024 * 1024, () => throw new InvalidOperationException("It must not be read.")));
        Assert.Equal("“照片太多.xlsx”有 50.0 MB，超过 10 MB。请拆成几个文件后再导入。", page.Find(".notice.error").TextContent.Trim());
        Assert.Equal(listed, page.FindAll("tbody tr").Count);

        await ChooseAsync(page, new ChosenFile("照片太多.xlsx", 50 * 1024 * 1024, () => throw new InvalidOperationException("It must not be read.")), new ChosenFile("断线.csv", 100, () => throw new IOException()), Csv("户信息.csv", "3715901150000404", "陈某"));
        Assert.Equal(["“照片太多.xlsx”有 50.0 MB，超过 10 MB。请拆成几个文件后再导入。", "“断线.csv”没有传完。请检查网络后重新选择。"], page.FindAll(".notice.error").Select(n => n.TextContent.Trim()));
        page.WaitForAssertion(() => Assert.Contains("待写入", page.Find("tbody tr").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Equal(before, await towns.StoredAsync());
    }

    [Fact]
    public async Task A_clerk_sees_every_row_before_it_is_written_and_what_became_of_it()
    {
        var page = Screen.Render<ImportsPage>();
        page.WaitForElement("input[type=file]:enabled");
        await ChooseAsync(page, Csv("户信息.csv", "3715901150000412", "褚某", "3715901150000420,,371599198001010017,2,未脱贫户".Split(',')));
        var address = Screen.Services.GetRequiredService<NavigationManager>().Uri;
        page = Screen.Render<ImportsPage>(p => p.Add(x => x.BatchId, long.Parse(address[(address.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture)));
        var write = page.WaitForElement(".btn.main", TimeSpan.FromSeconds(30));
        Assert.Equal("写入 1 行（新增 1、更新 0）", write.TextContent.Trim());
        Assert.Equal(["不入库", "新增"], page.FindAll("tbody tr .chip").Select(c => c.TextContent.Trim()));
        Assert.Contains("户主姓名：必填项为空。请填写。", page.Find("tbody tr").TextContent, StringComparison.Ordinal);

        await write.ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("已写入 2 行", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Empty(page.FindAll(".btn.main"));
        Assert.Contains("3715901150000412 褚某", await towns.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_written_file_is_undone_from_the_history_after_a_question_and_its_copy_can_be_had()
    {
        var batch = await towns.WrittenAsync(TwoTownships.HanjiStaff, await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息-撤销.csv", Csv("", "3715901150000446", "沈某").Bytes));
        var page = Screen.Show<ImportsPage>(withProviders: true, []);
        var row = page.WaitForElements("tbody tr").First(r => r.TextContent.Contains("户信息-撤销.csv", StringComparison.Ordinal));
        Assert.Equal($"/imports/{batch.Batch}/annotated", row.QuerySelector("a[download]")!.GetAttribute("href"));

        // Not awaited: the handler ends when the question has been answered.
        _ = row.QuerySelector("button")!.ClickAsync(new());
        Assert.Contains("新增的 1 行会删除，更新的 0 行恢复原值", page.WaitForElement(".confirm").TextContent, StringComparison.Ordinal);
        page.Find(".confirm textarea").Input("导错了文件");
        await page.Find(".btn.danger").ClickAsync(new());

        page.WaitForAssertion(() => Assert.EndsWith($"/imports/{batch.Batch}", Screen.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        var result = Screen.Render<ImportsPage>(p => p.Add(x => x.BatchId, batch.Batch));
        result.WaitForAssertion(() => Assert.Contains("已删除新增的 1 行，已恢复更新前的 0 行。", result.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("撤销导入", result.FindAll("button").Select(b => b.TextContent.Trim()));
    }

    [Fact]
    public async Task An_older_reading_never_stands_over_a_newer_one()
    {
        var batch = await towns.Site.HandInAsync(TwoTownships.HanjiStaff, "户信息.csv", Csv("", "3715901150000438", "卫某").Bytes);
        var page = Screen.Render<ImportsPage>(p => p.Add(x => x.BatchId, batch.Batch));
        page.WaitForElement(".btn.main");
        var runner = Site.Services.GetRequiredService<ImportRunner>();
        var older = _contexts.Hold();
        runner.Tell();
        await NameAsync(batch.Batch, "新一次.csv");
        runner.Tell();
        page.WaitForAssertion(() => Assert.Contains("新一次.csv", page.Markup, StringComparison.Ordinal));

        await NameAsync(batch.Batch, "旧一次.csv");
        older.SetResult();
        await _contexts.Released.Task;
        await page.InvokeAsync(() => Task.Delay(300));
        Assert.DoesNotContain("旧一次.csv", page.Markup, StringComparison.Ordinal);
    }

    private static Task ChooseAsync(IRenderedComponent<ImportsPage> page, params ChosenFile[] files) =>
        page.InvokeAsync(() => page.FindComponent<InputFile>().Instance.OnChange.InvokeAsync(new InputFileChangeEventArgs(files)));

    private static ChosenFile Csv(string name, string number, string head, params string[][] more) =>
        new(name, Encoding.UTF8.GetBytes(string.Join("\r\n", [Head, $"高新区,韩集镇,大杨新村,{number},{head},371599198001010017,2,未脱贫户", .. more.Select(m => "高新区,韩集镇,大杨新村," + string.Join(',', m))])));

    private Task<int> NameAsync(long batch, string name) => Site.InStoreAsync(UserIdentity.System, async db =>
    {
        (await db.Set<ImportBatch>().SingleAsync(b => b.Id == batch)).FileName = name;
        return await db.SaveChangesAsync();
    });

    /// <summary>A file as the browser offers it; its content is read only when asked for.</summary>
    private sealed class ChosenFile(string name, long size, Func<Stream> open) : IBrowserFile
    {
        public ChosenFile(string name, byte[] content)
            : this(name, content.Length, () => new MemoryStream(content)) => Bytes = content;

        public byte[] Bytes { get; } = [];

        public string Name => name;

        public DateTimeOffset LastModified => default;

        public long Size => size;

        public string ContentType => "";

        public Stream OpenReadStream(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) => open();
    }

    /// <summary>Lets one reading wait.</summary>
    private sealed class HeldContexts(IDbContextFactory<AppDbContext> contexts) : IDbContextFactory<AppDbContext>
    {
        private TaskCompletionSource? _hold;

        public TaskCompletionSource Released { get; } = new();

        public TaskCompletionSource Hold() => _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public AppDbContext CreateDbContext() => contexts.CreateDbContext();

        public async Task<AppDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            if (Interlocked.Exchange(ref _hold, null) is { } hold)
            {
                await hold.Task;
                Released.SetResult();
            }

            return await contexts.CreateDbContextAsync(cancellationToken);
        }
    }
}

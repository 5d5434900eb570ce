using Bunit;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Features.Forms;
using PovertyDashboard.Tests.Excel;

namespace PovertyDashboard.Tests.Features.Forms;

/// <summary>The pages of forms as a clerk uses them: click a cell, choose what goes there, fill; and what those see who only fill.</summary>
public sealed class FormPageTests : IAsyncLifetime
{
    private FormScreen _screen = null!;

    public async Task InitializeAsync() => _screen = await FormScreen.OfAsync(FormStore.Staff);

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task A_cell_takes_a_measure_a_fact_and_gives_them_back()
    {
        var form = await _screen.Store.AddFormAsync(layout: FormLayout.Empty);
        var page = Open(form.Id);
        Assert.True(page.FindAll(".toolbar .btn.main").Single().HasAttribute("disabled"));
        await ClickAsync(page, "B3");
        Assert.Equal("B3", page.Find("#panel-title").TextContent);
        page.Find("#panel-find").Input("在册户");
        await page.FindAll(".choices .menu-item").First(b => b.TextContent.StartsWith("在册户", StringComparison.Ordinal)).ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("在册户", page.Find("[data-cell=B3] .chip").TextContent));
        Assert.Equal("B3 指标 在册户", page.Find("[data-cell=B3]").GetAttribute("aria-label"));

        await ClickAsync(page, "B2");
        await ButtonAsync(page, "填报信息");
        await page.FindAll(".choices .menu-item").First(b => b.TextContent.StartsWith("填报单位", StringComparison.Ordinal)).ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("填报单位", page.Find("[data-cell=B2] .chip").TextContent));
        Assert.Equal(2, (await _screen.Store.OpenAsync(FormStore.Staff, form.Id))!.Layout.Count);

        await ButtonAsync(page, "移除");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-cell=B2] .chip")));
        Assert.Equal(("households.all", 3), ((await _screen.Store.OpenAsync(FormStore.Staff, form.Id))!.Layout.Placements.Single().Key, page.FindAll(".sheet tbody tr").Count - 9));
    }

    [Fact]
    public async Task A_row_becomes_the_block_row_and_one_click_fills_in_the_columns_by_their_headers()
    {
        var form = await _screen.Store.AddFormAsync(layout: FormLayout.Empty);
        var page = Open(form.Id);
        await ClickAsync(page, "A4");
        await ButtonAsync(page, "明细行");
        Assert.Contains("第 4 行在跨行的合并单元格", page.Find(".panel .notice.error").TextContent, StringComparison.Ordinal);

        await ClickAsync(page, "B6");
        await ButtonAsync(page, "把第 6 行设为明细行");
        page.WaitForAssertion(() => Assert.Contains("明细", page.Find("tr.block th").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("按表头套上", page.Find(".panel .btn.main").TextContent, StringComparison.Ordinal));
        await page.Find(".panel .btn.main").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(["序号", "户主姓名"], new[] { "A6", "B6" }.Select(c => page.Find($"[data-cell={c}] .chip").TextContent)));
        Assert.Empty(page.FindAll("[data-cell=G6] .chip"));

        page.Find("#panel-measure").Change("households.all");
        page.WaitForAssertion(() => Assert.Contains("在册户", page.Find(".panel .muted").TextContent, StringComparison.Ordinal));
        await ClickAsync(page, "G6");
        Assert.Contains("这一格有公式", page.Find(".panel .notice.warn").TextContent, StringComparison.Ordinal);
        await ButtonAsync(page, "取消明细行");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("tr.block")));
        Assert.Equal(0, (await _screen.Store.OpenAsync(FormStore.Staff, form.Id))!.Layout.Count);
    }

    [Fact]
    public async Task What_falls_outside_of_a_newer_workbook_is_named_and_removed_by_one_click()
    {
        var form = await _screen.Store.AddFormAsync();
        var smaller = new RawXlsx().WithRows("<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>").ToBytes();
        await _screen.Store.WithAsync<FormDesk, FormResult>(FormStore.Staff, d => d.ReplaceAsync(form.Id, form.Version, "小.xlsx", smaller, CancellationToken.None));
        var page = Open(form.Id);
        Assert.Contains($"{FormStore.Layout.Count} 处内容落在现在的表样之外：明细 表 B2 填报单位", page.Find(".notice.warn").TextContent, StringComparison.Ordinal);
        await page.Find(".notice.warn button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notice.warn")));
        Assert.Equal((0, 0), ((await _screen.Store.OpenAsync(FormStore.Staff, form.Id))!.Layout.Count, (await _screen.Store.OpenAsync(FormStore.Staff, form.Id))!.Layout.Blocks.Count));
    }

    [Fact]
    public async Task The_dialog_asks_for_place_period_and_reason_and_links_to_the_file()
    {
        var form = await _screen.Store.AddFormAsync();
        var page = Open(form.Id);
        await ButtonAsync(page, "填写并下载");
        var link = Find(page, "a[download]");
        Assert.Equal($"/forms/{form.Id}/fill?region={FormStore.Zhangzhai}", link.GetAttribute("href"));
        await ButtonAsync(page, "完整");
        await page.FindAll(".mud-dialog-actions .btn.main").Single().ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("导出事由：没有填写", page.Markup, StringComparison.Ordinal));
        page.Find("#fill-reason").Input("核对");
        Assert.StartsWith($"/forms/{form.Id}/fill?region={FormStore.Zhangzhai}&full=1&reason=", Find(page, "a[download]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.DoesNotContain("核对", Uri.UnescapeDataString(Find(page, "a[download]").GetAttribute("href")!), StringComparison.Ordinal);
        page.Find("#fill-region").Change(FormStore.Qianwang.ToString(System.Globalization.CultureInfo.InvariantCulture));
        page.WaitForAssertion(() => Assert.Contains($"region={FormStore.Qianwang}", Find(page, "a[download]").GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_names_the_forms_and_deletes_one_after_asking()
    {
        var empty = _screen.Show<FormsPage>("/forms");
        empty.WaitForAssertion(() => Assert.Contains("还没有套表", empty.Markup, StringComparison.Ordinal));
        await _screen.Store.AddFormAsync();
        var page = _screen.Show<FormsPage>("/forms");
        page.WaitForAssertion(() => Assert.Contains(FormStore.Name, page.Find("td.name a").TextContent, StringComparison.Ordinal));
        Assert.Equal(("张寨镇", "12 处"), (page.Find("td.unit").TextContent, page.Find("td.num").TextContent));
        // Its answer comes from the dialog.
        page.FindAll("button").First(b => b.TextContent.Trim() == "删除").Click();
        empty.WaitForAssertion(() => Assert.Contains("放好的 12 处内容都会删除", empty.Markup, StringComparison.Ordinal));
        await empty.Find(".mud-dialog-actions .btn.danger").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("还没有套表", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_leader_looks_and_fills_but_places_nothing_and_a_form_of_others_is_not_there()
    {
        var form = await _screen.Store.AddFormAsync();
        await using var other = await FormScreen.OfAsync(FormStore.Elsewhere);
        var missing = other.Show<FormPage>(FormsPage.Of(form.Id), ("FormId", form.Id));
        missing.WaitForAssertion(() => Assert.Contains("没有这张套表", missing.Markup, StringComparison.Ordinal));

        await using var screen = await FormScreen.OfAsync(FormStore.Leader);
        var own = await screen.Store.AddFormAsync();
        var page = screen.Show<FormPage>(FormsPage.Of(own.Id), ("FormId", own.Id));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".sheet")));
        Assert.Equal(["填写并下载"], page.FindAll(".toolbar button").Select(b => b.TextContent.Trim()));
        await page.Find("[data-cell=B3]").ClickAsync(new());
        Assert.Empty(page.FindAll(".panel"));
    }

    private IRenderedComponent<IComponent> Open(long id)
    {
        var page = _screen.Show<FormPage>(FormsPage.Of(id), ("FormId", id));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".sheet")));
        return page;
    }

    private static async Task ClickAsync(IRenderedComponent<IComponent> page, string cell)
    {
        await page.Find($"[data-cell={cell}]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(cell, page.Find("#panel-title").TextContent));
    }

    private static async Task ButtonAsync(IRenderedComponent<IComponent> page, string text)
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), b => b.TextContent.Trim() == text));
        await page.FindAll("button").First(b => b.TextContent.Trim() == text).ClickAsync(new());
    }

    private static AngleSharp.Dom.IElement Find(IRenderedComponent<IComponent> page, string selector)
    {
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(selector)));
        return page.Find(selector);
    }
}

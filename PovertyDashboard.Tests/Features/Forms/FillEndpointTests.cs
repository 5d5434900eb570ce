using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Features.Forms;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel.Filling;
using PovertyDashboard.Tests.Excel.Writing;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Forms;

/// <summary>The address of a filled form, asked as a browser asks it on the demo store, and what it shows of health.</summary>
public sealed class FillEndpointTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Demo = "/forms/1/fill?region=371522116000";

    [Fact]
    public async Task The_demo_form_comes_filled_and_is_kept_by_nobody_on_the_way()
    {
        using var client = await site.LoggedInAsync("demo.zhangzhai");
        using var answer = await client.GetAsync(Demo);
        Assert.Equal((HttpStatusCode.OK, SheetWriter.ContentType, true), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
        var book = new FilledBook(await answer.Content.ReadAsByteArrayAsync());
        var rows = int.Parse(book.At("C3")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(("张寨镇", $"=SUM(E6:E{5 + rows})", $"=E{6 + rows}"), (book.At("C2"), book.At($"E{6 + rows}"), book.At("G3")));
        Assert.Equal(Enumerable.Range(1, rows).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), Enumerable.Range(6, rows).Select(r => book.At($"A{r}")));
        Assert.All(Enumerable.Range(6, rows).Select(r => book.At($"D{r}")).OfType<string>(), id => Assert.Contains("********", id, StringComparison.Ordinal));
        WrittenSheet.AssertValid(book.Content);
    }

    [Theory]
    [InlineData("demo.zhangzhai", "/forms/1/fill?region=371590115000", HttpStatusCode.UnprocessableEntity, "不在您的管辖范围内")]
    [InlineData("demo.zhangzhai", Demo + "&full=1", HttpStatusCode.UnprocessableEntity, "导出事由没有填")]
    [InlineData("demo.zhangzhai", Demo + "&month=209912", HttpStatusCode.UnprocessableEntity, "没有留存")]
    [InlineData("demo.zhangzhai", "/forms/999/fill?region=371522116000", HttpStatusCode.NotFound, "")]
    [InlineData("demo.leader", "/forms/1/fill?region=371590115000", HttpStatusCode.NotFound, "")]
    [InlineData("demo.clinic", "/forms/1/fill?region=371590115000", HttpStatusCode.NotFound, "")]
    [InlineData("demo.admin", Demo, HttpStatusCode.Forbidden, "不能导出")]
    public async Task Whoever_may_not_gets_a_sentence_and_no_file(string user, string address, HttpStatusCode status, string sentence)
    {
        using var client = await site.LoggedInAsync(user);
        using var answer = await client.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, System.Text.RegularExpressions.Regex.Unescape(await TestSite.TextAsync(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_login_there_is_no_form()
    {
        using var answer = await site.Visitor().GetAsync(Demo);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_measured_of_a_person_is_withheld_as_in_exports_and_a_closed_ledger_closes_the_form()
    {
        const long Hanji = 371590115000;
        var staff = new UserIdentity("hanji.staff", "赵某", [Roles.Staff], RegionScope.Of([Hanji]));
        var layout = new FormLayout([new FormBlock(CountyForm.Details, 6, "clinic-records", "")], [FormStore.Of(6, 1, PlacementKind.Column, "Name"), FormStore.Of(6, 3, PlacementKind.Column, "Systolic")]);
        var id = await site.AsAsync(staff, async services =>
        {
            var desk = services.GetRequiredService<FormDesk>();
            var added = await desk.AddAsync("义诊表", CountyForm.FileName, CountyForm.File, CancellationToken.None);
            Assert.Equal("", (await desk.SaveAsync(added.Id, 1, layout, CancellationToken.None)).Refusal);
            return added.Id;
        });

        var filled = await FillAsync(staff, id, new FillRequest(Hanji, null, false, ""));
        var book = new FilledBook(filled!.Content);
        Assert.NotNull(book.At("B6"));
        Assert.Equal("＊", book.At("D6"));
        Assert.Contains("脱敏", (await FillAsync(staff, id, new FillRequest(Hanji, null, true, "核对")))!.Refusal, StringComparison.Ordinal);
        var inspector = await DemoIdentity.OfAsync(site, "demo.inspector");
        Assert.StartsWith("这张套表用到「义诊登记台账」。", (await FillAsync(inspector, id, new FillRequest(Hanji, null, false, "")))!.Refusal, StringComparison.Ordinal);
    }

    private Task<FilledForm?> FillAsync(UserIdentity user, long id, FillRequest request) => site.AsAsync(user, services => services.GetRequiredService<FormFilling>().FillAsync(id, request, CancellationToken.None));
}

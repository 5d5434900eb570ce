using System.Text.RegularExpressions;
using Bunit;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Features.Jobs.Pages;
using PovertyDashboard.Ledgers;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>The public notice names people by village and holds nothing that must not be posted.</summary>
public sealed partial class NoticeTests : IAsyncLifetime
{
    private JobsScreen _screen = null!;

    public async Task InitializeAsync()
    {
        _screen = await JobsScreen.OfAsync(Staff);
        await _screen.Store.AddHolderAsync(change: h =>
        {
            (h.Phone, h.DisabilityKind, h.DisabilityGrade, h.HouseholdType, h.Labour) = ("13800001234", "肢体", "三级", "脱贫享受政策户", "弱劳动力或半劳动力");
            h.Remark = "车祸致残，号码 371599198001010017";
        });
        await _screen.Store.AddHolderAsync("钱某", Qian, h => (h.Region, h.PostKind, h.MonthlyPay) = (Shangzhuang, "护路", 600_00));
        await _screen.Store.AddHolderAsync("孙某", Zhao, h => (h.PostKind, h.State, h.ExitedOn, h.ExitReason) = ("保绿", HolderState.Left, new DateOnly(2020, 7, 31), "自主就业"));
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public void Names_stand_by_village_with_post_pay_and_first_day()
    {
        var page = _screen.Show<NoticePage>($"/jobs/notice?region={Zhangzhai}");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("section.village").Count));
        Assert.Equal("张寨镇公益性岗位上岗人员公示", page.Find("h2.title").TextContent);
        Assert.Contains("公示期 5 天（2020 年 8 月 31 日 至 2020 年 9 月 4 日）", page.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "邓某", "保洁岗（扶贫）", "保洁", "扶贫", "500.00", "2019-08-01"], Cells(page, "邓某"));
        Assert.Equal(["1", "钱某", "护路岗（扶贫）", "护路", "扶贫", "600.00", "2019-08-01"], Cells(page, "钱某"));
        Assert.DoesNotContain("孙某", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void No_number_phone_account_illness_or_status_is_on_it()
    {
        var page = _screen.Show<NoticePage>($"/jobs/notice?region={Zhangzhai}");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("section.village").Count));
        var text = string.Join('\n', page.FindAll("article p, article h2, article h3, article th, article td").Select(e => e.TextContent));
        Assert.DoesNotMatch(LongNumber(), text);
        foreach (var hidden in new[] { "1380000", "尾号", "****", "肢体", "三级", "残", "脱贫", "劳动力", "信用社", "车祸" }) Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_of_the_notice_has_no_place_for_them()
    {
        var names = typeof(NoticeLine).GetProperties().Select(p => p.Name);
        Assert.Equal(["Village", "Name", "Post", "Kind", "Source", "Pay", "StartedOn"], names.Where(n => n != "EqualityContract"));
        // Every sensitive column of the ledger is something else than what the notice reads.
        var shown = new[] { nameof(Holder.Name), nameof(Holder.PostName), nameof(Holder.PostKind), nameof(Holder.PostSource), nameof(Holder.MonthlyPay), nameof(Holder.StartedOn) };
        Assert.DoesNotContain(HolderLedger.Ledger.Columns.Where(c => c.Sensitivity != Sensitivity.None), c => shown.Contains(c.Key));
    }

    [Fact]
    public void Above_townships_it_asks_for_one()
    {
        var page = _screen.Show<NoticePage>("/jobs/notice?region=371522000000");
        Assert.Contains("请选择乡镇或村", page.Markup, StringComparison.Ordinal);
    }

    private static string[] Cells(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, string name) =>
        [.. page.FindAll("tbody tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal)).Children.Select(c => c.TextContent)];

    [GeneratedRegex(@"\d{6,}")]
    private static partial Regex LongNumber();
}

using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Administration.Places;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>Merging a village as the administrator does it: choose, read what goes along, say yes once more.</summary>
public sealed class RegionMoveDialogTests(StagingSite site) : IClassFixture<StagingSite>, IAsyncLifetime
{
    private const long Ends = 371590115237, Stays = StagingSite.Dayang;

    private AdminScreen _screen = default!;

    public Task InitializeAsync()
    {
        _screen = new AdminScreen(site, AdminScreen.Admin);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task A_village_is_merged_after_its_rows_were_named_and_confirmed()
    {
        var household = await site.InStoreAsync(UserIdentity.System, async db =>
        {
            var row = new Household { Region = Ends, Number = "示例并村户", HeadName = "赵某", Type = "脱贫户" };
            db.Add(row);
            await db.SaveChangesAsync();
            return row.Id;
        });
        var page = _screen.Open<RegionsPage>($"/admin/regions?place={Ends}");
        var name = page.WaitForElement("h2").TextContent;
        AdminScreen.Press(page, ".btn.small:contains('并入其他村')");
        await FindAsync("没有这个村");
        Assert.Contains("没有叫“没有这个村”的村", _screen.Dialogs.Find("p.muted").TextContent, StringComparison.Ordinal);
        Assert.True(_screen.Dialogs.Find(".mud-dialog-actions .btn.main").HasAttribute("disabled"));

        await FindAsync("大杨新村");
        await _screen.Dialogs.WaitForElement(".hits .menu-item").ClickAsync(new());
        await _screen.FillAsync("#move-on", "2020-07-31");
        await _screen.SaveAsync();
        Assert.Contains("2020-07-31 以前的数字已经上报", _screen.Dialogs.WaitForElement("#move-on-fault").TextContent, StringComparison.Ordinal);
        await _screen.FillAsync("#move-on", "2020-08-31");
        await _screen.SaveAsync();
        var asked = _screen.Dialogs.WaitForElement(".notice.warn").TextContent;
        Assert.Contains($"{name}有：贫困户台账 1 户", asked, StringComparison.Ordinal);
        Assert.Contains("全部转到聊城高新区 / 韩集镇 / 大杨新村", asked, StringComparison.Ordinal);
        Assert.Equal("确认办理", _screen.Dialogs.Find(".mud-dialog-actions .btn.danger").TextContent);
        Assert.Equal(Ends, await RegionOfAsync(household));

        await _screen.SaveAsync();
        page.WaitForAssertion(() => Assert.Equal("大杨新村", page.Find("h2").TextContent));
        Assert.Equal(Stays, await RegionOfAsync(household));
        Assert.Equal(new DateOnly(2020, 8, 30), site.Services.GetRequiredService<RegionDirectory>().Tree.Find(Ends)!.ValidTo);
    }

    private Task FindAsync(string text) => _screen.Dialogs.WaitForElement("#move-find").InputAsync(new ChangeEventArgs { Value = text });

    private Task<long> RegionOfAsync(long household) => site.InStoreAsync(UserIdentity.System, async db => (await db.Set<Household>().FindAsync(household))!.Region);
}

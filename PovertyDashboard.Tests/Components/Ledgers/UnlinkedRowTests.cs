using Bunit;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Tests.Ledgers;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Components.Ledgers;

/// <summary>Rows whose written household matches none, on the shared page of any ledger.</summary>
public sealed class UnlinkedRowTests
{
    [Fact]
    public async Task An_unlinked_name_is_marked_in_the_table_and_on_cards()
    {
        await using var screen = await LedgerScreen.OfAsync(Leader, Rows());
        screen.Open();
        Assert.Equal([true, false, false], screen.Cells("户主").Select(c => c.EndsWith("未关联", StringComparison.Ordinal)));
        var view = screen.Page.FindComponent<PovertyDashboard.Components.Shared.Ledgers.LedgerTable>().Instance;
        var cards = screen.Context.Render<PovertyDashboard.Components.Shared.Ledgers.LedgerCards>(p => p
            .Add(c => c.View, view.View).Add(c => c.Columns, [.. SampleLedger.Ledger.Columns.Where(c => c.Header is "编号" or "户主")]).Add(c => c.Page, view.Page));
        Assert.Equal(["未关联", "", ""], cards.FindAll(".row-card").Select(c => c.QuerySelector(".line .chip")?.TextContent.Trim() ?? ""));
        Assert.Contains("大杨新村", cards.Find(".row-card .line").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_of_an_unlinked_row_links_it_by_hand()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, Rows());
        var id = await screen.InStoreAsync(async db =>
        {
            var household = new Household { Number = "3715901150001", HeadName = "邓某", Region = Dayang };
            db.Add(household);
            await db.SaveChangesAsync();
            return household.Id;
        });
        screen.Open();
        var page = screen.Page;
        page.FindAll(".row-acts .mud-menu button")[1].Click();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".mud-menu-item"), m => m.TextContent.Trim() == "修改"));
        Assert.DoesNotContain(page.FindAll(".mud-menu-item"), m => m.TextContent.Trim() == "关联户");
        page.FindAll(".row-acts .mud-menu button")[0].Click();
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".mud-menu-item"), m => m.TextContent.Trim() == "关联户"));
        page.FindAll(".mud-menu-item").Single(m => m.TextContent.Trim() == "关联户").Click();
        page.WaitForElement("#link-household").Input("邓");
        page.WaitForElement("[role=option] .caption").ParentElement!.MouseDown();
        page.FindAll(".mud-dialog button").Single(b => b.TextContent.Trim() == "关联").Click();
        page.WaitForAssertion(() => Assert.DoesNotContain(screen.Cells("户主"), c => c.Contains("未关联", StringComparison.Ordinal)));
        Assert.Equal("邓某某", screen.Cells("户主")[0]);
        Assert.Contains("已关联 1 件。", page.Markup, StringComparison.Ordinal);
        Assert.Equal(id, await screen.InStoreAsync(db => Task.FromResult(db.Set<SampleRow>().Single(r => r.Number == "N-1").HouseholdId)));
    }

    private static SampleRow[] Rows()
    {
        var rows = new[] { Row("N-1"), Row("N-2"), Row("N-3") };
        rows[0].HouseholdName = "邓某某";
        (rows[1].HouseholdName, rows[1].HouseholdId) = ("王某", 77);
        return rows;
    }
}

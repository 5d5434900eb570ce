using Bunit;
using Microsoft.AspNetCore.DataProtection;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Components.Ledgers;
using PovertyDashboard.Tests.Ledgers;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Components.Pages;

/// <summary>Nothing of a person stands in an address, and a list still survives reload, the way back and a link.</summary>
public sealed class LedgerAddressTests
{
    [Fact]
    public async Task What_is_typed_stands_in_no_address_and_its_address_opens_the_same_list_again()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, [Row("A-1", phone: "13800000000"), Row("A-2", phone: "13800000000"), Row("B-1", phone: "13811111111")]);
        screen.Open("?f.Phone=0000");
        screen.Page.Find("input[type=search]").Input("A-1");
        screen.Page.WaitForAssertion(() => Assert.Equal("共 1 件", screen.Page.Find(".agree").TextContent), TimeSpan.FromSeconds(5));

        var address = screen.Uri;
        Assert.Matches(@"^ledgers/samples\?q=(~|%7E)[\w-]{40,}&f\.Phone=(~|%7E)[\w-]{40,}$", address);
        Assert.All(screen.Page.FindAll("a[href*='q=']"), link => Assert.DoesNotMatch("A-1|0000", Uri.UnescapeDataString(link.GetAttribute("href")!)));
        Assert.Equal(["查找：“A-1”", "联系电话：含“0000”"], screen.Page.FindAll(".condition span").Select(s => s.TextContent));
        await screen.GoAsync("/ledgers/samples");
        screen.Page.WaitForAssertion(() => Assert.Equal("共 3 件", screen.Page.Find(".agree").TextContent));
        await screen.GoAsync("/" + address);
        screen.Page.WaitForAssertion(() => Assert.Equal("共 1 件", screen.Page.Find(".agree").TextContent));
        Assert.Equal("A-1", screen.Page.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_seal_that_cannot_be_read_finds_nothing_and_says_so()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, [Row("A-1")]);
        screen.Open("?q=~of-another-site");

        Assert.Contains("当前条件：查找：“地址中的文字已失效，请重新填写”", screen.Page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Free_texts_are_sealed_in_every_address_of_the_query_and_codes_days_and_places_are_not()
    {
        var seal = new TextSeal(new AddressTexts(new EphemeralDataProtectionProvider()), SampleLedger.Ledger);
        var query = new LedgerQuery
        {
            Seal = seal,
            Region = Dayang,
            Search = "邓某",
            Filters = [new("Name", "王某"), new("IdNumber", "371599198001010017"), new("HouseholdName", "空"), new("Kind", "住房|医疗"), new("Day", "2020-08-01.."), new("NoColumn", "张某")],
        };

        var address = Uri.UnescapeDataString(LedgerAddress.Export(SampleLedger.Ledger, query, [], reason: seal.Texts.Close("核对李某的账号")));

        Assert.DoesNotMatch("某|371599198", address);
        Assert.Contains($"region={Dayang}", address, StringComparison.Ordinal);
        Assert.Contains("&f.HouseholdName=空&f.Kind=住房|医疗&f.Day=2020-08-01..&", address, StringComparison.Ordinal);
        Assert.Equal(address, Uri.UnescapeDataString(LedgerAddress.Export(SampleLedger.Ledger, query, [], reason: seal.Texts.Close("核对李某的账号"))));
        var read = LedgerQuery.Parse(query.ToQueryString(), seal);
        Assert.Equal(query.Search, read.Search);
        Assert.Equal(query.Filters, read.Filters);
    }

    [Fact]
    public void Seals_last_beyond_the_page_and_the_verbs_read_plain_texts()
    {
        var keys = new EphemeralDataProtectionProvider();
        Assert.Equal("邓某", new AddressTexts(keys).Open(new AddressTexts(keys).Close("邓某")));
        Assert.Null(new AddressTexts(new EphemeralDataProtectionProvider()).Open(new AddressTexts(keys).Close("邓某")));
        Assert.Equal("邓某", new AddressTexts(keys).Open("邓某"));
        Assert.Equal("邓某", LedgerQuery.Parse("?q=邓某").Search);
    }

    private static SampleRow Row(string number, string phone = "") => new() { Number = number, Name = "邓某", Region = Dayang, Day = new DateOnly(2020, 8, 1), Phone = phone };
}

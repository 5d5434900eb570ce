using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Administration.DataDictionary;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>The data dictionary says what the declarations say, on the page and as a sheet.</summary>
public sealed class DictionaryTests(StagingSite site) : IClassFixture<StagingSite>
{
    private LedgerCatalog Catalog => site.Services.GetRequiredService<LedgerCatalog>();

    [Fact]
    public void Every_kind_of_column_has_its_words()
    {
        var some = Catalog.Ledgers[0].Columns[0];
        Assert.All(Enum.GetValues<ColumnKind>(), kind => Assert.NotEqual(DictionaryWords.OtherKind, DictionaryWords.KindOf(some with { Kind = kind })));
    }

    [Fact]
    public void Rows_hold_every_column_and_measure_with_aliases_codes_and_masking()
    {
        var rows = DictionarySheet.Rows(Catalog, site.Services.GetRequiredService<CodeListDirectory>().Current, null).ToList();
        Assert.Equal(Catalog.Ledgers.Sum(l => l.Columns.Count) + Catalog.Measures.Count, rows.Count);
        var category = rows.Single(r => r is { Ledger: "整改台账", Entry: "列", Name: "问题类别" });
        Assert.Equal(("类别、问题类型", "代码，选一项", "必填"), (category.Aliases, category.Kind, category.Required));
        Assert.Contains("住房", category.Codes, StringComparison.Ordinal);
        Assert.Contains(rows, r => r.Sensitivity == "证件号，遮住中间");
        Assert.Contains(rows, r => r is { Entry: "指标", Name: "饮水安全率", Kind: "比率" } && r.Note.StartsWith("已解决饮水 ÷ 在册户", StringComparison.Ordinal));
        Assert.Equal("同一个乡镇里按 问题编号 认作同一行", DictionaryWords.KeyOf(Catalog.Ledger("problems")!));
    }

    [Fact]
    public async Task Staff_and_administrators_take_it_out_and_that_is_recorded()
    {
        await site.AddUserAsync("dict.staff", Roles.Staff, StagingSite.Hanji);
        await site.AddUserAsync("dict.admin", Roles.Administrator);
        foreach (var user in new[] { "dict.staff", "dict.admin" })
        {
            using var client = await site.LoggedInAsync(user);
            using var answer = await client.GetAsync($"{DictionaryExport.Route}?ledger=problems");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var texts = SheetTexts.Of(await answer.Content.ReadAsByteArrayAsync());
            Assert.Contains("问题编号", texts);
            Assert.DoesNotContain("贫困户台账", texts);
            Assert.Equal(1, await site.InStoreAsync(UserIdentity.System, db => db.Audit.CountAsync(a => a.User == user && a.Action == "导出" && a.Subject == "dictionary")));
            using var missing = await client.GetAsync($"{DictionaryExport.Route}?ledger=none");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        using var visitor = site.Visitor();
        using var login = await visitor.GetAsync(DictionaryExport.Route);
        Assert.Equal(HttpStatusCode.Found, login.StatusCode);
    }

    [Fact]
    public async Task The_page_shows_one_ledger_and_finds_columns_by_alias()
    {
        await using var screen = new AdminScreen(site, AdminScreen.Staff);
        var page = screen.Open<DictionaryPage>("/admin/dictionary?ledger=problems");
        Assert.Equal(Catalog.Ledger("problems")!.Columns.Count, page.FindAll(".words:not(.figures) tbody tr").Count);
        await page.Find("#dictionary-find").InputAsync(new ChangeEventArgs { Value = "问题类型" });
        Assert.StartsWith("问题类别", Assert.Single(page.FindAll(".words:not(.figures) tbody th")).TextContent, StringComparison.Ordinal);
    }
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;
using PovertyDashboard.Todo;

namespace PovertyDashboard.Tests.Todo;

/// <summary>Waiting work of each role on the demo store.</summary>
public sealed class TodoTests(TestSite site) : IClassFixture<TestSite>
{
    private const long Hanji = 371590115000;

    [Fact]
    public async Task Each_count_is_the_number_of_rows_of_the_list_that_it_opens()
    {
        foreach (var role in new[] { Roles.Staff, Roles.Inspector, Roles.Leader })
        {
            var user = User(role);
            var lines = await ReadAsync(user);
            Assert.NotEmpty(lines);
            foreach (var line in lines.Where(l => l.Source.Href.StartsWith("/ledgers/", StringComparison.Ordinal)))
                Assert.Equal(line.Count, await site.AsAsync(user, services => RowsAsync(services, line.Source.Href)));
        }
    }

    [Fact]
    public async Task A_leader_is_told_of_what_is_late_and_what_he_approves_and_an_inspector_of_what_he_may_do()
    {
        Assert.All(await ReadAsync(User(Roles.Leader)), l => Assert.True(l.Source.Needs is Act.Read or Act.ApproveWages, l.Source.Title));
        var inspector = (await ReadAsync(User(Roles.Inspector))).Select(l => l.Source.Title).ToList();
        Assert.Contains("待复查的项目", inspector);
        Assert.Contains("待核验的问题", inspector);
        Assert.DoesNotContain("待交办的问题", inspector);
        Assert.DoesNotContain("待写入的导入", inspector);
    }

    [Fact]
    public async Task An_administrator_without_business_rights_has_no_business_work() =>
        Assert.DoesNotContain(await ReadAsync(User(Roles.Administrator)), l => l.Source.Href.StartsWith("/ledgers/", StringComparison.Ordinal));

    [Fact]
    public void The_headline_is_what_is_late_and_never_adds_a_late_row_twice()
    {
        Assert.Equal(new TodoHeadline(2, true), TodoHeadline.Of([Line(2, isLate: true), Line(5)]));
        Assert.Equal(new TodoHeadline(5, false), TodoHeadline.Of([Line(0, isLate: true), Line(5)]));
        Assert.Equal(new TodoHeadline(0, false), TodoHeadline.Of([]));
    }

    [Fact]
    public async Task The_page_lists_the_work_and_the_bell_counts_it()
    {
        using var client = await site.LoggedInAsync("demo.inspector");
        var text = await TestSite.TextAsync(await client.GetAsync("/todo"));
        Assert.Contains("待复查的项目", text, StringComparison.Ordinal);
        Assert.Matches(new Regex("sr-only\"[^>]*>待办：.*待复查的项目 \\d+ 项"), text);
    }

    private static TodoLine Line(long count, bool isLate = false) => new(new TodoSource("某事", "", "/", 1, Act.Read, (_, _, _) => Task.FromResult(count)) { IsLate = isLate }, count);

    private static UserIdentity User(string role) => new($"some.{role}", "某人", [role], RegionScope.Of([Hanji]));

    private Task<IReadOnlyList<TodoLine>> ReadAsync(UserIdentity user) => site.AsAsync(user, services => services.GetRequiredService<TodoReader>().ReadAsync(CancellationToken.None));

    private static async Task<long> RowsAsync(IServiceProvider services, string href)
    {
        var catalog = services.GetRequiredService<LedgerCatalog>();
        var (path, query) = (href.Split('?')[0], LedgerQuery.Parse(href.Split('?')[1]));
        await using var db = await services.GetRequiredService<IDbContextFactory<PovertyDashboard.Data.AppDbContext>>().CreateDbContextAsync();
        var page = await LedgerReader.PageAsync(db, catalog.Ledgers.Single(l => path == $"/ledgers/{l.Key}"), catalog, query, services.GetRequiredService<Clock>().Today, CancellationToken.None);
        return page.Total;
    }
}

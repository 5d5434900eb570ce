using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Administration.Trail;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>The trail is searched, paged and taken out by administrators only, with personal values masked.</summary>
public sealed class AuditReaderTests(StagingSite site) : IClassFixture<StagingSite>
{
    private const string Name = "邓小某", Phone = "13800001234";

    [Fact]
    public async Task Pages_go_down_and_up_without_gap_or_repetition()
    {
        await WriteAsync("page.walker", Enumerable.Range(0, 120).Select(_ => new AuditNote("查看", "households")));
        var query = new AuditQuery { User = "page.walker" };
        var seen = new List<long>();
        AuditPageResult page;
        do
        {
            page = await PageAsync(query);
            Assert.Equal(120, page.Total);
            seen.AddRange(page.Lines.Select(l => l.Id));
            query = query with { At = page.Older ?? 0 };
        }
        while (page.Older is not null);

        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(seen.OrderDescending(), seen);
        var up = await PageAsync(query with { At = page.Newer!.Value, Newer = true });
        Assert.Equal(seen.Skip(50).Take(50), up.Lines.Select(l => l.Id));
        Assert.NotNull(up.Newer);
    }

    [Fact]
    public async Task Days_account_act_subject_and_row_narrow_the_search()
    {
        await WriteAsync("filter.a", [new AuditNote("导出", "problems") { RowId = 77 }, new AuditNote("查看", "households") { RowId = 78 }]);
        var today = new DateOnly(2020, 8, 31);
        Assert.Equal(2, (await PageAsync(new AuditQuery { User = "filter.a", From = today, To = today })).Total);
        Assert.Equal(0, (await PageAsync(new AuditQuery { User = "filter.a", To = today.AddDays(-1) })).Total);
        Assert.Equal(0, (await PageAsync(new AuditQuery { User = "filter.a", From = today.AddDays(1) })).Total);
        Assert.Equal("整改台账", Assert.Single((await PageAsync(new AuditQuery { User = "filter.a", Action = "导出" })).Lines).Subject);
        Assert.Equal(78, Assert.Single((await PageAsync(new AuditQuery { User = "filter.a", Subject = "households" })).Lines).Row);
        Assert.Equal("导出", Assert.Single((await PageAsync(new AuditQuery { Row = 77 })).Lines).Action);
    }

    [Fact]
    public void A_query_comes_back_from_its_address()
    {
        var query = new AuditQuery { From = new DateOnly(2020, 8, 1), User = "a&b", Action = "导出", Row = 5, At = 12, Newer = true };
        Assert.Equal(query, AuditQuery.Parse(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.ToQueryString())));
        Assert.Equal("", new AuditQuery().ToQueryString());
    }

    [Fact]
    public async Task A_changed_row_tells_its_columns_and_masks_what_is_personal()
    {
        var id = await ChangeHouseholdAsync("3715900000000701");
        var line = (await PageAsync(new AuditQuery { Subject = "households", Row = id, Action = "修改" })).Lines.Single();
        Assert.Equal(("大杨新村", "贫困户台账"), (line.Place, line.Subject));
        var values = line.Values.ToDictionary(v => v.Name, v => string.Join(" → ", v.Values));
        Assert.Equal("因病 → 因残", values["主要致贫原因"]);
        Assert.Equal("3,000.00 → 4,500.50", values["人均纯收入"]);
        var all = string.Join(' ', line.Values);
        Assert.Contains("＊＊", all, StringComparison.Ordinal);
        Assert.All(new[] { Name, Phone, "NameKey" }, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_tells_its_conditions_without_what_was_searched_for()
    {
        var details = new Dictionary<string, object?[]> { ["查询"] = [$"?region=371590115299&q={Uri.EscapeDataString(Name)}&f.HeadName={Uri.EscapeDataString(Name)}"], ["行数"] = [12], ["完整"] = [true], ["事由"] = ["上级核查"] };
        await WriteAsync("export.b", [new AuditNote("导出", "households") { Details = details }]);
        var text = string.Join('；', (await PageAsync(new AuditQuery { User = "export.b" })).Lines.Single().Values);
        Assert.Equal("条件：地区 大杨新村，搜索 ＊＊，户主姓名 ＊＊；行数：12；完整：是；事由：上级核查", text);
    }

    [Fact]
    public async Task The_trail_goes_out_as_a_masked_sheet_and_that_is_recorded()
    {
        var id = await ChangeHouseholdAsync("3715900000000702");
        await site.AddUserAsync("audit.admin", Roles.Administrator);
        await site.AddUserAsync("audit.staff", Roles.Staff, StagingSite.Hanji);
        using var staff = await site.LoggedInAsync("audit.staff");
        using var refused = await staff.GetAsync(AuditExport.Route);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var admin = await site.LoggedInAsync("audit.admin");
        using var answer = await admin.GetAsync($"{AuditExport.Route}?subject=households&row={id}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cells = SheetTexts.Of(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains(cells, c => c == "修改");
        Assert.All(new[] { Name, Phone }, secret => Assert.DoesNotContain(cells, c => c.Contains(secret, StringComparison.Ordinal)));
        var entry = (await PageAsync(new AuditQuery { User = "audit.admin", Action = "导出" })).Lines.Single();
        Assert.Equal(("审计记录", $"条件：最早 至 最近，对象 贫困户台账，行号 {id}"), (entry.Subject, entry.Values.Single().ToString()));
    }

    [Fact]
    public async Task The_chain_is_whole_until_a_line_is_changed()
    {
        await using var own = new StagingSite();
        var state = await ChainAsync(own, again: true);
        Assert.Null(state!.BrokenAt);
        Assert.True(state.Count > 0);
        var broken = await own.InStoreAsync(UserIdentity.System, async db =>
        {
            var entry = await db.Audit.OrderBy(a => a.Id).FirstAsync();
            entry.User = "别人";
            await db.SaveChangesAsync();
            return entry.Id;
        });
        Assert.Null((await ChainAsync(own, again: false))!.BrokenAt);
        Assert.Equal(broken, (await ChainAsync(own, again: true))!.BrokenAt);
    }

    [Fact]
    public async Task Without_the_right_there_is_nothing_to_read()
    {
        await site.AsAsync(AdminScreen.Staff, async services =>
        {
            var reader = services.GetRequiredService<AuditReader>();
            Assert.Empty((await reader.PageAsync(new AuditQuery(), CancellationToken.None)).Lines);
            Assert.Empty(await reader.UsersAsync(CancellationToken.None));
            Assert.Null(await reader.ChainAsync(false, CancellationToken.None));
            await foreach (var _ in reader.StreamAsync(new AuditQuery(), CancellationToken.None)) Assert.Fail("A line was read.");
            return 0;
        });
    }

    [Fact]
    public async Task No_subject_of_the_trail_is_left_in_English()
    {
        var words = site.Services.GetRequiredService<AuditWords>();
        var rows = await site.InStoreAsync(UserIdentity.System, db => Task.FromResult(db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(LedgerRow))).Select(t => t.ClrType).ToList()));
        var catalog = site.Services.GetRequiredService<LedgerCatalog>();
        Assert.NotEmpty(rows);
        Assert.All(rows, type => Assert.NotEqual("其他记录", words.SubjectOf(catalog.LedgerOf(type)?.Key ?? type.Name)));
    }

    private async Task<long> ChangeHouseholdAsync(string number) => await site.InStoreAsync(UserIdentity.System, async db =>
    {
        var household = new Household { Region = StagingSite.Dayang, Number = number, HeadName = "邓某", MainCause = "因病", IncomePerHead = 300_000 };
        db.Add(household);
        await db.SaveChangesAsync();
        (household.HeadName, household.MainCause, household.IncomePerHead, household.VillagePhone) = (Name, "因残", 450_050, Phone);
        await db.SaveChangesAsync();
        return household.Id;
    });

    private Task<int> WriteAsync(string user, IEnumerable<AuditNote> notes) => site.AsAsync(UserIdentity.System, async services =>
    {
        foreach (var note in notes) await services.GetRequiredService<AuditLog>().WriteAsync(note with { User = user }, CancellationToken.None);
        return 0;
    });

    private Task<AuditPageResult> PageAsync(AuditQuery query) => site.AsAsync(AdminScreen.Admin, s => s.GetRequiredService<AuditReader>().PageAsync(query, CancellationToken.None));

    private static Task<AuditChainState?> ChainAsync(StagingSite own, bool again) => own.AsAsync(AdminScreen.Admin, s => s.GetRequiredService<AuditReader>().ChainAsync(again, CancellationToken.None));
}

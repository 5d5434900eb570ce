using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Proposals;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Proposals;

/// <summary>Proposals of the office (建言献策, S2): rules, round trip, and what the page tells of them.</summary>
public sealed class ProposalTests(TestSite site) : IClassFixture<TestSite>
{
    private const long Zhangzhai = 371522116000;

    private static readonly DateOnly Today = new(2020, 8, 31);

    private static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Zhangzhai])),
        Leader = new("leader", "李某", [Roles.Leader], RegionScope.Of([Zhangzhai]));

    [Fact]
    public void Each_fault_is_one_clear_sentence()
    {
        Assert.Equal("责任人：已采纳，没有写由谁落实。请填写责任人。", Fault(p => p.IsAdopted = true));
        Assert.Equal("落实结果：填了落实日期，没有写结果。请写明落实到什么程度，例如 三户的院墙已经修好。", Fault(p => (p.IsAdopted, p.Owner, p.DoneOn) = (true, "孙某", new DateOnly(2020, 8, 20))));
        Assert.Equal("是否采纳：填了落实日期，没有选采纳。请选择 是，或删去落实日期。", Fault(p => (p.DoneOn, p.Result) = (new DateOnly(2020, 8, 20), "已修好")));
        Assert.Equal("落实时限：早于提出日期（“2020-07-31”，提出是 2020-08-01）。请核对后填写。", Fault(p => p.DueOn = new DateOnly(2020, 7, 31)));
        Assert.Empty(Check(_ => { }));
        Assert.Empty(Check(p => (p.IsAdopted, p.Owner, p.DecidedOn, p.DueOn, p.DoneOn, p.Result) = (true, "孙某", new DateOnly(2020, 8, 5), new DateOnly(2020, 8, 31), new DateOnly(2020, 8, 20), "已修好")));
    }

    [Fact]
    public async Task Staff_keep_them_leaders_read_them_and_one_title_of_a_day_stands_once()
    {
        Assert.IsType<RowSaved>(await SaveAsync(Staff, Row(p => p.Title = "增设路灯")));
        Assert.Contains("增设路灯", Assert.IsType<RowInvalid>(await SaveAsync(Staff, Row(p => p.Title = "增设路灯"))).Faults[0].Message, StringComparison.Ordinal);
        Assert.IsNotType<RowSaved>(await SaveAsync(Leader, Row(p => p.Title = "另一条")));
        Assert.Contains("不在代码表", Assert.IsType<RowInvalid>(await SaveAsync(Staff, Row(p => (p.Title, p.Field) = ("第三条", "天气")))).Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_s_three_fields_are_there_each_with_its_state()
    {
        var rows = await site.InStoreAsync(UserIdentity.System, db => db.Set<Proposal>().Where(p => p.Remark.StartsWith("方面据公开报道")).OrderBy(p => p.RaisedOn).ToListAsync());
        Assert.Equal(["居住条件", "环境卫生", "节日关怀"], rows.Select(p => p.Field));
        Assert.Equal([true, true, null], rows.Select(p => p.IsAdopted));
        Assert.NotEmpty(rows[0].Result);
        foreach (var row in await site.InStoreAsync(UserIdentity.System, db => db.Set<Proposal>().ToListAsync())) Assert.Empty(ProposalLedger.Ledger.Check(row, new RowContext(Today, UserIdentity.System)));
        var client = await site.LoggedInAsync("demo.city");
        using var answer = await client.GetAsync(new Uri($"/ledgers/proposals?region={Zhangzhai}", UriKind.Relative));
        var text = await TestSite.TextAsync(answer);
        foreach (var told in new[] { "改善贫困户居住条件", "整治村内和院内环境卫生", "中秋节前走访慰问" }) Assert.Contains(told, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_under_other_headers_comes_in_and_a_wrong_row_is_refused_alone()
    {
        var path = Path.Combine(site.Folder, "建言献策-张寨镇.csv");
        await File.WriteAllLinesAsync(path, ["建议日期,标题,建议类别,采纳情况,责任单位,完成日期,结果", "2020.8.3,修整村口小桥,居住条件,√,张寨镇村建办,2020/8/25,已修好", "2020-08-04,设读书角,其他,√,,,"]);
        var sheet = Assert.Single(Assert.Single(await site.AsAsync(Staff, s => s.GetRequiredService<ImportRun>().RunAsync([path], ReadLimits.Verb, new ImportRequest(Region: Zhangzhai), CancellationToken.None))).Sheets);
        Assert.Equal((ProposalLedger.Key, 1, 1), (sheet.Ledger?.Key, sheet.Accepted, sheet.Refused));
        Assert.StartsWith("责任", Assert.Single(sheet.Rows[1].Faults).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Fault> Check(Action<Proposal> change) => [.. ProposalRules.Check(Row(change), new RowContext(Today, UserIdentity.System))];

    private static string Fault(Action<Proposal> change) => Assert.Single(Check(change)).Message;

    private static Proposal Row(Action<Proposal> change)
    {
        var row = new Proposal { Region = Zhangzhai, RaisedOn = new DateOnly(2020, 8, 1), Title = "修院墙", Field = "居住条件" };
        change(row);
        return row;
    }

    private Task<SaveOutcome> SaveAsync(UserIdentity user, Proposal row) => site.AsAsync(user, s => s.GetRequiredService<LedgerEditor>().SaveAsync(ProposalLedger.Ledger, row, 0, CancellationToken.None));
}

using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Inspections.Sampling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Inspections.InspectionStore;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>Clues are for the discipline role alone, and those who are inspected do not learn who was drawn or what was said (ADR 0020).</summary>
public sealed class ClueRightsTests : IAsyncLifetime
{
    private const string Secret = "优亲厚友安排上岗";

    private InspectionStore _store = null!;
    private Clue _clue = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _clue = await _store.AddAsync(ClueLedger.Ledger, NewClue("01"));
        await _store.DrawAsync(new SampleRequest([Qianwang, Shangzhuang], SampleSpread.Total, 5, 0, "1"));
        await _store.InterviewAsync(_store.NewInterview(), (1, "否"));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Nobody_but_discipline_meets_a_clue()
    {
        Assert.Single(await _store.RowsAsync<Clue>(Discipline));
        foreach (var user in new[] { Staff, Leader, Inspector, Cadre, Doctor })
        {
            Assert.Empty(await _store.RowsAsync<Clue>(user));
            Assert.False(user.MayList(ClueLedger.Ledger));
            Assert.IsType<RowRefused>(await _store.SaveAsync(user, ClueLedger.Ledger, NewClue("02")));
            var page = await _store.WithAsync<LedgerPageReader, LedgerPageData>(user, r => r.ReadAsync(ClueLedger.Ledger, new LedgerQuery(), CancellationToken.None));
            Assert.Empty(page.Page.Rows);
            Assert.Null(await _store.WithAsync<FullValues, string?>(user, v => v.ShowAsync(ClueLedger.Ledger, _clue.Id, ClueLedger.Ledger.Columns.Single(c => c.Key == nameof(Clue.Phone)), CancellationToken.None)));
        }
    }

    [Fact]
    public async Task A_clue_of_another_town_stays_there()
    {
        var other = Discipline with { Scope = RegionScope.Of([Hanji]) };
        Assert.Empty(await _store.RowsAsync<Clue>(other));
    }

    [Fact]
    public async Task A_file_of_clues_is_not_even_compared_for_others()
    {
        var csv = string.Join('\n', "县,乡镇,线索编号,收到日期,线索来源,被反映人,线索类别,线索内容", "莘县,张寨镇,01,2020-08-20,督查发现,某人,其他,试探");
        foreach (var (user, isLet) in new[] { (Staff, false), (Discipline, true) })
        {
            await using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
            var result = await _store.WithAsync<Importer, FileResult>(user, i => i.ImportAsync(file, "张寨镇.csv", ReadLimits.Verb, new ImportRequest("clues", DryRun: true), null, CancellationToken.None));
            var sheet = Assert.Single(result.Sheets);
            Assert.Equal(isLet, sheet.Rejection.Length == 0);
            Assert.Equal(isLet ? 1 : 0, sheet.Rows.Count);
        }
    }

    [Fact]
    public async Task The_trail_says_that_a_clue_was_changed_and_nothing_of_it()
    {
        _clue.Content = "换了内容：补发工资没有到手";
        _clue.Handler = "郑某";
        _clue = await _store.AddAsync(ClueLedger.Ledger, _clue);
        var details = await _store.InStoreAsync(UserIdentity.System, async db => string.Join('\n', await db.Audit.Where(a => a.Subject == ClueLedger.Key).Select(a => a.Details).ToListAsync()));
        Assert.Contains(nameof(Clue.Content), details, StringComparison.Ordinal);
        foreach (var word in new[] { Secret, "补发工资", "郑某", "某干部" }) Assert.DoesNotContain(AuditTrail.Describe(new Dictionary<string, object?[]> { ["x"] = [word] }).Split('"')[3], details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clues_are_in_no_measure_and_in_no_list_of_a_household()
    {
        Assert.DoesNotContain(_store.Catalog.Measures, m => m.Ledger == ClueLedger.Ledger || m.DependsOn.Contains(ClueLedger.Key));
        Assert.DoesNotContain(_store.Catalog.Breakdowns, b => b.Measure.Ledger == ClueLedger.Ledger);
        Assert.All(await _store.RowsAsync<PovertyDashboard.Loop.Problem>(Staff), p => Assert.DoesNotContain(Secret, p.Description + p.Remark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Those_who_are_inspected_see_neither_sample_nor_answers_but_the_problem()
    {
        foreach (var user in new[] { Cadre, Doctor })
        {
            Assert.Empty(await _store.RowsAsync<Inspection>(user));
            Assert.Empty(await _store.RowsAsync<Question>(user));
            Assert.Empty(await _store.RowsAsync<Sample>(user));
            Assert.Empty(await _store.RowsAsync<Interview>(user));
            Assert.Empty(await _store.RowsAsync<Answer>(user));
            Assert.Empty(await _store.RowsAsync<InspectionFinding>(user));
            Assert.False(user.MayList(SampleLedger.Ledger));
        }

        Assert.Single(await _store.RowsAsync<PovertyDashboard.Loop.Problem>(Cadre));
        foreach (var user in new[] { Staff, Leader, Inspector, Discipline })
        {
            Assert.Equal(5, (await _store.RowsAsync<Sample>(user)).Count);
            Assert.Single(await _store.RowsAsync<Interview>(user));
        }
    }

    [Fact]
    public async Task Leaders_read_inspectors_ask_and_the_office_plans()
    {
        Assert.IsType<RowRefused>(await _store.SaveAsync(Leader, InterviewLedger.Ledger, _store.NewInterview("乙某")));
        Assert.IsType<RowSaved>(await _store.SaveAsync(Inspector, InterviewLedger.Ledger, _store.NewInterview("乙某")));
        var plan = NewPlan();
        plan.Title = "检查人员的计划";
        Assert.IsType<RowRefused>(await _store.SaveAsync(Inspector, InspectionLedger.Ledger, plan));
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, InspectionLedger.Ledger, plan));
    }

    private static Clue NewClue(string number) => new()
    {
        Region = Zhangzhai,
        Number = number,
        ReceivedOn = new DateOnly(2020, 8, 20),
        Source = "督查发现",
        Person = "某干部",
        Phone = "13800001234",
        Kind = "优亲厚友",
        Content = Secret,
    };
}

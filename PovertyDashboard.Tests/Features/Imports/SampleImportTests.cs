using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The samples, imported once.</summary>
public sealed class ImportedSamples : IAsyncLifetime
{
    public ImportSite Site { get; } = new();

    public IReadOnlyList<FileResult> First { get; private set; } = [];

    public async Task InitializeAsync() => First = await Site.ImportSamplesAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>The sample ledgers end to end, against their answer key.</summary>
public sealed class SampleImportTests(ImportedSamples samples) : IClassFixture<ImportedSamples>
{
    private readonly ImportSite _site = samples.Site;
    private readonly IReadOnlyList<FileResult> _first = samples.First;

    [Fact]
    public void Every_planted_fault_is_refused_at_its_row_and_column_and_nothing_else_but_members_of_refused_households()
    {
        Assert.Equal(ImportSite.SampleFiles.Length, _first.Count);
        foreach (var file in _first)
        {
            var (rows, bad) = Samples.Answer(file.File);
            var sheet = Assert.Single(file.Sheets);
            Assert.Equal(rows, sheet.Read);
            Assert.Equal(sheet.Read, sheet.Accepted + sheet.Refused);
            foreach (var (row, column, why) in bad)
            {
                var fate = Assert.Single(sheet.Rows, r => r.Row == row);
                Assert.Contains(fate.Faults, f => f.Column == column && Says(f.Message, why));
            }

            var others = sheet.Rows.Where(r => r.Fate == RowFate.Refused && bad.All(b => b.Row != r.Row)).ToList();
            Assert.All(others, r => Assert.Contains("户未导入", Assert.Single(r.Faults).Message, StringComparison.Ordinal));
            if (sheet.Ledger?.Key != "members") Assert.Empty(others);
        }
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var second = await _site.ImportSamplesAsync();
        Assert.Equal(_first.Sum(f => f.Sheets.Sum(s => s.Accepted)), second.Sum(f => f.Sheets.Sum(s => s.Unchanged)));
        Assert.Equal(0, second.Sum(f => f.Sheets.Sum(s => s.Accepted)));
    }

    [Theory]
    [InlineData("households", ".xlsx")]
    [InlineData("members", ".xlsx")]
    [InlineData("problems", ".xlsx")]
    [InlineData("checks", ".xlsx")]
    [InlineData("households", ".csv")]
    [InlineData("members", ".csv")]
    [InlineData("problems", ".csv")]
    [InlineData("checks", ".csv")]
    public async Task An_exported_ledger_comes_back_unchanged(string ledger, string extension)
    {
        var path = await _site.ExportAsync(ledger, ledger + extension);
        var sheet = Assert.Single(Assert.Single(await _site.ImportAsync(path)).Sheets);
        Assert.Equal(ledger, sheet.Ledger?.Key);
        Assert.True(sheet.Read > 0);
        Assert.Equal((sheet.Read, 0), (sheet.Unchanged, sheet.Refused));
    }

    [Fact]
    public async Task Stored_values_are_the_file_s()
    {
        var (household, member) = await _site.Site.InStoreAsync(UserIdentity.System, async db => (
            await db.Set<Household>().SingleAsync(h => h.Number == "3715221161000010"),
            await db.Set<Member>().SingleAsync(m => m.Number == "371522116101099004")));
        Assert.Equal("傅玉新", household.HeadName);
        Assert.Equal("37159919470608523X", household.HeadId);
        Assert.Equal("6223822766450932249", household.BankCard);
        Assert.Equal(1_224_975, household.WageIncome);
        Assert.Equal(953_050, household.IncomePerHead);
        Assert.Equal(68, household.CropLand);
        Assert.Equal("因病", household.MainCause);
        Assert.Equal(new DateOnly(1969, 3, 8), member.BornOn);
        Assert.Equal("371599196903082723", member.IdNumber);
    }

    [Fact]
    public async Task A_failed_item_of_an_imported_check_opens_its_problem_once()
    {
        await _site.ImportSamplesAsync();
        var (failed, problems) = await _site.Site.InStoreAsync(UserIdentity.System, async db => (
            await db.Set<PovertyDashboard.Features.Checklists.CheckAnswer>().CountAsync(a => a.Result == "不达标"),
            await db.Set<Problem>().CountAsync(p => p.OriginLedger == "checks")));
        Assert.True(failed > 0);
        Assert.Equal(failed, problems);
    }

    /// <summary>The key says what is wrong in its own words; ours must hold them, or mean the same.</summary>
    private static bool Says(string message, string why) => message.Contains(why, StringComparison.Ordinal);
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Households;

/// <summary>The declarations against the sample files: every header has a column, and only the rows of the answer key are refused.</summary>
public class SampleRowsTests
{
    [Theory]
    [InlineData("户信息-张寨镇.xlsx", "households")]
    [InlineData("人口信息-张寨镇.xlsx", "members")]
    public void Every_header_of_the_sample_has_a_column_and_the_order_is_kept(string file, string key)
    {
        var ledger = key == "households" ? (Ledger)HouseholdLedger.Ledger : MemberLedger.Ledger;
        var headers = Rows(file)[0].Cells.Select(c => c.Raw).Except(["省", "市"]).ToList();

        var columns = headers.Select(h => ColumnOf(ledger, h)).ToList();

        Assert.All(headers.Zip(columns), pair => Assert.True(pair.Second is not null, pair.First));
        var national = columns.Where(c => c!.Header is not ("户类型" or "残疾等级" or "残疾证号")).Select(c => ledger.Columns.ToList().IndexOf(c!)).ToList();
        Assert.Equal(national.Order(), national);
    }

    [Theory]
    [InlineData("户信息-张寨镇.xlsx", "households")]
    [InlineData("人口信息-张寨镇.xlsx", "members")]
    public async Task Only_the_rows_of_the_answer_key_have_faults(string file, string key)
    {
        await using var store = await HouseholdStore.OpenAsync();
        var ledger = store.Catalog.Ledger(key)!;
        var codes = store.Services.GetRequiredService<CodeListDirectory>().Current;
        var parser = new ColumnParser(codes, HouseholdStore.Day);
        var context = new RowContext(HouseholdStore.Day, UserIdentity.System);
        var rows = Rows(file);
        var columns = rows[0].Cells.Select(c => ColumnOf(ledger, c.Raw)).ToList();

        var faulty = rows.Skip(1).Select(row => (row.Number, Column: FaultyColumn(row))).Where(r => r.Column is not null).Select(r => (r.Number, r.Column!)).ToList();

        // Unknown villages, repeated and unknown household numbers are found by the importer, not by the row alone.
        var expected = AnswerKey(file).Where(a => a.Column is not ("村" or "户编号"));
        Assert.Equal(expected, faulty);

        string? FaultyColumn(SheetRow row)
        {
            var incoming = ledger.NewRow();
            incoming.Region = HouseholdStore.Sanhe;
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] is not { IsDerived: false, Kind: not (ColumnKind.Place or ColumnKind.HouseholdNumber) } column) continue;
                var cell = row[i];
                var parsed = parser.Parse(column, new Written(cell.Raw, cell.Kind == CellKind.Number, cell.AsDate()));
                if (parsed.Fault is not null) return column.Header;
                column.Set!(incoming, parsed.Value);
            }

            if (incoming is Member member) member.HouseholdId = 1;
            ledger.Derive(incoming, UserIdentity.System);
            return RowValidation.Check(ledger, ledger.Columns, incoming, context, codes).Select(f => f.Column).FirstOrDefault();
        }
    }

    [Fact]
    public void An_exported_sheet_has_no_more_columns_than_may_be_read() =>
        Assert.All(new Ledger[] { HouseholdLedger.Ledger, MemberLedger.Ledger }, ledger => Assert.InRange(ledger.Columns.Count, 40, ReadLimits.Web.Columns));

    private static Column? ColumnOf(Ledger ledger, string header) =>
        ledger.Columns.FirstOrDefault(c => c.Aliases.Prepend(c.Header).Any(h => TextFold.FoldHeader(h) == TextFold.FoldHeader(header)));

    private static List<SheetRow> Rows(string file)
    {
        using var stream = File.OpenRead(Path.Combine(ReferenceData.Folder, "samples", file));
        using var workbook = SheetReader.Open(stream, file, ReadLimits.Verb).Workbook!;
        return [.. workbook.Sheets[0].Rows(CancellationToken.None)];
    }

    private static IEnumerable<(int Row, string Column)> AnswerKey(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceData.Folder, "samples", "answer-key.json")));
        return [.. json.RootElement.GetProperty(file).GetProperty("bad").EnumerateArray().Select(b => (b.GetProperty("row").GetInt32(), b.GetProperty("column").GetString()!))];
    }
}

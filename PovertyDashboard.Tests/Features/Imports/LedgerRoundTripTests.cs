using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>Any text, day and amount that a ledger may hold goes out with it and comes into another store as it was.</summary>
public sealed class LedgerRoundTripTests
{
    private const int Rows = 200;

    private static readonly string[] Hard =
    [
        "=1+1", "+86", "-1", "@SUM(A1)", "＝1", "＠a", "371599198001010017", "00123", "000000000000000001", "_x0041_", "_x005F_x0041_", "__x0041__", "_x004", "a\tb", "a\nb", "😀👨‍👩‍👧", "𠮷野家", "㐂", "ＡＢＣ１２３农行", "（全角）", "\"引\"，'号'",
        "a,b;c", "=\"00123\"", "1E5", "3.71599E+17", "2020-08", "2020年8月10日", "TRUE", "#REF!", "1/2", "10%", "'单引号在前", "　全角空格　中间", "😀", "₁²③", "\u200B零宽",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.OneOf(Hard)),
        (2, Gen.OneOf([.. "0123456789=+-@\t\n,;\"'<>&_xX年/.:% ＡＢ１２＝　张😀𠮷㐂√×".EnumerateRunes().Select(r => r.ToString())]).Array[1, 30].Select(string.Concat)),
        (1, Gen.Char['0', '9'].Array[18].Select(digits => new string(digits))));

    private static readonly Gen<(string Text, DateOnly Day, long Fen)[]> Values = Gen.Select(
        Texts,
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2020, 8, 31).DayNumber].Select(DateOnly.FromDayNumber),
        Gen.OneOf(Gen.Long[-1_000_000_00L, 1_000_000_00L], Gen.Long[0, 99_999_999_99L])).Array[Rows];

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    public Task A_household_with_hard_texts_comes_back_as_it_was(string extension) => Values.SampleAsync(
        async values =>
        {
            await using var from = new ImportSite();
            await using var to = new ImportSite();
            var catalog = from.Site.Services.GetRequiredService<LedgerCatalog>();
            var bank = catalog.Ledger("households")!.Columns.Single(c => c.Header == "开户银行名称");
            var parser = new ColumnParser(from.Site.Services.GetRequiredService<CodeListDirectory>().Current, new DateOnly(2020, 8, 31));
            await from.Site.InStoreAsync(UserIdentity.System, async db =>
            {
                for (var i = 0; i < values.Length; i++)
                {
                    db.Add(new Household
                    {
                        Region = TwoTownships.Dayang,
                        Number = $"00371590115{i:0000000}",
                        HeadName = (i % 2 == 0 ? "𠮷" : "㐂") + (char)('一' + i),
                        HeadId = "371599198001010017",
                        Size = 1,
                        BankCard = $"0{i:000000000000000000}",
                        // What the ledger holds has gone through its parser, whether typed or imported.
                        BankName = (string?)parser.Parse(bank, new Written(values[i].Text)).Value ?? "",
                        RiskFoundOn = values[i].Day,
                        AnnualIncome = values[i].Fen,
                    });
                }

                return await db.SaveChangesAsync();
            });

            var path = await from.ExportAsync("households", "户" + extension);
            var sheet = Assert.Single(Assert.Single(await to.ImportAsync(path)).Sheets);

            Assert.True(sheet.Refused == 0, string.Join('\n', sheet.Rows.SelectMany(r => r.Faults).Select(f => f.Message).Take(5)));
            Assert.Equal(Rows, sheet.Added);
            foreach (var (was, came) in (await StoredAsync(from)).Zip(await StoredAsync(to))) Assert.Equal(was, came);
        },
        iter: 2, threads: 1);

    private static Task<List<string>> StoredAsync(ImportSite site) => site.Site.InStoreAsync(UserIdentity.System, async db =>
        (await db.Set<Household>().OrderBy(h => h.Number).ToListAsync()).ConvertAll(h => $"{h.Number}|{h.HeadName}|{h.HeadId}|{h.BankCard}|{h.BankName}|{h.RiskFoundOn:O}|{h.AnnualIncome}"));
}

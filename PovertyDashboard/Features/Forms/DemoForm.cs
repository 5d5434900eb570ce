using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Forms;

/// <summary>A form of the demo town with everything placed (示例套表), so that filling can be tried at once.</summary>
internal static class DemoForm
{
    private const long Zhangzhai = 371522116000;
    private const string Name = "贫困户基本情况统计表（示例）", FileName = "贫困户基本情况统计表.xlsx", Sheet = "基本情况", Households = "households";

    public static readonly SeedStep Step = new(700, "A form of the upper level", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<ReportForm>().AnyAsync(f => f.Name == Name, ct)) return;
        var content = await File.ReadAllBytesAsync(Path.Combine(ReferenceData.Folder, "forms", FileName), ct);
        var columns = services.GetRequiredService<LedgerCatalog>().Ledger(Households)!.Columns;
        await db.InTransactionAsync(async innerCt =>
        {
            var form = new ReportForm { Region = Zhangzhai, Name = Name, FileName = FileName, Size = content.Length, Layout = LayoutOf(content, columns, innerCt).Write() };
            db.Add(form);
            await db.SaveChangesAsync(innerCt);
            db.Add(new ReportFormContent { FormId = form.Id, Workbook = content });
            return await db.SaveChangesAsync(innerCt);
        }, ct);
    }

    private static FormLayout LayoutOf(byte[] content, IReadOnlyList<Column> columns, CancellationToken ct)
    {
        var sheet = FormBook.Read(content, FileName, ReadLimits.Web, ct).Single(s => s.Name == Sheet);
        var block = new FormBlock(Sheet, 6, Households, "households.all");
        var layout = FormLayout.Empty.With(block).With(Fact(2, 2, "unit"), Fact(2, 6, "day"), Fact(8, 1, "maker"), new Placement(Sheet, 3, 2, PlacementKind.Measure, "households.all"));
        return layout.With([.. FormHeaders.Suggest(sheet, block, layout, columns)]);

        static Placement Fact(int row, int column, string key) => new(Sheet, row, column, PlacementKind.Fact, key);
    }
}

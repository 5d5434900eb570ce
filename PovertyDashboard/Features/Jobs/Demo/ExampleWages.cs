using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Demo;

/// <summary>示例 wage sheets, made and approved by different people as the desk demands; the last month of a town is not approved yet.</summary>
internal sealed class ExampleWages(AppDbContext db, BulkWriter writer, SettingsDirectory settings)
{
    private const string Maker = "示例.镇扶贫办", MakerName = "赵某", Approver = "示例.分管领导", ApproverName = "钱某";

    private readonly WageMaker _maker = new(settings);

    public async Task AddAsync(long town, IReadOnlyList<int> months, CancellationToken ct)
    {
        foreach (var month in months)
        {
            var lines = (await _maker.CandidatesAsync(db, town, month, ct)).Select(c => c.Line).OfType<WageLine>().ToList();
            if (lines.Count == 0) continue;
            for (var i = 0; i < lines.Count; i++)
            {
                if (i % 17 == 5) (lines[i].Bonus, lines[i].Remark) = (50_00, "月度考核优秀");
                if (i % 23 == 9) (lines[i].Deduction, lines[i].Remark) = (20_00, "工具丢失赔偿");
            }

            await WriteAsync(SheetOf(town, month, month == months[^1]), lines, ct);
        }
    }

    /// <summary>One person's days of leave turn out to be paid after all: a sheet of its own pays the difference.</summary>
    public async Task CorrectAsync(long town, int month, CancellationToken ct)
    {
        var fixedSheet = await db.Set<WageSheet>().AsNoTracking().SingleAsync(s => s.Region == town && s.Month == month && s.Batch == "", ct);
        var shorted = await db.Set<WageLine>().AsNoTracking().Where(l => l.SheetId == fixedSheet.Id && l.PaidDays < l.Due).OrderBy(l => l.Id).FirstAsync(ct);
        var attendance = await db.Set<Attendance>().SingleAsync(a => a.HolderId == shorted.HolderId && a.Month == month, ct);
        attendance.Marks = attendance.Marks.Replace(MonthMarks.Leave, MonthMarks.Present).Replace(MonthMarks.Absent, MonthMarks.Present);
        attendance.Remark = "示例：补记出勤";
        await db.SaveChangesAsync(ct);
        var line = (await _maker.CandidatesAsync(db, town, month, ct)).Single(c => c.Holder.Id == shorted.HolderId).Line!;
        var sheet = SheetOf(town, month, isLast: false);
        (sheet.Batch, sheet.CorrectsId, sheet.Reason) = ("更正1", fixedSheet.Id, "漏记出勤，补发差额");
        await WriteAsync(sheet, [WageActs.Against(line, await WageActs.PaidAsync(db, sheet, ct))], ct);
    }

    /// <summary>Somebody who has left without a date of exit is still in an older list: what the figure 离岗仍发放 is there to find.</summary>
    public async Task PayWhoHasLeftAsync(long town, int month, CancellationToken ct)
    {
        var range = RegionKey.Subtree(town);
        var gone = await db.Set<Holder>().AsNoTracking().Where(h => h.Region >= range.Lo && h.Region < range.Hi && !h.IsOnPost && h.ExitedOn == null).OrderBy(h => h.Id).FirstOrDefaultAsync(ct);
        if (gone is null) return;
        var sheet = await db.Set<WageSheet>().SingleAsync(s => s.Region == town && s.Month == month && s.Batch == "", ct);
        var days = new Attendance { Month = month, Due = 27, Present = 27 };
        var line = WageMaker.LineOf(gone, days, gone.MonthlyPay ?? settings.Pay(month) ?? 500_00, leaveIsPaid: false);
        (line.IsImported, line.Remark) = (true, "示例：按旧名册发放");
        await PutAsync(sheet, [line], ct);
    }

    private static WageSheet SheetOf(long town, int month, bool isLast) => new()
    {
        Region = town,
        Month = month,
        MadeBy = Maker,
        MadeByName = MakerName,
        Hands = Maker,
        // The last month waits: handed in in one town, still a draft in another.
        State = !isLast ? WageState.Fixed : town == JobsDemo.Hanji ? WageState.Draft : WageState.Pending,
        SubmittedBy = isLast && town == JobsDemo.Hanji ? "" : Maker,
        SubmittedOn = isLast && town == JobsDemo.Hanji ? null : YearMonth.Last(month),
        ApprovedBy = isLast ? "" : Approver,
        ApprovedByName = isLast ? "" : ApproverName,
        ApprovedOn = isLast ? null : YearMonth.Last(month).AddDays(3),
    };

    private async Task WriteAsync(WageSheet sheet, IReadOnlyList<WageLine> lines, CancellationToken ct)
    {
        db.Add(sheet);
        await db.SaveChangesAsync(ct);
        await PutAsync(sheet, lines, ct);
    }

    private async Task PutAsync(WageSheet sheet, IReadOnlyList<WageLine> lines, CancellationToken ct)
    {
        foreach (var line in lines)
        {
            WageActs.Into(sheet, line);
            (line.Gross, line.Net) = WageRules.Amounts(line);
        }

        await writer.WriteAsync(db, [.. lines.Select(l => new RowWrite(l, null))], null, ct);
        await WageLinks.SumAsync(db, sheet, ct);
        await db.SaveChangesAsync(ct);
    }
}

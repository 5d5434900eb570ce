using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Tests.Excel.Writing;

/// <summary>A ledger with every kind of column, a group, totals, head line, sign-off and footer.</summary>
internal static class SampleLedger
{
    public sealed record Line(string? Village, string Id, long? Fen, long Quantity, DateOnly? Day, int Month);

    public static readonly SheetSpec Spec = new()
    {
        Title = "北城街道用工用料清单",
        HeadLines = ["填报单位：北城街道    填报日期：2020-08-31    单位：元"],
        SheetName = "用工/用料",
        SignOff = "制表人：        审核人：        负责人：",
        Footer = "R&D 办公室 2020-08-31 09:30",
        Columns =
        [
            new() { Header = "村", Width = 14, Required = true },
            new() { Header = "身份证号", Width = 22 },
            new() { Header = "金额", Group = "申报", Format = CellFormat.Money, Total = true },
            new() { Header = "数量", Group = "申报", Format = CellFormat.Decimal(1), Total = true },
            new() { Header = "日期", Format = CellFormat.Date },
            new() { Header = "月份", Format = CellFormat.Month },
        ],
    };

    public static readonly Line[] Lines =
    [
        new("三合村", "371599198001010017", 123_456, 15, new DateOnly(2020, 8, 10), 202008),
        new("=1+1", "00123", -50, 5, new DateOnly(1900, 1, 1), 201912),
        new(null, "_x0041_", null, 0, null, 202001),
    ];

    public static void Write(Line line, RowWriter row)
    {
        row.Text(line.Village);
        row.Text(line.Id);
        if (line.Fen is { } fen)
        {
            row.Number(fen, 2);
        }
        else
        {
            row.Empty();
        }
        row.Number(line.Quantity, 1);
        if (line.Day is { } day)
        {
            row.Date(day);
        }
        else
        {
            row.Empty();
        }
        row.Month(line.Month);
    }

    public static Task<byte[]> File(SheetSpec? spec = null) => WrittenSheet.Xlsx(spec ?? Spec, Lines, Write);
}

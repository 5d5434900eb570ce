using PovertyDashboard.Excel.Filling;

namespace PovertyDashboard.Features.Forms;

/// <summary>What is known whenever a form is filled (填报信息).</summary>
/// <param name="Unit">Name of the region.</param>
/// <param name="Day">Today, or the last day of the month.</param>
/// <param name="Maker">Who fills it.</param>
/// <param name="Rows">How many rows the block of a sheet has.</param>
public sealed record FillContext(string Unit, DateOnly Day, string Maker, Func<string, int> Rows);

/// <summary>One of these things, as it is placed (填报信息项).</summary>
/// <param name="Key">How layouts name it.</param>
/// <param name="Title">What people read.</param>
/// <param name="Note">What comes into the cell.</param>
/// <param name="Value">The value for a sheet.</param>
public sealed record FormFact(string Key, string Title, string Note, Func<FillContext, string, FillValue> Value)
{
    public static readonly IReadOnlyList<FormFact> All =
    [
        new("unit", "填报单位", "所选地区的名称", (c, _) => new FillValue(c.Unit)),
        new("day", "填报日期", "当天，往月为月末", (c, _) => new FillValue(Day: c.Day)),
        new("year", "年", "如 2020", (c, _) => new FillValue(Number: c.Day.Year)),
        new("quarter", "季度", "1 到 4", (c, _) => new FillValue(Number: (c.Day.Month + 2) / 3)),
        new("month", "月", "1 到 12", (c, _) => new FillValue(Number: c.Day.Month)),
        new("maker", "制表人", "填写的人", (c, _) => new FillValue(c.Maker)),
        new("rows", "明细行数", "本表明细的行数", (c, sheet) => new FillValue(Number: c.Rows(sheet))),
    ];

    public static FormFact? Find(string key) => All.FirstOrDefault(f => f.Key == key);
}

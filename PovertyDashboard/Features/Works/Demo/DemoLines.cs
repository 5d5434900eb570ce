using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Demo;

/// <summary>示例 lines of labour and material for a household, the same each time they are asked for, and the audit that they lead to.</summary>
internal static class DemoLines
{
    public const string Mark = "示例", Auditor = "demo.auditor", AuditorName = "示例审计";

    private static readonly string[] Workers = ["孙某某", "刘某某", "王某某", "张某某", "李某某", "赵某某", "周某某", "吴某某"];

    private static readonly DateOnly First = new(2020, 6, 1), Audited = new(2020, 8, 10);

    /// <summary>The home's list; every second home is verified, every third concluded.</summary>
    public static IReadOnlyList<WorkLine> Of(HouseholdKey home)
    {
        var seed = (int)(home.Id % 97);
        var (day, worker) = (First.AddDays(seed % 40), Workers[seed % Workers.Length]);
        var labour = seed % 7 == 0 ? 1_00 : 50;
        var invoice = seed % 11 == 0 ? $"示{home.Region % 1_000_000:000000}" : $"示{home.Id:00000000}";
        var lines = new List<WorkLine>
        {
            Line(home, 1, "小路", LineKind.Labour, "瓦工", "", "工日", labour, 220_00, day, worker),
            Line(home, 2, "小路", LineKind.Labour, "小工", "", "工日", 50, 130_00, day.AddDays(1), Workers[(seed + 3) % Workers.Length]),
            Line(home, 3, "小路", LineKind.Material, "水泥", "P.O 42.5", "袋", (6 + seed % 9) * 100, seed % 6 == 0 ? 26_40 : 22_00, day),
            Line(home, 4, "小路", LineKind.Material, "沙子", "中砂", "方", 100 + seed % 5 * 25, 130_00, day),
            Line(home, 5, seed % 2 == 0 ? "门窗玻璃" : "桌布床品", LineKind.Material, seed % 2 == 0 ? "玻璃" : "桌布", seed % 2 == 0 ? "5mm" : "1.4m", "块", (1 + seed % 4) * 100, seed % 2 == 0 ? 45_00 : 18_00, day),
        };
        foreach (var material in lines.Where(l => !l.IsLabour)) (material.Invoice, material.Supplier) = ($"{invoice}{material.Number}", "示例建材店");
        if (seed % 11 == 0) lines[2].Invoice = invoice;
        if (IsVerified(home)) foreach (var line in lines) Verify(line, seed);
        foreach (var line in lines) WorkLineRules.Fill(line);
        return lines;
    }

    public static bool IsVerified(HouseholdKey home) => home.Id % 2 == 0 || IsConcluded(home);

    public static bool IsConcluded(HouseholdKey home) => home.Id % 3 == 0;

    /// <summary>The audit that concludes the lines.</summary>
    public static HomeAudit Conclude(long region, string name, long? household, IReadOnlyList<WorkLine> lines, string remark = Mark)
    {
        var sums = LineSums.Of(lines);
        return new HomeAudit
        {
            Region = region,
            HouseholdName = name,
            HouseholdId = household,
            AuditedOn = Audited,
            Auditors = AuditorName,
            Lines = sums.Lines,
            Reported = sums.Reported,
            Verified = sums.Approved,
            Cut = sums.Cut,
            Added = sums.Added,
            Conclusion = sums.Cut > 0 || sums.Added > 0 ? AuditConclusion.Partly : AuditConclusion.True,
            Opinion = sums.Cut > 0 ? "按到户实测数量和指导价核减" : "",
            ConcludedBy = Auditor,
            ConcludedOn = Audited.AddDays(2),
            Remark = remark,
        };
    }

    public static WorkLine Line(HouseholdKey home, int number, string item, string kind, string name, string spec, string unit, long quantity, long price, DateOnly day, string worker = "", string remark = Mark) => new()
    {
        Region = home.Region,
        HouseholdName = home.HeadName,
        HouseholdId = home.Id,
        Number = number,
        Item = item,
        Kind = kind,
        Name = name,
        Spec = spec,
        Unit = unit,
        DoneOn = kind == LineKind.Labour ? day : null,
        Worker = worker,
        ReportedQuantity = quantity,
        ReportedPrice = price,
        Remark = remark,
    };

    /// <summary>What the auditor found: as a rule what was reported.</summary>
    private static void Verify(WorkLine line, int seed)
    {
        (line.VerifiedQuantity, line.VerifiedPrice) = (line.ReportedQuantity, line.ReportedPrice);
        if (line.Number == 3 && seed % 4 == 1) (line.VerifiedQuantity, line.Reason) = (line.ReportedQuantity - 2_00, "到户清点少 2 袋");
        if (line.Number == 3 && line.ReportedPrice > 22_00) (line.VerifiedPrice, line.Reason) = (22_00, "按指导价核定");
        if (line.Number == 5 && seed % 9 == 2) (line.VerifiedQuantity, line.IsAddition, line.Reason) = (line.ReportedQuantity + 1_00, true, "社区漏报 1 块，到户清点");
        (line.VerifiedBy, line.VerifiedOn) = (AuditorName, Audited);
    }
}

using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>Rules over the fields of an assignment (包联责任表内校验); pure.</summary>
public static class AssignmentRules
{
    public static IEnumerable<Fault> Check(Assignment row, RowContext context)
    {
        if (row.Level == AssignmentLevel.Household && row.HouseholdName.Length == 0) yield return new Fault("户主", "户主：层级是包户，没有写包的是哪一户。请填写户主。");
        if (row.Level != AssignmentLevel.Household && row.HouseholdName.Length > 0) yield return new Fault("户主", $"户主：层级是{row.Level}，不用填写（“{row.HouseholdName}”）。请删去户主，或把层级改为包户。");
        if (row.Level == AssignmentLevel.Area && row.Area.Length == 0) yield return new Fault("片区", "片区：层级是包片，没有写是哪一片。请填写片区，例如 东片。");
        if (row.Level != AssignmentLevel.Area && row.Area.Length > 0) yield return new Fault("片区", $"片区：层级是{row.Level}，不用填写（“{row.Area}”）。请删去片区，或把层级改为包片。");
        if (row.EndedOn < row.StartedOn) yield return new Fault("结束日期", $"结束日期：早于开始日期（“{row.EndedOn:yyyy-MM-dd}”，开始是 {row.StartedOn:yyyy-MM-dd}）。请核对后填写。");
        if (row.EndedOn is null && row.EndReason.Length > 0) yield return new Fault("结束原因", $"结束原因：没有结束日期，不用填写（“{row.EndReason}”）。请删去，或填写结束日期。");
    }

    public static void Fill(Assignment row) => (row.HelperKey, row.Account) = (NameSort.Key(row.Helper), row.Account.Trim());

    /// <summary>What has ended is history: a file does not open or move its end.</summary>
    public static string? RefuseImport(Assignment stored, Assignment incoming) =>
        stored.EndedOn is { } end && incoming.EndedOn != end ? $"结束日期：这段包联已在 {end:yyyy-MM-dd} 结束，不能改为“{(incoming.EndedOn is { } other ? $"{other:yyyy-MM-dd}" : "在任")}”。请另加一行写新的起止日期。" : null;

    /// <summary>What two rows must not answer for at the same time: the household, the part or the village of one level; null where it is not known.</summary>
    public static string? SlotOf(Assignment row) => row.Level switch
    {
        AssignmentLevel.Household when row.HouseholdId is { } id => $"户{id}",
        AssignmentLevel.Household => row.HouseholdName.Length == 0 ? null : $"名{row.Region} {row.HouseholdName}",
        AssignmentLevel.Area => row.Area.Length == 0 ? null : $"片{row.Region} {row.Area}",
        "" => null,
        var level => $"{level}{row.Region}",
    };

    /// <summary>Whether both answer on some day; the last day counts.</summary>
    public static bool Overlap(Assignment a, Assignment b) => a.StartedOn <= (b.EndedOn ?? DateOnly.MaxValue) && b.StartedOn <= (a.EndedOn ?? DateOnly.MaxValue);

    /// <summary>Why the row cannot stand beside the other one (同一对象只能有一个责任人).</summary>
    public static string ClashOf(Assignment row, Assignment other)
    {
        var what = row.Level switch { AssignmentLevel.Household => $"{row.HouseholdName}这一户", AssignmentLevel.Area => row.Area, _ => "这个村" };
        var term = other.EndedOn is { } end ? $"{other.StartedOn:yyyy-MM-dd} 至 {end:yyyy-MM-dd}" : $"{other.StartedOn:yyyy-MM-dd} 起";
        return $"开始日期：{what}{term}已由“{other.Helper}”{row.Level}，与这一行（“{row.StartedOn:yyyy-MM-dd}”）重叠。请用“交接”换人，或改起止日期。";
    }
}

namespace PovertyDashboard.Features.Clinics.Demo;

/// <summary>What became of 示例 follow-ups (示例随访结果).</summary>
internal static class ExampleFollowUps
{
    private static readonly string[] People = ["村医刘某", "村医张某", "签约医生王某"];
    private static readonly string[] Ways = ["入户", "门诊", "入户", "电话"];

    /// <summary>Done some days before it was due, with values unless it was by telephone.</summary>
    public static FollowUp Done(FollowUp row, Random random)
    {
        var earliest = row.AskedOn ?? row.DueOn;
        var day = row.DueOn.AddDays(-random.Next(1, 6));
        (row.DoneOn, row.DoneBy, row.Way) = (day < earliest ? earliest : day, People[random.Next(People.Length)], Ways[random.Next(Ways.Length)]);
        if (row.Reason == FollowUpPlan.Refer || row.Way == "电话")
        {
            row.Result = FollowUpPlan.Seen;
            row.Note = row.Reason == FollowUpPlan.Refer ? "已陪同到县医院就诊，数值已记入病历。" : "";
            return row;
        }

        (row.Systolic, row.Diastolic) = (118 + random.Next(40), 70 + random.Next(24));
        (row.Glucose, row.GlucoseKind) = (48 + random.Next(30), HealthFlags.Fasting);
        return row;
    }
}

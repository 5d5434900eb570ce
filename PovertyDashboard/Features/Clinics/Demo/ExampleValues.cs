namespace PovertyDashboard.Features.Clinics.Demo;

/// <summary>Invented values of elders (示例数值): most are unremarkable, a good part is raised, a few are urgent.</summary>
internal static class ExampleValues
{
    public const string Mark = "示例";

    private static readonly string[] Kinds = [HealthFlags.Fasting, HealthFlags.Fasting, HealthFlags.AfterMeal, "随机"];
    private static readonly string[] Departments = ["内科", "内科", "骨科", "内科,骨科", "中医科"];
    private static readonly string[] Histories = ["", "", "", "高血压", "高血压", "糖尿病", "高血压、糖尿病", "关节炎"];
    private static readonly string[] Advices = ["低盐饮食，每天散步半小时", "少吃甜食，按时吃饭", "注意保暖，少干重活", "按时复测，记下数值"];

    /// <summary>Fills what was measured and said; a person's earlier record keeps his values near, so that a course can be seen.</summary>
    public static void Fill(ClinicRecord record, Random random, ClinicRecord? near = null)
    {
        record.Remark = Mark;
        record.Systolic = Math.Clamp((near?.Systolic ?? 112 + Spread(random, 44)) + Spread(random, 16) - 8, 92, 198);
        record.Diastolic = Math.Clamp((near?.Diastolic ?? (record.Systolic.Value * 45 / 100) + Spread(random, 36)) + Spread(random, 8) - 4, 56, Math.Min(118, record.Systolic.Value - 20));
        record.Pulse = 58 + Spread(random, 34);
        record.GlucoseKind = near?.GlucoseKind ?? Kinds[random.Next(Kinds.Length)];
        record.Glucose = Math.Clamp((near?.Glucose ?? (record.GlucoseKind == HealthFlags.Fasting ? 44 : 58) + Spread(random, 50)) + Spread(random, 14) - 7, 36, 182);
        record.Departments = Departments[random.Next(Departments.Length)];
        record.History = near?.History ?? Histories[random.Next(Histories.Length)];
        record.Advice = Advices[random.Next(Advices.Length)];
    }

    /// <summary>Between 0 and the width, more often in the middle.</summary>
    private static int Spread(Random random, int width) => (random.Next(width + 1) + random.Next(width + 1) + random.Next(width + 1)) / 3;
}

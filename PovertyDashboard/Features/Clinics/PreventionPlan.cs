namespace PovertyDashboard.Features.Clinics;

/// <summary>One part of a prevention plan (方案一节).</summary>
public sealed record PlanSection(string Title, IReadOnlyList<string> Lines);

/// <summary>
/// The individual prevention plan (预防保健方案): what the person can do, by the flags of his values, his weight, his age and the season.
/// It names no illness and changes no medicine.
/// </summary>
public static class PreventionPlan
{
    /// <summary>Body mass index from which weight is spoken of, in 1/10 kg/m² (超重, domain facts 5).</summary>
    private const long Overweight = 240;

    /// <summary>Months in which heat is a danger.</summary>
    private const int FirstHotMonth = 6, LastHotMonth = 9;

    private const int Elder = 65;

    public static IReadOnlyList<PlanSection> Of(ClinicRecord record) => [.. Parts(record)];

    private static IEnumerable<PlanSection> Parts(ClinicRecord record)
    {
        if (Pressure(record.PressureFlag) is { } pressure) yield return pressure;
        if (Glucose(record.GlucoseFlag) is { } glucose) yield return glucose;
        yield return new PlanSection("饮食", ["一家人每天吃盐不超过每人 5 克（一啤酒瓶盖），少吃咸菜、酱菜和腌肉。", "三餐定时，七八分饱；多吃蔬菜，每天一个鸡蛋、一袋奶或一块豆腐。", "少吃肥肉和油炸食物；不吸烟，少喝酒。"]);
        if (RecordRules.BodyMass(record) >= Overweight) yield return new PlanSection("体重", ["体重偏重：每顿饭少吃一口，晚饭后走半小时。", "每月称一次体重并记下来，不用饿肚子的办法减重。"]);
        yield return record.AtHome == true
            ? new PlanSection("行动不便", ["床边、厕所装扶手，地面不放杂物，夜里留灯，防跌倒。", "家人每两小时帮助翻身或活动手脚，被褥勤晒勤换。", "需要量血压、测血糖时，请村医到家里来。"])
            : new PlanSection("活动", ["每天走路或做轻活 30 分钟，以微微出汗、还能说话为好。", "早晨起床慢一点：躺半分钟、坐半分钟、站半分钟再走。"]);
        if (record.HeldOn.Month is >= FirstHotMonth and <= LastHotMonth)
            yield return new PlanSection("夏季防暑", ["上午 10 点到下午 4 点少下地、少出门；屋里开窗或开风扇。", "口渴之前就喝水，每天 6 至 8 杯，出汗多时喝淡盐水或绿豆汤。", "头晕、恶心、不出汗、发热，马上到阴凉处，用湿毛巾擦身并联系村医。"]);
        yield return new PlanSection("早发现", ["突然剧烈头痛、胸闷胸痛、说话不清、一侧手脚没有力气、看东西模糊：不要等，立即打 120。", record.Age >= Elder ? "65 岁以上每年到卫生院免费体检一次。" : "35 岁以上每年到卫生院免费量一次血压。"]);
    }

    private static PlanSection? Pressure(string flag) => flag switch
    {
        HealthFlags.PressureUrgent => new("血压", ["今天就到医院看，路上有人陪。", "不干重活，不生气，不自己加药或停药。"]),
        HealthFlags.PressureHigh => new("血压", ["一次偏高不等于有病。请在另外两天各量一次血压，到村卫生室或卫生院复测。", "在吃药的，按医生说的按时吃，不自己加药或停药。"]),
        HealthFlags.PressureLow => new("血压", ["起身要慢，头晕时马上坐下或躺下。", "请在另一天复测；在吃降压药的，请问医生。"]),
        HealthFlags.PressureWatched => new("血压", ["血压在正常范围的上端，半年量一次。"]),
        _ => null,
    };

    private static PlanSection? Glucose(string flag) => flag switch
    {
        HealthFlags.GlucoseUrgent => new("血糖", ["今天就到医院看，路上有人陪，带上正在吃的药。", "多喝水，不吃甜食，不自己加药或停药。"]),
        HealthFlags.GlucoseLow => new("血糖", ["心慌、出汗、手抖时，马上吃糖或喝糖水，并到医院看。", "不空腹干活，出门带几块糖。"]),
        HealthFlags.GlucoseHigh => new("血糖", ["指尖血只是初筛。请早上空腹到卫生院抽血复测。", "少吃糖、糕点和稀饭，饭后走走。"]),
        HealthFlags.GlucoseWatched => new("血糖", ["少吃糖、糕点和稀饭，饭后走走；半年测一次。"]),
        _ => null,
    };
}

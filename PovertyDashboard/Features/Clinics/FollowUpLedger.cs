using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics;

/// <summary>The ledger of follow-ups (随访台账), identified by ID and due day, else by village, name, age and due day.</summary>
public static class FollowUpLedger
{
    public const string Key = "follow-ups";

    private const string Person = "人员", Plan = "应随访", Done = "随访情况";

    private static readonly Columns<FollowUp> c = new();

    public static readonly Column DueOn = c.Date("应随访日期", x => x.DueOn, 16) with { IsKey = true, Required = true, QuickFilter = true, Group = Plan };

    public static readonly Column Reason = c.Code("随访原因", x => x.Reason, "follow-up-reason", 16) with { Required = true, QuickFilter = true, Sensitivity = Sensitivity.Clinical, Group = Plan };

    public static readonly Column Result = c.Code("随访结果", x => x.Result, "follow-up-result", 14) with { QuickFilter = true, Sensitivity = Sensitivity.Clinical };

    public static readonly Ledger<FollowUp> Ledger = new(Key, "随访台账", "人次")
    {
        Columns =
        [
            .. ClinicLedger.Places(c.Place()),
            .. c.Group(
                Person,
                c.PersonName("姓名", x => x.Name, x => x.NameKey) with { Required = true },
                c.Code("性别", x => x.Gender, "gender", 6),
                c.Integer("年龄", x => x.Age, 6) with { Min = 0, Max = 120, Unit = "岁" },
                Hidden(c.PersonId("身份证号", x => x.IdNumber)) with { IsKey = true, Aliases = ["证件号码", "身份证号码", "身份证"] },
                Hidden(c.HouseholdName("户主", x => x.HouseholdName)) with { Aliases = ["户主姓名"] },
                c.Phone("联系电话", x => x.Phone) with { Aliases = ["电话", "手机"] }),
            Reason,
            Hidden(c.Date("来源日期", x => x.AskedOn)) with { NotInFuture = true, Group = Plan, Help = "哪一天的义诊或随访提出的。" },
            DueOn,
            .. c.Group(
                Done,
                c.Date("随访日期", x => x.DoneOn) with { NotInFuture = true, QuickFilter = true },
                c.Text("随访人", x => x.DoneBy, 10) with { MaxLength = 30, Searchable = true },
                Hidden(c.Code("随访方式", x => x.Way, "follow-up-way", 10)),
                Hidden(Clinical(c.Integer("收缩压", x => x.Systolic))) with { Min = BloodPressure.MinSystolic, Max = BloodPressure.MaxSystolic, OutOfRange = BloodPressure.OutOfRange, Unit = "mmHg" },
                Hidden(Clinical(c.Integer("舒张压", x => x.Diastolic))) with { Min = BloodPressure.MinDiastolic, Max = BloodPressure.MaxDiastolic, OutOfRange = BloodPressure.OutOfRange, Unit = "mmHg" },
                Hidden(Clinical(c.Decimal("血糖", x => x.Glucose, 1, 8))) with { Min = ClinicRecordLedger.MinGlucose, Max = ClinicRecordLedger.MaxGlucose, OutOfRange = "超出仪器范围", Unit = "mmol/L", Aliases = ["血糖值"] },
                Hidden(Clinical(c.Code("血糖类型", x => x.GlucoseKind, "glucose-kind"))),
                Result,
                Hidden(Clinical(c.LongText("随访说明", x => x.Note)))),
        ],
        AlsoRead =
        [
            Clinical(c.Derived("血压", ColumnKind.Text, x => BloodPressure.Text(x.Systolic, x.Diastolic))) with
            {
                Reader = BloodPressure.Read,
                Set = (row, value) => (((FollowUp)row).Systolic, ((FollowUp)row).Diastolic) = BloodPressure.Split((string?)value),
            },
        ],
        KeyWithin = RegionLevel.Township,
        AlternateKey = ["村", "姓名", "年龄", "应随访日期"],
        Writers = [Act.WriteHealth],
        DefaultSort = nameof(FollowUp.DueOn),
        Rules = FollowUpRules.Check,
        Fill = FollowUpRules.Fill,
        ByThresholds = FollowUpRules.Judge,
        Consequences = FollowUpRules.ConsequencesAsync,
        NameOf = row => ((FollowUp)row).Name,
    };

    private static Column Clinical(Column column) => column with { Sensitivity = Sensitivity.Clinical };

    private static Column Hidden(Column column) => column with { Shown = false };
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics;

/// <summary>
/// The ledger of clinic records (义诊登记台账), identified by clinic and ID, else by clinic, name and age. What was measured
/// and said is for health roles alone.
/// </summary>
public static class ClinicRecordLedger
{
    public const string Key = "clinic-records";

    /// <summary>Range of the glucose meter in 1/10 mmol/L (血糖仪可测范围).</summary>
    public const long MinGlucose = 6, MaxGlucose = 333;

    private const string Event = "义诊", Person = "人员", Before = "病史", Measured = "测量", Care = "诊查与建议", Flags = "提示";

    private static readonly Columns<ClinicRecord> c = new();

    public static readonly Column Systolic = Clinical(c.Integer("收缩压", x => x.Systolic)) with
    {
        Min = BloodPressure.MinSystolic,
        Max = BloodPressure.MaxSystolic,
        OutOfRange = BloodPressure.OutOfRange,
        Unit = "mmHg",
        Aliases = ["高压"],
        Group = Measured,
    };

    public static readonly Column Diastolic = Clinical(c.Integer("舒张压", x => x.Diastolic)) with
    {
        Min = BloodPressure.MinDiastolic,
        Max = BloodPressure.MaxDiastolic,
        OutOfRange = BloodPressure.OutOfRange,
        Unit = "mmHg",
        Aliases = ["低压"],
        Group = Measured,
    };

    public static readonly Column Glucose = Clinical(c.Decimal("血糖", x => x.Glucose, 1, 8)) with
    {
        Min = MinGlucose,
        Max = MaxGlucose,
        OutOfRange = "超出仪器范围",
        Unit = "mmol/L",
        Aliases = ["血糖值"],
        Group = Measured,
    };

    public static readonly Column PressureFlag = Clinical(c.Code("血压提示", x => x.PressureFlag, "pressure-flag", 24)) with { Set = null, QuickFilter = true, Group = Flags };

    public static readonly Column GlucoseFlag = Clinical(c.Code("血糖提示", x => x.GlucoseFlag, "glucose-flag", 24)) with { Set = null, QuickFilter = true, Group = Flags };

    public static readonly Column GlucoseKind = Clinical(c.Code("血糖类型", x => x.GlucoseKind, "glucose-kind", 12)) with { Shown = false, Group = Measured };

    public static readonly Column Urgent = c.YesNo("紧急转诊", x => x.IsUrgent, 10) with { Set = null, QuickFilter = true, Group = Flags };

    public static readonly Ledger<ClinicRecord> Ledger = new(Key, "义诊登记台账", "人次")
    {
        Columns = [.. ClinicLedger.Places(c.Place(), "义诊地点", "地点"), .. EventColumns(), .. PersonColumns(), .. HistoryColumns(), .. MeasuredColumns(), PressureFlag, GlucoseFlag, Urgent, .. CareColumns()],
        AlsoRead =
        [
            Clinical(c.Derived("血压", ColumnKind.Text, x => BloodPressure.Text(x.Systolic, x.Diastolic))) with
            {
                Aliases = ["血压值"],
                Reader = BloodPressure.Read,
                Set = (row, value) => (((ClinicRecord)row).Systolic, ((ClinicRecord)row).Diastolic) = BloodPressure.Split((string?)value),
            },
        ],
        KeyWithin = RegionLevel.Township,
        AlternateKey = ["义诊日期", "义诊地点", "姓名", "年龄"],
        Writers = [Act.WriteHealth],
        DefaultSort = "-" + nameof(ClinicRecord.HeldOn),
        Rules = RecordRules.Check,
        Fill = RecordRules.Fill,
        ByThresholds = RecordRules.Flag,
        ImportEffects = ClinicEvents.MissingAsync,
        Consequences = RecordConsequences.OfAsync,
        Followers = (db, record) => db.Set<FollowUp>().Where(f => f.RecordId == record.Id && f.DoneOn == null),
        Repeats = RecordConsequences.Repeats,
        NameOf = row => ((ClinicRecord)row).Name,
    };

    public static Column Column(string key) => Ledger.Columns.Single(column => column.Key == key);

    private static IEnumerable<Column> EventColumns() => c.Group(
        Event,
        c.Date("义诊日期", x => x.HeldOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, HeadFacts = ["义诊日期"] },
        Hidden(c.Text("义诊地点", x => x.Venue, 26)) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["地点"], HeadFacts = ["义诊地点", "地点"] },
        Hidden(c.Text("组织单位", x => x.Organiser, 22)) with { MaxLength = 100, HeadFacts = ["组织单位"] });

    private static IEnumerable<Column> PersonColumns() => c.Group(
        Person,
        c.PersonName("姓名", x => x.Name, x => x.NameKey) with { Required = true },
        c.Code("性别", x => x.Gender, "gender", 6),
        c.Integer("年龄", x => x.Age, 6) with { Min = 0, Max = 120, Unit = "岁" },
        Hidden(c.PersonId("身份证号", x => x.IdNumber)) with { IsKey = true, Aliases = ["证件号码", "身份证号码", "身份证"] },
        Hidden(c.HouseholdName("户主", x => x.HouseholdName)) with { Aliases = ["户主姓名"] },
        Hidden(c.Phone("联系电话", x => x.Phone)) with { Aliases = ["电话", "手机"] },
        Hidden(c.YesNo("行动不便", x => x.AtHome, 12)) with { Aliases = ["入户", "是否入户"], Help = "行动不便、在家里接受服务的填是。" });

    private static IEnumerable<Column> HistoryColumns() => c.Group(
        Before,
        Hidden(Clinical(c.Text("既往史", x => x.History, 16))) with { Aliases = ["病史", "既往病史"] },
        Hidden(Clinical(c.Text("用药", x => x.Medicine, 16))) with { Aliases = ["用药情况"] },
        Hidden(Clinical(c.Text("过敏史", x => x.Allergy, 12))) with { Aliases = ["过敏"] });

    private static IEnumerable<Column> MeasuredColumns() =>
    [
        .. c.Group(
            Measured,
            Hidden(Clinical(c.Decimal("身高", x => x.Height, 1, 8))) with { Min = 50_0, Max = 250_0, OutOfRange = "超出可测范围", Unit = "厘米" },
            Hidden(Clinical(c.Decimal("体重", x => x.Weight, 1, 8))) with { Min = 10_0, Max = 300_0, OutOfRange = "超出可测范围", Unit = "公斤" },
            Hidden(Clinical(c.Derived("体重指数", ColumnKind.Decimal, x => RecordRules.BodyMass(x)))) with { Scale = 1 }),
        Systolic, Diastolic,
        Hidden(Clinical(c.Integer("脉搏", x => x.Pulse))) with { Min = 20, Max = 250, OutOfRange = "超出可测范围", Unit = "次/分", Aliases = ["心率"], Group = Measured },
        Glucose, GlucoseKind,
    ];

    private static IEnumerable<Column> CareColumns() => c.Group(
        Care,
        c.Codes("就诊科别", x => x.Departments, "department", 14) with { Aliases = ["科别", "科室"] },
        Hidden(Clinical(c.Text("诊断印象", x => x.Impression, 18))) with { Help = "由医生填写；系统只作提示，不作诊断。" },
        Clinical(c.LongText("建议", x => x.Advice, 26)) with { Aliases = ["医生建议", "健康建议"] },
        Hidden(c.YesNo("转诊", x => x.Referred)) with { Aliases = ["是否转诊"] },
        Hidden(Clinical(c.Text("转诊去向", x => x.ReferredTo, 18))),
        Hidden(c.Text("医生签名", x => x.Doctor, 10)) with { Aliases = ["医生"] },
        Hidden(Clinical(c.LongText("备注", x => x.Remark))));

    private static Column Clinical(Column column) => column with { Sensitivity = Sensitivity.Clinical };

    private static Column Hidden(Column column) => column with { Shown = false };
}

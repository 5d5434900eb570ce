using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>The ledger of household members (家庭成员台账): the national export's columns in its order.</summary>
public static class MemberLedger
{
    public const string Key = "members";

    /// <summary>Group of the columns that are read through the household.</summary>
    public const string HeadGroup = "户主";

    private const string Basics = "基本情况", Schooling = "文化与就学", Health = "健康与残疾", Work = "劳动与务工", Cover = "社会保障";

    private static readonly Columns<Member> c = new();

    public static readonly Ledger<Member> Ledger = new(Key, "家庭成员台账", "人")
    {
        Columns = [.. c.Place(), .. BasicColumns(), .. SchoolAndWork(), .. CoverColumns(), .. PostAndDisability(), .. Tail()],
        With = members => members.Include(m => m.Household),
        Rules = MemberRules.Check,
        Fill = MemberRules.Fill,
        RowHref = row => $"/households/{((Member)row).HouseholdId}?tab=members",
        HasGroupedHeader = false,
        // Lists of the villages often lack 人口编号.
        AlternateKey = ["户编号", "证件号码"],
        NameOf = row => ((Member)row).Name,
        Person = m => PersonTrace.Of(m.Name, m.BornOn ?? PersonIdNumber.BirthDate(m.IdNumber)),
    };

    public static Column Column(string key) => Ledger.Columns.Single(column => column.Key == key);

    private static IEnumerable<Column> BasicColumns() => c.Group(
        Basics,
        // A row that has just been linked has no navigation to its household yet, or one to the former: its id stands for the number then.
        Hidden(c.HouseholdNumber("户编号", m => m.Household!.Number, (m, id) => m.HouseholdId = id)) with
        {
            Required = true,
            Get = row => row is Member member ? member.Household is { } household && household.Id == member.HouseholdId ? household.Number : (object)member.HouseholdId : null,
        },
        Hidden(c.Text("人口编号", m => m.Number, 22)) with { IsKey = true, MaxLength = 22, Aliases = ["人编号"], Help = "8 至 22 位数字，文本格式。没有编号时不填，按户编号和证件号码认人。" },
        c.PersonName("姓名", m => m.Name, m => m.NameKey) with { Required = true },
        c.Code("性别", m => m.Gender, "gender", 6),
        Hidden(c.Date("出生日期", m => m.BornOn)) with { NotInFuture = true },
        c.DerivedOn("年龄", ColumnKind.Integer, (m, today) => MemberRules.AgeOn(m.BornOn, today), 6) with { Unit = "岁" },
        Hidden(c.Code("证件类型", m => m.IdKind, "id-kind")),
        c.PersonId("证件号码", m => m.IdNumber) with { Required = true, Aliases = ["身份证号", "身份证号码"] },
        Hidden(c.Text("民族", m => m.Ethnicity, 8) with { MaxLength = 20 }),
        Hidden(c.Phone("户联系电话", m => m.HouseholdPhone)),
        Hidden(c.Phone("成员联系电话", m => m.Phone)) with { Aliases = ["人联系电话", "联系电话", "电话"] },
        Hidden(c.Year("年度", m => m.Year)),
        c.Code("与户主关系", m => m.Relation, "relation") with { Required = true });

    private static IEnumerable<Column> SchoolAndWork() =>
    [
        .. c.Group(
            Schooling,
            c.Code("文化程度", m => m.Education, "education", 14) with { Help = "在校生不填。" },
            c.Code("在校生状况", m => m.Student, "student", 16) with { Help = "只由在校生填写。" }),
        .. c.Group(
            Work,
            c.Code("劳动技能", m => m.Labour, "labour", 20) with { QuickFilter = true, Aliases = ["劳动能力"] },
            c.Integer("务工时间（月）", m => m.WorkMonths, 14) with { Min = 0, Max = 12 }),
        .. c.Group(Health, c.Codes("健康状况", m => m.Health, "health", 18) with { Sensitivity = Sensitivity.Health, QuickFilter = true }),
        .. c.Group(Basics, Hidden(c.Code("政治面貌", m => m.Political, "political"))),
        .. c.Group(Work, Hidden(c.Text("务工企业名称", m => m.Employer, 20))),
    ];

    private static IEnumerable<Column> CoverColumns() =>
    [
        .. c.Group(
            Cover,
            c.YesNo("是否享受低保", m => m.OnAllowance, 14),
            Hidden(c.YesNo("是否参加城镇职工基本养老保险", m => m.EmployeePension, 30)),
            Hidden(c.YesNo("是否参加大病保险", m => m.SevereIllnessInsurance, 18)),
            Hidden(c.YesNo("是否参加城乡居民基本医疗保险", m => m.ResidentHealthInsurance, 30)) with
            {
                Aliases = ["是否参加新型农村合作医疗（城乡居民基本医疗保险）", "是否参加新型农村合作医疗", "是否参加城乡居民医疗保险"],
            },
            Hidden(c.YesNo("是否参加城乡居民基本养老保险", m => m.ResidentPension, 30))),
        .. c.Group(
            Schooling,
            Hidden(c.Text("失学或辍学原因", m => m.DropoutReason, 16)),
            Hidden(c.YesNo("是否会讲普通话", m => m.SpeaksMandarin, 16))),
        .. c.Group(Cover, Hidden(c.YesNo("是否参加商业补充医疗保险", m => m.CommercialHealthInsurance, 26))),
        .. c.Group(Work, Hidden(c.YesNo("是否国外务工", m => m.WorksAbroad, 14)), Hidden(c.Text("产业分类", m => m.Trade))),
        .. c.Group(
            Cover,
            Hidden(c.YesNo("是否接受大病医疗救助", m => m.SevereIllnessAid, 22)),
            Hidden(c.YesNo("是否接受其他健康扶贫", m => m.OtherHealthAid, 22))),
    ];

    private static IEnumerable<Column> PostAndDisability() =>
    [
        .. c.Group(
            Work,
            Hidden(c.Code("公益性岗位类型", m => m.PostKind, "post-kind", 16)),
            Hidden(c.Integer("公益性岗位(月数)", m => m.PostMonths, 16)) with { Min = 0, Max = 12 },
            Hidden(c.Text("就业渠道", m => m.JobChannel))),
        .. c.Group(
            Health,
            Hidden(c.Code("残疾类别", m => m.DisabilityKind, "disability", 10)) with { Sensitivity = Sensitivity.Health },
            Hidden(c.Code("残疾等级", m => m.DisabilityGrade, "disability-grade", 10)) with { Sensitivity = Sensitivity.Health },
            Hidden(c.PersonId("残疾证号", m => m.DisabilityNumber)) with { Aliases = ["残疾人证号"] }),
        .. c.Group(Work, Hidden(c.Text("务工所在地", m => m.WorkPlace, 16))),
        .. c.Group(
            HeadGroup,
            c.PersonName("户主姓名", m => m.Household!.HeadName, m => m.Household!.NameKey) with { Searchable = false, Get = row => ((Member)row).Household?.HeadName ?? "" },
            Hidden(c.PersonId("户主证件号码", m => m.Household!.HeadId)) with { Get = row => ((Member)row).Household?.HeadId ?? "" }),
    ];

    private static IEnumerable<Column> Tail() =>
    [
        .. c.Group(
            Cover,
            Hidden(c.YesNo("是否参加城镇职工基本医疗保险", m => m.EmployeeHealthInsurance, 30)),
            Hidden(c.YesNo("是否特困供养人员", m => m.IsDestitute, 18))),
        .. c.Group(Health, Hidden(c.Year("残疾证办证年度", m => m.DisabilityYear)) with { Width = 16 }),
        .. c.Group(
            Basics,
            Hidden(c.Code("识别标准", m => m.Standard, "standard")),
            Hidden(c.Month("人员识别时间", m => m.IdentifiedIn, 14)),
            Hidden(c.Date("加入日期", m => m.JoinedOn)) with { NotInFuture = true, Help = "出生或迁入的日期；由变动登记写入。" },
            Hidden(c.Date("离开日期", m => m.LeftOn)) with { NotInFuture = true, Help = "死亡或迁出的日期；由变动登记写入。" },
            Hidden(c.Code("离开原因", m => m.LeaveReason, "leave-reason"))),
        .. c.Group(Schooling, Hidden(c.Text("就读学校", m => m.School, 20))),
        .. c.Group(Basics, Hidden(c.LongText("备注", m => m.Remark))),
    ];

    private static Column Hidden(Column column) => column with { Shown = false };
}

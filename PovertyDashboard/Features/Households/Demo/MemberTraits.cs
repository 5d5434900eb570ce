using System.Globalization;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>Gives 示例 members schooling, health, work and insurance that fit their age and the household's cause (domain facts 3.6 as the yardstick).</summary>
internal sealed class MemberTraits(Random random)
{
    private static readonly string[] Kinds = ["视力", "听力", "言语", "肢体", "智力", "精神"];
    private static readonly string[] Grades = ["一级", "二级", "三级", "四级"];

    public void Set(Household household, Member member, int age)
    {
        var isHead = member.Relation == "户主";
        member.Ethnicity = random.Next(100) < 97 ? "汉族" : "回族";
        member.Standard = "省定标准";
        member.SpeaksMandarin = age is > 6 and < 60;
        member.Political = age > 50 && random.Next(100) < 5 ? "中共党员" : "群众";
        SetSchooling(household, member, age);
        SetHealth(household, member, age, isHead);
        SetWork(member, age);
        member.HouseholdPhone = isHead ? NextPhone() : household.Members[0].HouseholdPhone;
        member.Phone = isHead ? member.HouseholdPhone : age is >= 18 and < 70 ? NextPhone() : "";
        member.ResidentHealthInsurance = true;
        member.EmployeeHealthInsurance = false;
        member.SevereIllnessInsurance = true;
        member.CommercialHealthInsurance = random.Next(100) < 12;
        member.SevereIllnessAid = member.Health.Contains("患有大病", StringComparison.Ordinal);
        member.OtherHealthAid = false;
        member.ResidentPension = age >= 16 && member.Student.Length == 0;
        member.EmployeePension = false;
        member.WorksAbroad = false;
    }

    /// <summary>13800000000 and the like: numbers that are used as placeholders.</summary>
    private string NextPhone() => string.Create(CultureInfo.InvariantCulture, $"1380000{random.Next(10_000):0000}");

    private void SetSchooling(Household household, Member member, int age)
    {
        member.Student = age switch
        {
            < 3 => "学龄前儿童",
            < 6 => "学前教育",
            < 12 => "小学",
            12 => "七年级",
            13 => "八年级",
            14 => "九年级",
            15 => "普通高中一年级",
            16 => "普通高中二年级",
            17 => "普通高中三年级",
            < 22 when household.MainCause == "因学" => age == 21 ? "本科四年级" : age == 20 ? "本科三年级" : age == 19 ? "本科二年级" : "本科一年级",
            _ => "",
        };
        if (member.Student.Length > 0) return;
        member.Education = age switch
        {
            >= 65 => Pick(["文盲或半文盲", "文盲或半文盲", "小学", "小学", "初中"]),
            >= 40 => Pick(["小学", "初中", "初中", "高中"]),
            _ => Pick(["初中", "初中", "高中", "大专"]),
        };
    }

    private void SetHealth(Household household, Member member, int age, bool isHead)
    {
        var chronic = (isHead && household.MainCause == "因病") || (age >= 60 && random.Next(100) < 30);
        var severe = isHead && household.MainCause == "因病" && random.Next(100) < 18;
        var disabled = (isHead && household.MainCause == "因残") || random.Next(100) < 3;
        var parts = new List<string>();
        if (chronic && !severe) parts.Add("长期慢性病");
        if (severe) parts.Add("患有大病");
        if (disabled) parts.Add("残疾");
        member.Health = parts.Count == 0 ? MemberRules.Healthy : string.Join(',', parts);
        if (!disabled) return;
        var (kind, grade) = (random.Next(Kinds.Length), random.Next(Grades.Length));
        (member.DisabilityKind, member.DisabilityGrade) = (Kinds[kind], Grades[grade]);
        member.DisabilityNumber = string.Create(CultureInfo.InvariantCulture, $"{member.IdNumber}{kind + 1}{grade + 1}");
        member.DisabilityYear = random.Next(2012, 2020);
    }

    private void SetWork(Member member, int age)
    {
        var hampered = member.DisabilityGrade is "一级" or "二级" || member.Health.Contains("患有大病", StringComparison.Ordinal);
        member.Labour = age switch
        {
            < 16 => "无劳动力",
            _ when member.Student.Length > 0 => "无劳动力",
            >= 75 => "无劳动力",
            >= 60 => hampered ? "无劳动力" : "弱劳动力或半劳动力",
            _ when hampered => "丧失劳动力",
            _ when member.DisabilityKind.Length > 0 => "弱劳动力或半劳动力",
            _ => random.Next(100) < 25 ? "技能劳动力" : "普通劳动力",
        };
        var works = member.Labour is "普通劳动力" or "技能劳动力" ? 75 : member.Labour == "弱劳动力或半劳动力" && age < 68 ? 25 : 0;
        member.WorkMonths = random.Next(100) < works ? random.Next(3, 13) : 0;
        if (member.WorkMonths > 0) member.WorkPlace = Pick(["乡（镇）内务工", "乡（镇）外县内务工", "县外省内务工"]);
        if (member.WorkMonths > 0 && member.Labour == "弱劳动力或半劳动力") (member.PostKind, member.PostMonths) = (Pick(["保洁", "护路", "护理照料"]), member.WorkMonths);
    }

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];
}

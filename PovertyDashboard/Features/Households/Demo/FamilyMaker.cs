namespace PovertyDashboard.Features.Households.Demo;

/// <summary>Makes 示例 households with plausible families: mostly elders, then couples with children, three generations, single parents.</summary>
internal sealed class FamilyMaker(Random random, SyntheticIds ids)
{
    /// <summary>Marks invented rows.</summary>
    public const string Remark = "示例";

    /// <summary>The day at which the demo store stands; ages are given for it.</summary>
    public static readonly DateOnly Day = new(2020, 8, 31);

    private static readonly string[] Surnames =
        [.. "王李张刘陈杨赵孙马徐朱胡郭高林何宋郑梁韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文".Select(c => c.ToString())];

    private readonly MemberTraits _traits = new(random);
    private readonly HouseholdTraits _living = new(random);
    private readonly IncomeMaker _income = new(random);

    /// <summary>A head's name that the village does not have yet: a surname and 某.</summary>
    public string HeadName(ISet<string> takenInVillage)
    {
        while (true)
        {
            var name = Surnames[random.Next(Surnames.Length)] + "某";
            if (takenInVillage.Add(name)) return name;
        }
    }

    public Household Make(long village, string number, string headName)
    {
        var household = new Household { Region = village, Number = number, HeadName = headName, Year = Day.Year, Remark = Remark };
        _living.SetCause(household);
        var shape = random.Next(100);
        if (shape < 26) Alone(household);
        else if (shape < 52) Couple(household, random.Next(61, 84));
        else if (shape < 74) Children(household, Couple(household, random.Next(32, 52)), random.Next(1, 3));
        else if (shape < 88) ThreeGenerations(household);
        else Children(household, Add(household, "户主", headName, random.Next(100) < 55, random.Next(33, 50)), random.Next(1, 3));

        foreach (var member in household.Members) _traits.Set(household, member, MemberRules.AgeOn(member.BornOn, Day) ?? 0);
        household.Size = household.Members.Count;
        household.HeadId = household.Members[0].IdNumber;
        household.HeadNumber = household.Members[0].Number;
        _living.Set(household);
        _income.Set(household);
        _living.SetMonitoring(household);
        return household;
    }

    private void Alone(Household household) => Add(household, "户主", household.HeadName, random.Next(100) < 60, random.Next(58, 88));

    private Member Couple(Household household, int age)
    {
        var male = random.Next(100) < 85;
        var head = Add(household, "户主", household.HeadName, male, age);
        Add(household, "配偶", Surnames[random.Next(Surnames.Length)] + "某", !male, Math.Max(23, age - random.Next(-2, 4)));
        return head;
    }

    private void Children(Household household, Member head, int count)
    {
        var parentAge = MemberRules.AgeOn(head.BornOn, Day) ?? 40;
        for (var i = 0; i < count; i++)
        {
            var boy = random.Next(2) == 0;
            Add(household, boy ? "之子" : "之女", household.HeadName[..1] + "某某", boy, Math.Max(1, parentAge - 24 - random.Next(0, 5) - i * 3));
        }
    }

    private void ThreeGenerations(Household household)
    {
        var head = Couple(household, random.Next(34, 50));
        var age = (MemberRules.AgeOn(head.BornOn, Day) ?? 40) + random.Next(22, 29);
        var male = random.Next(2) == 0;
        Add(household, male ? "之父" : "之母", (male ? household.HeadName[..1] : Surnames[random.Next(Surnames.Length)]) + "某某", male, age);
        Children(household, head, random.Next(1, 3));
    }

    private Member Add(Household household, string relation, string name, bool male, int age)
    {
        var bornOn = Day.AddYears(-age).AddDays(-random.Next(1, 360));
        var member = new Member
        {
            Region = household.Region,
            Number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{household.Number[..15]}{household.Members.Count + 1:000}"),
            Name = name,
            Gender = male ? "男" : "女",
            BornOn = bornOn,
            IdKind = "居民身份证",
            IdNumber = ids.Next(bornOn, male),
            Relation = relation,
            Year = Day.Year,
            Remark = Remark,
        };
        household.Members.Add(member);
        return member;
    }
}

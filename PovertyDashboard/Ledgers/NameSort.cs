using System.Globalization;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// Sort keys of personal names (姓名排序): pinyin order as people expect it. SQLite knows no Chinese order, so the key is stored;
/// it compares as plain text.
/// </summary>
public static class NameSort
{
    private static readonly CompareInfo Pinyin = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>
    /// Surnames that the collation reads by their everyday sound, with a character of the surname's own sound
    /// (单 is Shàn, not dān). Compound surnames stand first.
    /// </summary>
    private static readonly (string Surname, string Sound)[] Surnames =
    [
        ("尉迟", "玉迟"), ("万俟", "末其"), ("令狐", "灵狐"), ("长孙", "掌孙"), ("澹台", "谈台"), ("单于", "缠于"),
        ("单", "善"), ("曾", "增"), ("仇", "求"), ("解", "谢"), ("盖", "舸"), ("葛", "舸"), ("查", "渣"), ("区", "欧"), ("朴", "瓢"), ("尉", "喂"),
        ("任", "人"), ("华", "化"), ("缪", "妙"), ("乐", "月"), ("员", "运"), ("纪", "己"), ("翟", "宅"), ("覃", "秦"), ("冼", "险"), ("洗", "险"),
        ("折", "舌"), ("繁", "婆"), ("黑", "贺"), ("秘", "毕"), ("种", "虫"), ("召", "绍"), ("都", "督"), ("句", "沟"), ("祭", "寨"), ("宿", "素"),
        ("应", "英"), ("过", "郭"), ("逢", "旁"), ("肖", "消"), ("撒", "萨"), ("薄", "博"), ("莘", "申"), ("相", "向"), ("盛", "剩"), ("燕", "烟"),
        ("曲", "屈"), ("沈", "审"), ("卜", "补"), ("柏", "百"),
    ];

    /// <summary>The key of a name: hexadecimal, in the order of pinyin; empty for an empty name.</summary>
    public static string Key(string name)
    {
        var plain = string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c != '·'));
        return plain.Length == 0 ? "" : Convert.ToHexString(Pinyin.GetSortKey(BySound(plain)).KeyData);
    }

    private static string BySound(string name)
    {
        foreach (var (surname, sound) in Surnames)
            if (name.StartsWith(surname, StringComparison.Ordinal)) return string.Concat(sound, name.AsSpan(surname.Length));
        return name;
    }
}

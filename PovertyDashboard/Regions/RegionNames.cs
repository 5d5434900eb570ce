using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Regions;

/// <summary>How the names of places are folded so that 前王庄村, 前王庄村委会 and 前王庄 are one.</summary>
public static class RegionNames
{
    // Longest first: 村民委员会 must go before 委员会, 社区居委会 before 居委会.
    private static readonly string[] VillageEndings =
    [
        "社区居民委员会", "社区居委会", "村民委员会", "居民委员会", "村委会", "居委会", "社区", "村",
    ];

    private static readonly string[] PlaceEndings = ["经济开发区", "开发区", "街道办事处", "街道", "镇", "乡"];

    /// <summary>The name as people say it: 前王庄村村委会 becomes 前王庄村, 光岳社区居民委员会 becomes 光岳社区.</summary>
    public static string Short(string name)
    {
        foreach (var (ending, keep) in new[] { ("村民委员会", "村"), ("村村委会", "村"), ("村委会", "村"), ("社区居民委员会", "社区"), ("社区居委会", "社区"), ("居民委员会", ""), ("居委会", "") })
        {
            if (!name.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = name[..^ending.Length];
            return stem.EndsWith('村') || keep.Length == 0 || stem.EndsWith("社区", StringComparison.Ordinal) ? stem : stem + keep;
        }

        return name;
    }

    /// <summary>The stem by which village names are compared; never empty for a non-empty name.</summary>
    public static string FoldVillage(string name)
    {
        var text = Plain(name);
        for (var again = true; again;)
        {
            again = false;
            foreach (var ending in VillageEndings)
            {
                if (text.Length <= ending.Length || !text.EndsWith(ending, StringComparison.Ordinal)) continue;
                text = text[..^ending.Length];
                again = true;
                break;
            }
        }

        return text;
    }

    /// <summary>The stem by which townships and counties are compared (张寨 = 张寨镇; 高新区 = 聊城高新区).</summary>
    public static string FoldPlace(string name)
    {
        var text = Plain(name);
        if (text.StartsWith("聊城", StringComparison.Ordinal) && text.Length > 3) text = text[2..];
        foreach (var ending in PlaceEndings)
            if (text.Length > ending.Length + 1 && text.EndsWith(ending, StringComparison.Ordinal)) return text[..^ending.Length];
        return text;
    }

    private static string Plain(string name)
    {
        var text = TextFold.HalfWidth(name);
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }
}

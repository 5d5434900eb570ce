namespace PovertyDashboard.Ledgers;

/// <summary>Amounts in capital characters (大写人民币), as payroll and payment forms want them: 壹仟贰佰元伍角整.</summary>
public static class CapitalYuan
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Places = ["", "拾", "佰", "仟"];
    private static readonly string[] Groups = ["", "万", "亿"];

    /// <summary>Below 10,000 亿元.</summary>
    private const long Limit = 100_000_000_000_000;

    /// <summary>The words of an amount in fen; 零元整 for nought, 负 before a negative one (票据规范: 支付结算办法附件一).</summary>
    public static string Of(long fen)
    {
        if (fen is <= -Limit or >= Limit) throw new ArgumentOutOfRangeException(nameof(fen), fen, "Below 10,000 亿元.");
        if (fen == 0) return "零元整";
        if (fen < 0) return "负" + Of(-fen);
        var (yuan, jiao, cent) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        var words = yuan == 0 ? "" : Whole(yuan) + "元";
        if (jiao == 0 && cent == 0) return words + "整";
        if (jiao > 0) words += Digits[jiao] + "角";
        else if (yuan > 0) words += "零";
        return cent > 0 ? words + Digits[cent] + "分" : words + "整";
    }

    private static string Whole(long yuan)
    {
        var words = "";
        var gap = false;
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var part = (int)(yuan / Power(10_000, group) % 10_000);
            // One 零 stands for every run of noughts between figures.
            gap |= words.Length > 0 && part < 1_000;
            if (part == 0) continue;
            words += (gap ? "零" : "") + Part(part) + Groups[group];
            gap = false;
        }

        return words;
    }

    private static string Part(int part)
    {
        var words = "";
        var gap = false;
        for (var place = Places.Length - 1; place >= 0; place--)
        {
            var digit = (int)(part / Power(10, place) % 10);
            if (digit == 0)
            {
                gap = words.Length > 0;
                continue;
            }

            words += (gap ? "零" : "") + Digits[digit] + Places[place];
            gap = false;
        }

        return words;
    }

    private static long Power(long of, int times) => times == 0 ? 1 : of * Power(of, times - 1);
}

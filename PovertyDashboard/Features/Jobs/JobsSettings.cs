using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>
/// The local rules of public-welfare posts (公益岗设置), all dated: amounts and limits differ from county to county
/// (人社部发〔2019〕124号 leaves them to the places).
/// </summary>
public static class JobsSettings
{
    /// <summary>月补贴标准 in yuan, where neither person nor post has one.</summary>
    public const string PayKey = "jobs.pay.month";

    /// <summary>请假是否计薪, 1 or 0.</summary>
    public const string LeavePaidKey = "jobs.leave-paid";

    /// <summary>每周休息日 as weekdays 1 (Monday) to 7, joined by commas; empty for none.</summary>
    public const string RestKey = "jobs.rest-days";

    public const string MinAgeKey = "jobs.age.min", MaxAgeMenKey = "jobs.age.max.men", MaxAgeWomenKey = "jobs.age.max.women";

    /// <summary>最长期限 on a post in months.</summary>
    public const string TermKey = "jobs.term.months";

    /// <summary>每日工时 at most, in hours.</summary>
    public const string HoursKey = "jobs.hours.day";

    /// <summary>How many days before its end an agreement or insurance is listed.</summary>
    public const string NoticeAheadKey = "jobs.remind.days";

    /// <summary>公示天数 and the number to call (监督电话).</summary>
    public const string PostedDaysKey = "jobs.notice.days", HotlineKey = "jobs.notice.phone";

    private static readonly string[] OfWages = [PayKey, LeavePaidKey];

    /// <summary>The keys whose value is part of a wage sheet.</summary>
    public static bool IsOfWages(string key) => OfWages.Contains(key);

    /// <summary>The standard in force on the first day of the month, in fen; null where none is set.</summary>
    public static long? Pay(this SettingsDirectory settings, int month) =>
        settings.Text(PayKey, YearMonth.First(month)) is { } text ? NumberText.Scaled(text, 2) : null;

    public static bool LeaveIsPaid(this SettingsDirectory settings, int month) => settings.Number(LeavePaidKey, YearMonth.First(month), 0) == 1;

    public static bool IsRestDay(this SettingsDirectory settings, DateOnly day)
    {
        var weekday = day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
        return (settings.Text(RestKey, day) ?? "").Split([',', '，', '、']).Any(d => d.Trim() == weekday.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static int MinAge(this SettingsDirectory settings, DateOnly day) => settings.Number(MinAgeKey, day, 16);

    public static int MaxAge(this SettingsDirectory settings, DateOnly day, string gender) => settings.Number(gender == "女" ? MaxAgeWomenKey : MaxAgeMenKey, day, 65);

    public static int TermMonths(this SettingsDirectory settings, DateOnly day) => settings.Number(TermKey, day, 36);

    public static int DayHours(this SettingsDirectory settings, DateOnly day) => settings.Number(HoursKey, day, 8);

    public static int RemindDays(this SettingsDirectory settings, DateOnly day) => settings.Number(NoticeAheadKey, day, 30);
}

using System.Globalization;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects;

/// <summary>The local rules of projects (产业项目设置), all dated.</summary>
public static class ProjectsSettings
{
    /// <summary>Prefix of the settings that decide about distributions.</summary>
    public const string DistributionPrefix = "distribution.";

    /// <summary>每千瓦年发电量 in kWh, below and above which a station is looked at.</summary>
    public const string YieldMinKey = "station.yield.min", YieldMaxKey = "station.yield.max";

    /// <summary>Share in per cent of photovoltaic income that must go to posts and village labour (2020: 80 %, 国开办司发〔2020〕3号).</summary>
    public const string LabourShareKey = "distribution.labour-share";

    /// <summary>公示天数 of a plan in the village.</summary>
    public const string NoticeDaysKey = "distribution.notice.days";

    /// <summary>The range of a year's yield per kW, by the rule of the year's last day.</summary>
    public static (int Min, int Max) Yield(this SettingsDirectory settings, int year) =>
        (settings.Number(YieldMinKey, EndOf(year), 800), settings.Number(YieldMaxKey, EndOf(year), 1450));

    public static int LabourShare(this SettingsDirectory settings, int year) => settings.Number(LabourShareKey, EndOf(year), 0);

    public static int NoticeDays(this SettingsDirectory settings, DateOnly day) => settings.Number(NoticeDaysKey, day, 7);

    private static DateOnly EndOf(int year) => new(year, 12, 31);
}

/// <summary>How the room writes figures (数字写法).</summary>
internal static class ProjectText
{
    public static string Yuan(long fen) => Ledgers.ColumnText.Scaled(fen, 2);

    public static string Yuan(long? fen) => fen is { } given ? Yuan(given) : "";

    /// <summary>21.48, 125: without needless noughts.</summary>
    public static string Short(long scaled, int scale) => ((decimal)scaled / (decimal)Math.Pow(10, scale)).ToString("#,0.####", CultureInfo.InvariantCulture);

    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}

using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Dashboard.Reports;

/// <summary>What a report is about (报告期): a week from Monday to Sunday, or a month.</summary>
/// <param name="IsMonth">A month; else a week.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day; today while it goes on.</param>
public sealed record ReportPeriod(bool IsMonth, DateOnly First, DateOnly Last)
{
    /// <summary>Whether it goes on, so that every figure is today's.</summary>
    public bool IsCurrent { get; private init; }

    public string Title => IsMonth ? "月报" : "周报";

    /// <summary>2020 年 8 月, or 2020-08-24 至 08-30.</summary>
    public string Words => IsMonth ? YearMonth.Words(Month) : string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd} 至 {First.AddDays(6):MM-dd}");

    /// <summary>The month as yyyymm.</summary>
    public int Month => YearMonth.Of(First);

    /// <summary>The day before it began: what its changes are measured against.</summary>
    public DateOnly Base => First.AddDays(-1);

    public string BaseWords => IsMonth ? "上月末" : "上周末";

    /// <summary>The period that holds the day; the newest where the day is missing or still to come.</summary>
    public static ReportPeriod Of(bool isMonth, DateOnly? day, DateOnly today)
    {
        var at = day is { } asked && asked < today ? asked : today;
        var first = isMonth ? new DateOnly(at.Year, at.Month, 1) : at.AddDays(-(((int)at.DayOfWeek + 6) % 7));
        var last = isMonth ? first.AddMonths(1).AddDays(-1) : first.AddDays(6);
        return new ReportPeriod(isMonth, first, last < today ? last : today) { IsCurrent = last >= today };
    }

    public ReportPeriod Before(DateOnly today) => Of(IsMonth, Base, today);

    /// <summary>The next one; null after the current.</summary>
    public ReportPeriod? After(DateOnly today) => IsCurrent ? null : Of(IsMonth, Last.AddDays(1), today);

    public string Href(long region) => IsMonth
        ? FigureHref.Month(region, Month)
        : string.Create(CultureInfo.InvariantCulture, $"{ReportPage.Week}?day={First:yyyy-MM-dd}&region={region}");

    public string ExportHref(long region) => string.Create(CultureInfo.InvariantCulture, $"{ReportExport.Route}?period={(IsMonth ? "month" : "week")}&day={First:yyyy-MM-dd}&region={region}");
}

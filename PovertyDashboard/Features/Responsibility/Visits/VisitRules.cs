using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Visits;

/// <summary>Rules over the fields of a visit (走访表内校验); pure. That its day is not in the future is said by its column.</summary>
public static class VisitRules
{
    public static IEnumerable<Fault> Check(Visit visit, RowContext context)
    {
        if (visit.Time.Length > 0 && !TimeOnly.TryParseExact(visit.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return new Fault("时间", $"时间：不是一天中的时间（“{visit.Time}”）。请写成 15:30 这样的 24 小时时间。");
        if (visit is { Finding.Length: > 0, Category: "" }) yield return new Fault("问题类别", "问题类别：写了发现的问题，没有选类别。请选择类别，问题才能转入整改台账。");
        if (visit is { Finding: "", Category.Length: > 0 }) yield return new Fault("发现问题", $"发现问题：选了问题类别（“{visit.Category}”），没有写是什么问题。请写明，或删去类别。");
        if (visit is { Signed: true, Way: not VisitWay.Home and not "" }) yield return new Fault("户主签名", $"户主签名：{visit.Way}走访没有当面见到户主，不能已签名。请改为否或留空，或把方式改为入户。");
    }

    public static void Fill(Visit visit)
    {
        visit.VisitorKey = NameSort.Key(visit.Visitor);
        // 9:05 is written 09:05, so that times sort as they follow.
        if (visit.Time.Length is > 0 and < 5 && TimeOnly.TryParseExact(visit.Time.Replace('：', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            visit.Time = time.ToString("HH:mm", CultureInfo.InvariantCulture);
    }
}

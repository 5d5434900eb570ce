using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>Rules over one distribution (收益分配表内校验); pure.</summary>
public static class DistributionRules
{
    public static IEnumerable<Fault> Check(Distribution row, RowContext context)
    {
        if (row.Year > context.Today.Year) yield return new Fault("年度", $"年度：还没有到（“{row.Year}”）。请核对年度。");
        var isCollective = row.Class == DistributionClass.Collective;
        if (isCollective && row.HouseholdName.Length > 0) yield return new Fault("户主", $"户主：分配类别是集体，不能分给户（“{row.HouseholdName}”）。请删去户主，或改分配类别。");
        if (!isCollective && row.HouseholdName.Length == 0) yield return new Fault("户主", $"户主：必填项为空，类别“{row.Class}”要写明分给哪一户。请填写；留给村集体的，分配类别选集体。");
        if (row.PostedUntil is not null && row.PostedFrom is null) yield return new Fault("公示开始", "公示开始：填了公示结束，没有填开始。请填写公示开始的日期。");
        if (row.PostedUntil < row.PostedFrom) yield return new Fault("公示结束", string.Create(CultureInfo.InvariantCulture, $"公示结束：早于公示开始（“{row.PostedUntil:yyyy-MM-dd}”，开始是 {row.PostedFrom:yyyy-MM-dd}）。请核对后填写。"));
        if (row.PaidOn?.Year < row.Year) yield return new Fault("发放日期", string.Create(CultureInfo.InvariantCulture, $"发放日期：早于分配年度（“{row.PaidOn:yyyy-MM-dd}”，年度是 {row.Year}）。请核对后填写。"));
        if (row.Signed == true && row.PaidOn is null) yield return new Fault("签领", "签领：还没有发放，不能签领。请填写发放日期，或改签领。");
    }

    /// <summary>Why the money may not be paid yet (先公示后发放), or null.</summary>
    public static Fault? NoticeFault(Distribution row) => row switch
    {
        { PaidOn: null } => null,
        { PostedFrom: null } => new Fault("公示开始", string.Create(CultureInfo.InvariantCulture, $"公示开始：{row.PaidOn:yyyy-MM-dd} 已发放，没有填写村内公示日期。请先公示再发放，并填写公示日期。")),
        _ when row.PostedUntil is null || row.PaidOn <= row.PostedUntil => new Fault("发放日期", string.Create(CultureInfo.InvariantCulture, $"发放日期：公示还没有结束（“{row.PaidOn:yyyy-MM-dd}”，公示到 {row.PostedUntil:yyyy-MM-dd}）。请在公示结束以后发放。")),
        _ => null,
    };

    /// <summary>The end of the notice follows from the days that the rule asks for.</summary>
    public static void FillNotice(Distribution row, SettingsDirectory settings)
    {
        if (row.PostedFrom is { } from) row.PostedUntil ??= from.AddDays(Math.Max(1, settings.NoticeDays(from)) - 1);
    }
}

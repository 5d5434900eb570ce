using System.Text.Json;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>What a change looks like on the ticker; decides the icon.</summary>
public enum TickerKind { Added, Checked, Closed, Found, Handed, Returned, Verifying, Changed, Removed }

/// <summary>The words of a change (动态用语): what was done to how many of what; never a name, an ID or an illness.</summary>
/// <param name="Kind">Its icon.</param>
/// <param name="Format">Words with {0} for the count.</param>
public sealed record TickerPhrase(TickerKind Kind, string Format)
{
    /// <summary>
    /// Words of ledgers for which 新增 and 更新 would say little, by key; null is no news, since another ledger tells it.
    /// Ticking an item changes its answer and its check: one line tells of the household.
    /// </summary>
    private static readonly Dictionary<string, TickerPhrase?> Own = new()
    {
        ["checks"] = new(TickerKind.Checked, "检查 {0} 户次"),
        ["check-answers"] = null,
        ["rechecks"] = new(TickerKind.Checked, "待复查 {0} 项"),
    };

    /// <summary>The phrase of an audit entry, or null for what is no news.</summary>
    public static TickerPhrase? Of(Ledger ledger, string action, string details)
    {
        if (ledger.RowType == typeof(Problem)) return OfProblem(ledger.Unit, action, details);
        if (action is "新增" or "修改" && Own.TryGetValue(ledger.Key, out var own)) return own;
        // 贫困户台账 and 贫困户 are the same on a narrow line.
        var what = ledger.Title.EndsWith("台账", StringComparison.Ordinal) ? ledger.Title[..^2] : ledger.Title;
        return action switch
        {
            "新增" => new TickerPhrase(TickerKind.Added, $"{what} 新增 {{0}} {ledger.Unit}"),
            "导入" => new TickerPhrase(TickerKind.Added, $"{what} 导入 {{0}} {ledger.Unit}"),
            "修改" => new TickerPhrase(TickerKind.Changed, $"{what} 更新 {{0}} {ledger.Unit}"),
            "恢复" => new TickerPhrase(TickerKind.Added, $"{what} 恢复 {{0}} {ledger.Unit}"),
            "删除" => new TickerPhrase(TickerKind.Removed, $"{what} 删除 {{0}} {ledger.Unit}"),
            _ => null,
        };
    }

    private static TickerPhrase? OfProblem(string unit, string action, string details) => action switch
    {
        "新增" => new TickerPhrase(TickerKind.Found, $"新发现 {{0}} {unit}"),
        "导入" => new TickerPhrase(TickerKind.Found, $"整改台账导入 {{0}} {unit}"),
        "删除" => new TickerPhrase(TickerKind.Removed, $"问题删除 {{0}} {unit}"),
        "恢复" => new TickerPhrase(TickerKind.Added, $"问题恢复 {{0}} {unit}"),
        "修改" => StateChange(details) switch
        {
            (_, ProblemState.Closed) => new TickerPhrase(TickerKind.Closed, $"销号 {{0}} {unit}"),
            (_, ProblemState.Verifying) => new TickerPhrase(TickerKind.Verifying, $"申请核验 {{0}} {unit}"),
            (ProblemState.Verifying, ProblemState.Rectifying) => new TickerPhrase(TickerKind.Returned, $"核验退回 {{0}} {unit}"),
            (_, ProblemState.Rectifying) => new TickerPhrase(TickerKind.Handed, $"交办 {{0}} {unit}"),
            (_, ProblemState.Shelved) => new TickerPhrase(TickerKind.Changed, $"挂账 {{0}} {unit}"),
            _ => new TickerPhrase(TickerKind.Changed, $"整改情况更新 {{0}} {unit}"),
        },
        _ => null,
    };

    /// <summary>The old and new state in the details of the audit entry (property → [old, new]).</summary>
    private static (string? Old, string? New) StateChange(string details)
    {
        try
        {
            using var json = JsonDocument.Parse(details);
            if (!json.RootElement.TryGetProperty(nameof(Problem.State), out var change)) return (null, null);
            return (change[0].GetString(), change[1].GetString());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            return (null, null);
        }
    }
}

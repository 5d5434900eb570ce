using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Live.Months;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.Places;

/// <summary>
/// Mergers of villages (并村) and moves of places below another one (调整上级), each in one transaction: every row goes along, the
/// old place ends the day before and leads to the new one, accounts follow, and what past months came to is kept first.
/// </summary>
public sealed class RegionMoves(AdminDesk desk, CurrentUser user, PlaceMove rows, MonthCloser months, LedgerCatalog catalog, Clock clock)
{
    /// <summary>Months before this one whose figures must stay as pages have shown them.</summary>
    private const int KeptMonths = 12;

    /// <summary>Puts a village into another one.</summary>
    /// <param name="from">The village that ends.</param>
    /// <param name="into">The village that stays.</param>
    /// <param name="on">First day of the merger.</param>
    /// <param name="confirmed">Whether what goes along has been read.</param>
    /// <param name="ct">Stops the act.</param>
    public Task<AdminOutcome> MergeAsync(long from, long into, DateOnly on, bool confirmed, CancellationToken ct) => ChangeAsync(
        from,
        on,
        confirmed,
        (tree, node) => (tree.Find(into), node) switch
        {
            (null, _) => Refusal("没有要并入的村。请重新选择。"),
            ({ } other, _) when other.Key == node.Key => Refusal($"{node.Name}不能并入自己。请选择另一个村。"),
            ({ } other, _) when other.Level != RegionLevel.Village || node.Level != RegionLevel.Village => Refusal("只有村可以并入另一个村。请选择两个村。"),
            ({ } other, _) when !other.ExistsOn(on) => Refusal($"{other.Name}在 {on:yyyy-MM-dd} 不存在。请选择还在的村。"),
            _ => new(new Dictionary<long, long> { [from] = into }, null),
        },
        "合并地区",
        ct);

    /// <summary>Puts a township or village, with all below, under another place.</summary>
    /// <param name="key">The place.</param>
    /// <param name="parent">Who runs it from then on.</param>
    /// <param name="on">First day.</param>
    /// <param name="confirmed">Whether what goes along has been read.</param>
    /// <param name="ct">Stops the act.</param>
    public Task<AdminOutcome> MoveAsync(long key, long parent, DateOnly on, bool confirmed, CancellationToken ct) => ChangeAsync(
        key,
        on,
        confirmed,
        (tree, node) =>
        {
            if (tree.Find(parent) is not { } above || above.Level != node.Level - 1 || node.Level < RegionLevel.Township) return Refusal("上级不对。村归乡镇管，乡镇归县区管，请重新选择。");
            if (RegionKey.ParentOf(key) == parent) return Refusal($"{node.Name}已经归{above.Name}管。请选择另一个上级。");
            if (!above.ExistsOn(on)) return Refusal($"{above.Name}在 {on:yyyy-MM-dd} 不存在。请选择还在的上级。");
            var draft = RegionDraft.Of(node) with { Code = "", ValidFrom = on, ValidTo = null };
            if (RegionRules.Check(draft, tree, parent, null).ToList() is [var fault, ..]) return Refusal(fault.Message);
            if (NewRegionKey.For(tree, parent, "") is not { } fresh) return Refusal($"{above.Name}下面的编号已经用完。没有调整。");
            return new(tree.Nodes.Skip(node.Index).Take(node.Last - node.Index + 1).ToDictionary(n => n.Key, n => fresh + (n.Key - key)), null);
        },
        "调整上级",
        ct);

    private static Plan Refusal(string sentence) => new([], AdminOutcome.Refused(sentence));

    private async Task<AdminOutcome> ChangeAsync(long key, DateOnly on, bool confirmed, Func<RegionTree, RegionNode, Plan> plan, string action, CancellationToken ct)
    {
        try
        {
            return await InOneAsync(key, on, confirmed, plan, action, ct);
        }
        catch (ChangeRefusedException refused)
        {
            return AdminOutcome.Refused(refused.Message);
        }
    }

    private Task<AdminOutcome> InOneAsync(long key, DateOnly on, bool confirmed, Func<RegionTree, RegionNode, Plan> plan, string action, CancellationToken ct) => desk.ChangeAsync(
        ReferenceDirectories.OfRegions,
        async (act, innerCt) =>
        {
            var tree = await RegionDirectory.ReadAsync(act.Db, innerCt);
            if (tree.Find(key) is not { } node || !node.ExistsOn(on)) return AdminOutcome.Refused("这个地方不存在或已经终止。请重新打开本页。");
            if (DayFault(on) is { } day) return AdminOutcome.Invalid([day]);
            var (to, refusal) = plan(tree, node);
            if (refusal is not null) return refusal;
            if (!confirmed) return await AskAsync(act, tree, node, to[key], innerCt);

            await months.KeepEarlierAsync(act.Db, KeptMonths, innerCt);
            var moved = await rows.RunAsync(act.Db, to, user.Identity.Name, innerCt);
            if (moved.Twins.Count > 0) throw new ChangeRefusedException(TwinsSentence(moved.Twins));
            await RegionSuccession.ApplyAsync(act.Db, to, on, innerCt);
            var details = moved.Rows.ToDictionary(r => r.Key.Title, r => new object?[] { null, r.Value });
            details["新地区"] = [key, to[key]];
            details["起始日期"] = [null, on];
            await act.SaveAsync(action, () => key, to[key], details, innerCt);
            return new AdminOutcome(true, $"已办理：{node.Name}的 {moved.Rows.Values.Sum():#,0} 行已全部转移，旧地区到 {on.AddDays(-1):yyyy-MM-dd} 为止。") { Key = to[key] };
        },
        ct);

    /// <summary>Past months have been reported; the current one is counted anew.</summary>
    private Fault? DayFault(DateOnly on)
    {
        var first = new DateOnly(clock.Today.Year, clock.Today.Month, 1);
        if (on > clock.Today) return new Fault("起始日期", $"起始日期：不能晚于今天（{clock.Today:yyyy-MM-dd}）。请到那一天再办理。");
        return on < first ? new Fault("起始日期", $"起始日期：{first.AddDays(-1):yyyy-MM-dd} 以前的数字已经上报。请填写 {first:yyyy-MM-dd} 或以后的日期。") : null;
    }

    private async Task<AdminOutcome> AskAsync(AdminAct act, RegionTree tree, RegionNode node, long to, CancellationToken ct)
    {
        // Many villages share a name, so the place is named with those above it.
        var into = tree.Find(to) is null ? "新的上级下面" : string.Join(" / ", tree.PathOf(to).Skip(1).Select(n => n.Name));
        var held = await PlaceRows.CountAsync(act.Db, catalog, node.Key, ct);
        var what = held.Count == 0 ? "没有任何台账的行" : string.Join("、", held.Select(r => $"{r.Ledger.Title} {r.Count:#,0} {r.Ledger.Unit}"));
        return AdminOutcome.Asks([$"{node.Name}有：{what}。这些行将全部转到{into}，管辖{node.Name}的账号也跟着转。", "以前各月的数字先留存，不会变化；办理以后不能自动退回。"]);
    }

    private static string TwinsSentence(IReadOnlyList<string> twins) =>
        $"两个地方有 {twins.Count} 行重复：{string.Join("、", twins.Take(5))}{(twins.Count > 5 ? " 等" : "")}。请先在其中一个地方修改或删除重复的行，再办理。";

    private readonly record struct Plan(Dictionary<long, long> To, AdminOutcome? Refusal);
}

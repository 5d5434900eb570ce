using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Administration.Places;

/// <summary>A place with what hangs on it (地区详情).</summary>
public sealed record RegionDetail(RegionNode Node, IReadOnlyList<PlaceRowCount> Rows, IReadOnlyList<AdminHistoryLine> History);

/// <summary>
/// The tree of places as administrators keep it (区划管理): add below another place, rename, dates of validity. A place is never
/// deleted, and its key never changes or comes again.
/// </summary>
public sealed class RegionService(AdminDesk desk, RegionDirectory regions, LedgerCatalog catalog)
{
    private const string Gone = "没有这个地区。请重新打开本页。";

    public Task<RegionDetail?> ReadAsync(long key, CancellationToken ct) => desk.ReadAsync(
        async (db, innerCt) => regions.Tree.Find(key) is { } node
            ? new RegionDetail(node, await PlaceRows.CountAsync(db, catalog, key, innerCt), await AdminHistory.OfAsync(db, ReferenceDirectories.OfRegions, [key], innerCt))
            : null!,
        ct);

    public Task<AdminOutcome> AddAsync(long parent, RegionDraft draft, CancellationToken ct) => desk.ChangeAsync(
        ReferenceDirectories.OfRegions,
        async (act, innerCt) =>
        {
            var tree = await RegionDirectory.ReadAsync(act.Db, innerCt);
            if (tree.Find(parent) is not { } above) return AdminOutcome.Refused(Gone);
            if (above.Level == RegionLevel.Village) return AdminOutcome.Refused($"{above.Name}是村，下面不能再添加。请选择乡镇、县或市。");
            draft = Trim(draft);
            var faults = RegionRules.Check(draft, tree, parent, null).ToList();
            if (faults.Count > 0) return AdminOutcome.Invalid(faults);
            if (NewRegionKey.For(tree, parent, draft.Code) is not { } key) return AdminOutcome.Refused($"{above.Name}下面的编号已经用完（最多 {RegionKey.RoomBelow(parent)} 个）。没有添加。");
            var region = new Region { Key = key, Level = RegionKey.LevelOf(key), Name = draft.Name, Code = draft.Code, ValidFrom = draft.ValidFrom, ValidTo = draft.ValidTo, IsPovertyVillage = draft.IsPovertyVillage, ExitedIn = draft.ExitedIn };
            act.Db.Add(region);
            await act.SaveAsync("新增地区", () => key, key, Differences(null, draft), innerCt);
            return new AdminOutcome(true, $"已在{above.Name}下面添加 {draft.Name}。") { Key = key };
        },
        ct);

    /// <param name="key">The place.</param>
    /// <param name="draft">What it shall be.</param>
    /// <param name="seen">What the form showed: nobody else's change is overwritten.</param>
    /// <param name="confirmed">Whether the warnings of an end have been read.</param>
    /// <param name="ct">Stops the act.</param>
    public Task<AdminOutcome> ChangeAsync(long key, RegionDraft draft, RegionDraft seen, bool confirmed, CancellationToken ct) => desk.ChangeAsync(
        ReferenceDirectories.OfRegions,
        async (act, innerCt) =>
        {
            var tree = await RegionDirectory.ReadAsync(act.Db, innerCt);
            if (tree.Find(key) is not { } node) return AdminOutcome.Refused(Gone);
            if (node.Successor is { } successor) return AdminOutcome.Refused($"{node.Name}已由{tree.NameOf(successor)}接替，不能再修改。请打开接替它的地方。");
            if (RegionDraft.Of(node) != seen) return AdminOutcome.Refused($"{node.Name}刚刚被别人改过，没有保存。请重新打开后再改。");
            draft = Trim(draft);
            if (draft == seen) return new AdminOutcome(true, "没有变化。") { Key = key };
            var faults = RegionRules.Check(draft, tree, RegionKey.ParentOf(key), key).ToList();
            if (faults.Count > 0) return AdminOutcome.Invalid(faults);
            if (draft.ValidTo is { } last && draft.ValidTo != seen.ValidTo && await EndAsync(act, node, last, confirmed, innerCt) is { } stop) return stop;

            var region = await act.Db.Set<Region>().SingleAsync(r => r.Key == key, innerCt);
            if (draft.Name != seen.Name) region.FormerNames = Former(node, draft.Name);
            (region.Name, region.Code, region.ValidFrom, region.ValidTo) = (draft.Name, draft.Code, draft.ValidFrom, draft.ValidTo);
            (region.IsPovertyVillage, region.ExitedIn) = (draft.IsPovertyVillage, draft.ExitedIn);
            await act.SaveAsync("修改地区", () => key, key, Differences(seen, draft), innerCt);
            return new AdminOutcome(true, $"已修改 {draft.Name}。") { Key = key };
        },
        ct);

    /// <summary>What stands against an end of the place on that day, or must be known before.</summary>
    private async Task<AdminOutcome?> EndAsync(AdminAct act, RegionNode node, DateOnly last, bool confirmed, CancellationToken ct)
    {
        var rows = await PlaceRows.CountAsync(act.Db, catalog, node.Key, ct);
        if (rows.Where(r => r.Last > last).MaxBy(r => r.Last) is { } later)
            return AdminOutcome.Invalid([new Fault("终止日期", $"终止日期：{later.Ledger.Title}里这个地方最晚的一行是 {later.Last:yyyy-MM-dd}。请填写不早于这一天的日期。")]);
        if (rows.Count == 0 || confirmed) return null;
        var held = string.Join("、", rows.Select(r => $"{r.Ledger.Title} {r.Count:#,0} {r.Ledger.Unit}"));
        return AdminOutcome.Asks([$"{node.Name}还有 {held}。", $"{last:yyyy-MM-dd} 以后，这些行仍可查看和修改，也仍计入上级的数字；登记新行时不再列出这个地方。"]);
    }

    private static RegionDraft Trim(RegionDraft draft) => draft with { Name = draft.Name.Trim(), Code = draft.Code.Trim() };

    /// <summary>A name that comes back is no former one any more.</summary>
    private static string Former(RegionNode node, string name) => string.Join('|', node.FormerNames.Append(node.FullName).Where(n => n != name).Distinct());

    private static Dictionary<string, object?[]> Differences(RegionDraft? before, RegionDraft after)
    {
        var changes = new Dictionary<string, object?[]>();
        Note("名称", before?.Name, after.Name);
        Note("区划代码", before?.Code, after.Code);
        Note("启用日期", before?.ValidFrom, after.ValidFrom);
        Note("终止日期", before?.ValidTo, after.ValidTo);
        Note("省定贫困村", before?.IsPovertyVillage == true ? "是" : "", after.IsPovertyVillage ? "是" : "");
        Note("退出年度", before?.ExitedIn, after.ExitedIn);
        return changes;

        void Note(string what, object? old, object? now)
        {
            if (!Equals(old, now) && (old, now) is not (null, "")) changes[what] = [old, now];
        }
    }
}

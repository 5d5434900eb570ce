using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Administration.Codes;

/// <summary>
/// Code lists as administrators keep them (代码表管理): texts are added, ordered and retired, their spellings changed. A text is never
/// renamed or deleted, since rows hold it; forms and imports follow at once.
/// </summary>
public sealed class CodeListService(AdminDesk desk, CodeListDirectory codes, LedgerCatalog catalog, IEnumerable<FixedCodeList> fixedLists)
{
    private const string Gone = "没有这一项。请重新打开本页。";

    public IReadOnlyList<CodeListInfo> List() => desk.MayAdminister ? CodeListInfo.All(codes.Current, catalog, fixedLists) : [];

    /// <summary>What was done to the list of late.</summary>
    public async Task<IReadOnlyList<AdminHistoryLine>> HistoryAsync(string list, CancellationToken ct) =>
        await desk.ReadAsync((db, innerCt) => AdminHistory.OfAsync(db, ReferenceDirectories.OfCodeLists, [.. codes.Current.Entries(list).Select(e => e.Id)], innerCt), ct) ?? [];

    /// <summary>How many rows of registered ledgers hold the text.</summary>
    public async Task<long> CountUsesAsync(CodeEntry entry, CancellationToken ct) =>
        (await desk.ReadAsync(async (db, innerCt) => new Uses(await CountAsync(db, entry, innerCt)), ct))?.Rows ?? 0;

    public Task<AdminOutcome> AddAsync(string list, CodeDraft draft, CancellationToken ct) => ChangeAsync(
        list,
        async (act, entries, innerCt) =>
        {
            if (FixedWhy(list) is { } why) return AdminOutcome.Refused($"不能添加：{why}");
            var faults = draft.Check(entries, 0).ToList();
            if (faults.Count > 0) return AdminOutcome.Invalid(faults);
            var entry = new CodeEntry { List = list, Text = draft.Text, Code = draft.Code, Aliases = string.Join('|', draft.Aliases), Order = entries.Count == 0 ? 0 : entries.Max(e => e.Order) + 1 };
            act.Db.Add(entry);
            await SaveAsync(act, "新增代码", entry, [("名称", null, entry.Text), ("代码", "", entry.Code), ("别名", "", Shown(entry.Aliases))], innerCt);
            return new AdminOutcome(true, $"已添加“{entry.Text}”。") { Key = entry.Id };
        },
        ct);

    /// <summary>Other spellings and the national code; the text itself stays.</summary>
    /// <param name="seen">The entry as the form showed it: nobody else's change is overwritten.</param>
    /// <param name="draft">What it shall be.</param>
    /// <param name="ct">Stops the act.</param>
    public Task<AdminOutcome> ChangeAsync(CodeEntry seen, CodeDraft draft, CancellationToken ct) => ChangeAsync(
        seen.List,
        async (act, entries, innerCt) =>
        {
            var id = seen.Id;
            if (entries.Find(e => e.Id == id) is not { } entry) return AdminOutcome.Refused(Gone);
            if ((entry.Code, entry.Aliases) != (seen.Code, seen.Aliases)) return AdminOutcome.Refused($"“{entry.Text}”刚刚被别人改过，没有保存。请重新打开后再改。");
            if (draft.Text != entry.Text) return AdminOutcome.Refused("名称不能改：已有的行存着它。请停用这一项，再添加一项。");
            var faults = draft.Check(entries, id).ToList();
            if (faults.Count > 0) return AdminOutcome.Invalid(faults);
            var (code, aliases) = (entry.Code, entry.Aliases);
            (entry.Code, entry.Aliases) = (draft.Code, string.Join('|', draft.Aliases));
            if ((code, aliases) == (entry.Code, entry.Aliases)) return new AdminOutcome(true, "没有变化。") { Key = id };
            await SaveAsync(act, "修改代码", entry, [("代码", code, entry.Code), ("别名", Shown(aliases), Shown(entry.Aliases))], innerCt);
            return new AdminOutcome(true, $"已修改“{entry.Text}”。") { Key = id };
        },
        ct);

    /// <summary>A retired text stays on the rows that hold it and is offered no more (停用), or is offered again (启用).</summary>
    public Task<AdminOutcome> RetireAsync(string list, long id, bool retired, CancellationToken ct) => ChangeAsync(
        list,
        async (act, entries, innerCt) =>
        {
            if (FixedWhy(list) is { } why) return AdminOutcome.Refused($"不能停用：{why}");
            if (entries.Find(e => e.Id == id) is not { } entry) return AdminOutcome.Refused(Gone);
            var verb = retired ? "停用" : "启用";
            if (entry.Retired == retired) return new AdminOutcome(true, $"“{entry.Text}”已经{verb}。") { Key = id };
            if (retired && entries.Count(e => !e.Retired) == 1) return AdminOutcome.Refused($"“{entry.Text}”是最后一项可选的。请先添加别的，再停用它。");
            entry.Retired = retired;
            await SaveAsync(act, verb + "代码", entry, [("停用", !retired, retired)], innerCt);
            return new AdminOutcome(true, $"已{verb}“{entry.Text}”。") { Key = id };
        },
        ct);

    /// <summary>One place up or down in the order of forms and lists.</summary>
    public Task<AdminOutcome> MoveAsync(string list, long id, bool up, CancellationToken ct) => ChangeAsync(
        list,
        async (act, entries, innerCt) =>
        {
            var at = entries.FindIndex(e => e.Id == id);
            if (at < 0) return AdminOutcome.Refused(Gone);
            var to = at + (up ? -1 : 1);
            if (to < 0 || to >= entries.Count) return new AdminOutcome(true, "已经在最前或最后。") { Key = id };
            (entries[at], entries[to]) = (entries[to], entries[at]);
            for (var i = 0; i < entries.Count; i++) entries[i].Order = i;
            await SaveAsync(act, "调整代码顺序", entries[to], [("顺序", at + 1, to + 1)], innerCt);
            return new AdminOutcome(true, $"“{entries[to].Text}”移到第 {to + 1} 项。") { Key = id };
        },
        ct);

    private string? FixedWhy(string list) => fixedLists.FirstOrDefault(f => f.List == list)?.Why;

    private Task<AdminOutcome> ChangeAsync(string list, Func<AdminAct, List<CodeEntry>, CancellationToken, Task<AdminOutcome>> change, CancellationToken ct) => desk.ChangeAsync(
        ReferenceDirectories.OfCodeLists,
        async (act, innerCt) =>
        {
            var entries = await act.Db.Set<CodeEntry>().Where(e => e.List == list).OrderBy(e => e.Order).ThenBy(e => e.Id).ToListAsync(innerCt);
            return entries.Count == 0 ? AdminOutcome.Refused("没有这张代码表。请重新打开本页。") : await change(act, entries, innerCt);
        },
        ct);

    private Task SaveAsync(AdminAct act, string action, CodeEntry entry, IEnumerable<(string What, object? Old, object? Now)> changes, CancellationToken ct)
    {
        var title = CodeListInfo.All(codes.Current, catalog, fixedLists).FirstOrDefault(l => l.Key == entry.List)?.Title ?? entry.List;
        var details = new Dictionary<string, object?[]> { ["代码表"] = [title], ["项"] = [entry.Text] };
        foreach (var (what, old, now) in changes.Where(c => !Equals(c.Old, c.Now))) details[what] = [old, now];
        return act.SaveAsync(action, () => entry.Id, 0, details, ct);
    }

    private async Task<long> CountAsync(AppDbContext db, CodeEntry entry, CancellationToken ct)
    {
        long count = 0;
        foreach (var ledger in catalog.Ledgers)
            foreach (var column in ledger.Columns.Where(c => c.CodeList == entry.List && c.Member is not null))
                count += await LedgerReader.CountAsync(db, ledger, catalog, new LedgerQuery { Filters = [new ColumnFilter(column.Key, entry.Text)] }, DateOnly.MaxValue, ct);
        return count;
    }

    private static string Shown(string aliases) => aliases.Replace("|", "、", StringComparison.Ordinal);

    private sealed record Uses(long Rows);
}

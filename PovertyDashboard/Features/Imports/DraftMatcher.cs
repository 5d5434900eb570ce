using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Imports;

/// <summary>Compares drafts with the store (核对): links households, finds stored rows, validates, and says what would change.</summary>
public sealed class DraftMatcher(AppDbContext db, RecognisedSheet sheet, HouseholdKeys? households, PersonKeys? persons, CodeLists codes, RegionTree tree, RowContext context)
{
    private readonly LedgerForm _form = sheet.Form;
    private HouseholdIndex? _index;
    private IReadOnlyDictionary<string, (long Household, string HeadName)> _people = new Dictionary<string, (long, string)>();

    public async Task MatchAsync(IReadOnlyList<DraftRow> drafts, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var keys = new RowKeys(_form);
        await LinkAsync(drafts, ct);
        foreach (var draft in drafts.Where(d => !d.IsRefused || d.Row.Region != 0)) draft.Apply();
        if (persons is not null) _people = await PersonLinks.FindAsync(db, persons, drafts.Select(d => (d.Row as IPersonRow)?.IdNumber ?? ""), ct);

        var stored = await StoredRows.LoadAsync(db, _form, keys, [.. drafts.Where(d => !d.IsRefused || d.Row.Region != 0).Select(d => d.Row)], ct);
        var copier = new RowCopier(db);
        var seen = new Dictionary<string, int>();
        for (var i = 0; i < drafts.Count; i++)
        {
            if (i % 256 == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress("核对", i, drafts.Count));
            }

            MatchOne(drafts[i], keys, stored, copier, seen);
        }
    }

    private void MatchOne(DraftRow draft, RowKeys keys, StoredRows stored, RowCopier copier, Dictionary<string, int> seen)
    {
        // Every row names its key, refused ones too: a repeated number is reported even where the row has another fault.
        var key = keys.Of(draft.Row);
        if (key is not null && !seen.TryAdd(key, draft.Number)) draft.Refuse(keys.Reported.Header, $"文件内重复（第 {seen[key]} 行已有同样的内容）。请只保留一行");
        if (key is not null && stored.Find(key) is { } old) Meet(draft, old, copier);
        if (draft.IsRefused) return;
        Relink(draft);
        draft.Faults.AddRange(RowValidation.Check(_form.Ledger, _form.Columns, draft.Row, context, codes));
    }

    /// <summary>Puts the draft on the stored row. What a file may never do is said first, whatever else is wrong with the row.</summary>
    private void Meet(DraftRow draft, LedgerRow old, RowCopier copier)
    {
        var region = draft.Row.Region;
        (draft.Stored, draft.Row) = (old, copier.Copy(old));
        draft.Row.Region = region;
        draft.Apply();
        Compare(draft, old);
        if (draft.Changes.Count > 0 && _form.Ledger.RefuseImport(old, draft.Row) is { } reason) draft.Faults.Insert(0, Fault.Of(reason));
    }

    private void Compare(DraftRow draft, LedgerRow old)
    {
        foreach (var (column, _) in draft.Given)
        {
            var (before, now) = (ColumnText.Format(column, column.Get(old)), ColumnText.Format(column, column.Get(draft.Row)));
            if (before != now) draft.Changes.Add(new CellChange(column.Header, before, now));
        }

        if (old.Region != draft.Row.Region) draft.Changes.Add(new CellChange("村", tree.NameOf(old.Region), tree.NameOf(draft.Row.Region)));
    }

    /// <summary>Rows that belong to a household by its number get its id; the number must be in the store.</summary>
    private async Task LinkAsync(IReadOnlyList<DraftRow> drafts, CancellationToken ct)
    {
        var byNumber = _form.Columns.FirstOrDefault(c => c.Kind == ColumnKind.HouseholdNumber);
        var byName = typeof(IHouseholdRow).IsAssignableFrom(_form.Ledger.RowType);
        if (households is null || (byNumber is null && !byName)) return;

        _index = await HouseholdIndex.LoadAsync(db, households, drafts.Where(d => d.Row.Region != 0).Select(d => RegionKey.TownshipOf(d.Row.Region)), ct);
        if (byNumber is null) return;
        foreach (var draft in drafts)
        {
            var at = draft.Given.FindIndex(g => g.Column == byNumber);
            if (at < 0) continue;
            var number = (string)draft.Given[at].Value;
            if (_index.ByNumber(number) is { } id) draft.Given[at] = (byNumber, id);
            else
            {
                draft.Given.RemoveAt(at);
                if (draft.Row.Region != 0) draft.Refuse(byNumber.Header, $"户编号不存在，户未导入（“{number}”）。请先在户信息表中导入这一户");
            }
        }
    }

    /// <summary>The link of a named household is set on new rows, where village or name has changed, and where the household has come since.</summary>
    private void Relink(DraftRow draft)
    {
        if (draft.Row is not IHouseholdRow row) return;
        var old = draft.Stored as IHouseholdRow;
        var isSame = old is not null && old.Region == row.Region && old.HouseholdName == row.HouseholdName;
        if (isSame && old!.HouseholdId is not null) return;
        row.HouseholdId = row.HouseholdName.Length == 0 ? null : _index?.ByName(row.Region, row.HouseholdName);
        if (isSame && row.HouseholdId is not null) draft.Changes.Add(new CellChange("关联户", "未关联", row.HouseholdName));
        if (row is IPersonRow person) PersonLinks.Link(person, _people);
    }
}

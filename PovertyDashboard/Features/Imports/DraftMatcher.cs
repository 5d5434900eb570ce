using System.Globalization;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports;

/// <summary>Compares drafts with the store (核对): links households, finds stored rows, validates, and says what would change.</summary>
/// <param name="answers">What the user has said of rows that may be one person (<see cref="ReadingChoices.PersonsOf"/>).</param>
/// <param name="checkedAt">UTC instant of the check that the user has seen and confirmed; null for a first look.</param>
public sealed class DraftMatcher(
    AppDbContext db, RecognisedSheet sheet, HouseholdKeys? households, PersonKeys? persons, CodeLists codes, RegionTree tree, EffectContext context, IReadOnlyDictionary<int, long> answers, DateTime? checkedAt)
{
    private readonly LedgerForm _form = sheet.Form;
    private HouseholdIndex? _index;
    private IReadOnlyDictionary<string, (long Household, string HeadName)> _people = new Dictionary<string, (long, string)>();

    /// <summary>Whether the rows of the ledger belong to or name a household.</summary>
    public bool UsesHouseholds => households is not null && (ByNumber is not null || typeof(IHouseholdRow).IsAssignableFrom(_form.Ledger.RowType));

    private Column? ByNumber => _form.Columns.FirstOrDefault(c => c.Kind == ColumnKind.HouseholdNumber);

    public async Task MatchAsync(IReadOnlyList<DraftRow> drafts, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var keys = new RowKeys(_form, id => _index?.NumberOf(id));
        if (UsesHouseholds) await LinkAsync(drafts, ct);
        foreach (var draft in drafts.Where(d => !d.IsRefused || d.Row.Region != 0)) draft.Apply();
        if (persons is not null) _people = await PersonLinks.FindAsync(db, persons, drafts.Select(d => (d.Row as IPersonRow)?.IdNumber ?? ""), ct);
        await _form.Ledger.LinkAsync([.. drafts.Where(d => !d.IsRefused).Select(d => d.Row)], context, ct);

        var stored = new StoredRows(db, _form, keys, context.Row.User.Scope, checkedAt);
        var same = new SamePersons(db, _form.Ledger, answers);
        await same.LoadAsync(ct);
        await stored.LoadAsync([.. drafts.Where(d => !d.IsRefused || d.Row.Region != 0).Select(d => d.Row)], ct);
        var copier = new RowCopier(db);
        var seen = new SeenKeys(keys);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (i % 256 == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress("核对", i, drafts.Count));
            }

            MatchOne(drafts[i], keys, stored, same, copier, seen);
            // They stand in the row by now; of 20,000 rows they are as much memory again.
            drafts[i].Given = GivenValues.None;
        }

        await same.AskAsync(drafts, ct);
        var good = drafts.Where(d => !d.IsRefused).ToList();
        var byRow = new Dictionary<LedgerRow, DraftRow>(ReferenceEqualityComparer.Instance);
        foreach (var draft in good) byRow[draft.Row] = draft;
        foreach (var (row, fault) in await _form.Ledger.CheckTogetherAsync([.. good.Select(d => d.Row)], context, ct)) byRow[row].Faults.Add(fault);
    }

    private void MatchOne(DraftRow draft, RowKeys keys, StoredRows stored, SamePersons same, RowCopier copier, SeenKeys seen)
    {
        var reported = keys.ReportedOf(draft.Row).Header;
        // Every row names its key, refused ones too: a repeated number is reported even where the row has another fault.
        if (seen.Take(draft.Row, draft.Number) is { } earlier) draft.Refuse(reported, $"文件内重复（第 {earlier} 行已有同样的内容）。请只保留一行");
        if ((stored.Find(draft.Row) ?? same.NamedFor(draft.Number)) is { } old) Meet(draft, old, copier);
        else if (!draft.IsRefused && stored.RefusalOf(draft.Row) is { } inTheWay) draft.Refuse(reported, inTheWay);
        if (draft.IsRefused) return;
        Relink(draft);
        draft.Faults.AddRange(RowValidation.Check(_form.Ledger, _form.Columns, draft.Row, context.Row, codes));
    }

    /// <summary>Puts the draft on the stored row. What a file may never do is said first, whatever else is wrong with the row.</summary>
    private void Meet(DraftRow draft, LedgerRow old, RowCopier copier)
    {
        var region = draft.Row.Region;
        (draft.Stored, draft.Row) = (old, copier.Copy(old));
        draft.Row.Region = region;
        draft.Apply();
        Compare(draft, old);
        if (draft.Changes.Count == 0) return;
        if (_form.Ledger.RefuseImport(old, draft.Row) is { } reason) draft.Faults.Insert(0, Fault.Of(reason));
        // What the user has confirmed is the difference to what stood there then.
        else if (old.ChangedAt > checkedAt && old.ChangedBy != context.Row.User.Name)
            draft.Faults.Add(new Fault("", $"核对之后，这一行又被人改过（{Clock.ToLocal(old.ChangedAt).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}）。请重新导入这个文件，看过变化再写入。"));
    }

    private void Compare(DraftRow draft, LedgerRow old)
    {
        foreach (var (column, _) in draft.Given.All)
        {
            var (before, now) = (TextOf(column, old), TextOf(column, draft.Row));
            if (before != now) draft.Changes.Add(Shown(column, before, now));
        }

        if (old.Region != draft.Row.Region) draft.Changes.Add(new CellChange("村", tree.NameOf(old.Region), tree.NameOf(draft.Row.Region)));
    }

    /// <summary>Numbers of persons stay masked here too; where the mask hides the difference, words tell it.</summary>
    private static CellChange Shown(Column column, string before, string now)
    {
        if (column.Sensitivity is Sensitivity.None or Sensitivity.Health) return new CellChange(column.Header, before, now);
        var (old, changed) = (Mask.Text(column.Sensitivity, before), Mask.Text(column.Sensitivity, now));
        return new CellChange(column.Header, old, old == changed ? changed + "（遮住的部分有改动）" : changed);
    }

    /// <summary>The text of a value, as it is shown; a household by its number.</summary>
    private string TextOf(Column column, LedgerRow row) =>
        column.Get(row) is long id && column.Kind == ColumnKind.HouseholdNumber ? _index?.NumberOf(id) ?? "" : ColumnText.Format(column, column.Get(row));

    /// <summary>Rows that belong to a household by its number get its id and its place; the number must be in the store.</summary>
    private async Task LinkAsync(IReadOnlyList<DraftRow> drafts, CancellationToken ct)
    {
        _index = await HouseholdIndex.LoadAsync(db, households!, drafts.Where(d => d.Row.Region != 0).Select(d => RegionKey.TownshipOf(d.Row.Region)), ct);
        if (ByNumber is not { } byNumber) return;
        foreach (var draft in drafts)
        {
            if (draft.Given.Of(byNumber) is not string number) continue;
            if (_index.ByNumber(number) is { } household)
            {
                draft.Given.Replace(byNumber, household.Id);
                if (draft.Row.Region != 0) draft.Row.Region = household.Region;
            }
            else
            {
                draft.Given.TakeAway(byNumber);
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

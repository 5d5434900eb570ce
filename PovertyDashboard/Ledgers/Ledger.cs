using PovertyDashboard.Data;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// A ledger (台账): a row type with a list of typed columns, declared once. Pages, dialogs, exports, templates,
/// imports, validation and the data dictionary all read the same declaration. The only subclass is <see cref="Ledger{T}"/>.
/// </summary>
public abstract class Ledger(string key, string title, string unit)
{
    /// <summary>The key in addresses and verbs, e.g. <c>households</c>.</summary>
    public string Key { get; } = key;

    /// <summary>The name on pages and sheets, e.g. 贫困户台账.</summary>
    public string Title { get; } = title;

    /// <summary>The counting word of its rows: 户, 人, 件, 次.</summary>
    public string Unit { get; } = unit;

    public abstract Type RowType { get; }

    /// <summary>The columns known without data, in sheet order.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Columns that sheets may have instead of others: 血压 140/80 in one cell for 收缩压 and 舒张压. Read on import only, never shown or exported.</summary>
    public IReadOnlyList<Column> AlsoRead { get; init; } = [];

    /// <summary>Columns that data make (template items, days of a month), appended after <see cref="Columns"/>; null where there are none.</summary>
    public Func<AppDbContext, long, CancellationToken, Task<IReadOnlyList<Column>>>? DataColumns { get; init; }

    /// <summary>Key of the column after which the data columns stand; empty for the end.</summary>
    public string DataColumnsAfter { get; init; } = "";

    /// <summary>Makes exports have a sheet for each value of a column (a month of attendance); null for one sheet.</summary>
    public SheetSplit? SheetsBy { get; init; }

    /// <summary>Who may save its rows: any of these acts is enough.</summary>
    public IReadOnlyList<Act> Writers { get; init; } = [Act.Write];

    /// <summary>Whether groups stand as upper headers on sheets; the national forms have one header row, there groups are only sections of the dialog.</summary>
    public bool HasGroupedHeader { get; init; } = true;

    /// <summary>Who may add and change its rows in forms, where that is fewer than its writers; see <see cref="MayEdit"/>.</summary>
    public IReadOnlyList<Act>? Editors { get; init; }

    /// <summary>Key of the column by which lists are sorted first; a leading minus means descending.</summary>
    public string DefaultSort { get; init; } = "";

    /// <summary>Whether files of this ledger may be imported.</summary>
    public bool Importable { get; init; } = true;

    /// <summary>Address of a row's own page, for rooms that have one (households/{id}); else the dialog opens.</summary>
    public Func<LedgerRow, string>? RowHref { get; init; }

    /// <summary>Texts that name a row to people, e.g. 邓王村 邓某.</summary>
    public required Func<LedgerRow, string> NameOf { get; init; }

    /// <summary>The level of place within which the key columns are unique: a problem's number within its township.</summary>
    public RegionLevel KeyWithin { get; init; } = RegionLevel.City;

    /// <summary>What the row's person is known by besides numbers; null where a row is no one person, or not a person's only one.</summary>
    public abstract PersonTrace? TraceOf(LedgerRow row);

    /// <summary>Headers that identify a row where any key column is empty (name and age where there is no ID).</summary>
    public IReadOnlyList<string> AlternateKey { get; init; } = [];

    /// <summary>Counts every row (全部), so that the whole list has live figures like any measure.</summary>
    public abstract RowMeasure AllRows { get; }

    /// <summary>Rows that move and are deleted and restored together with the row (the members of a household); null where there are none.</summary>
    public abstract IQueryable<LedgerRow>? FollowersOf(AppDbContext db, LedgerRow row);

    /// <summary>How followers take over what they repeat of a changed row (date and place of their event), or null where that stays.</summary>
    public abstract Action<LedgerRow>? RepeatOf(LedgerRow before, LedgerRow after);

    /// <summary>Whether the user may add and change its rows in forms.</summary>
    public bool MayEdit(UserIdentity user) => user.MayAny(Writers) && user.MayAny(Editors ?? Writers);

    /// <summary>Whether rows are added, changed and deleted by hand; false where they follow from the acts of a page (工资、审计、复查).</summary>
    public bool HasForms => Editors is not { Count: 0 };

    /// <summary>
    /// Whether the user keeps the ledger (管这本台账), and so may delete its rows, bring in files and take full values out. Where forms are for
    /// fewer than its writers, so is this; where there are no forms, its writers keep it.
    /// </summary>
    public bool IsKeptBy(UserIdentity user) => user.MayAny(Writers) && (!HasForms || user.MayAny(Editors ?? Writers));

    public abstract LedgerRow NewRow();

    /// <summary>Every visible row, with the navigations its columns read.</summary>
    public abstract IQueryable<LedgerRow> Rows(AppDbContext db);

    public abstract IEnumerable<Fault> Check(LedgerRow row, RowContext context);

    /// <summary>Fills stored values that follow from others (scores, pinyin keys) or from who saves; run before each save on every path.</summary>
    public abstract void Derive(LedgerRow row, UserIdentity user);

    /// <summary>Fills stored values that follow from dated settings (flags by thresholds); run with <see cref="Derive"/>.</summary>
    public abstract void Rate(LedgerRow row, SettingsDirectory settings);

    /// <summary>Why a file may not make this change of an existing row, in a sentence that begins with its column, or null.</summary>
    public abstract string? RefuseImport(LedgerRow stored, LedgerRow incoming);

    /// <summary>Rows that follow from those that a file or a form has brought in, written in the same transaction (a failed check item opens its problem).</summary>
    public abstract Task<IReadOnlyList<LedgerRow>> EffectsAsync(IReadOnlyList<LedgerRow> written, EffectContext context, CancellationToken ct);

    /// <summary>Rows that follow from saved ones on every path, form and file, in the same transaction (the follow-up of a health record).</summary>
    public abstract Task<IReadOnlyList<RowWrite>> ConsequencesAsync(IReadOnlyList<LedgerRow> saved, EffectContext context, CancellationToken ct);

    /// <summary>Fills what only the store knows (the next number) into a row that is entered by hand, inside its transaction.</summary>
    public abstract Task CompleteAsync(AppDbContext db, LedgerRow row, CancellationToken ct);

    /// <summary>Why the user may not delete the row, or null.</summary>
    public abstract string? RefuseDelete(LedgerRow row, UserIdentity user);

    /// <summary>Why pictures of the row may be neither added nor removed now, or null.</summary>
    public abstract string? RefusePictures(LedgerRow row);

    /// <summary>See <see cref="StoreRules{T}.Link"/>.</summary>
    public abstract Task LinkAsync(IReadOnlyList<LedgerRow> rows, EffectContext context, CancellationToken ct);

    /// <summary>See <see cref="StoreRules{T}.Check"/>.</summary>
    public abstract Task<IReadOnlyList<RowFault>> CheckTogetherAsync(IReadOnlyList<LedgerRow> rows, EffectContext context, CancellationToken ct);

    /// <summary>See <see cref="StoreRules{T}.Prepare"/>.</summary>
    public abstract Task PrepareAsync(IReadOnlyList<LedgerRow> rows, EffectContext context, CancellationToken ct);

    /// <summary>See <see cref="StoreRules{T}.RefuseDelete"/>.</summary>
    public abstract Task<string?> RefuseDeleteAsync(AppDbContext db, LedgerRow row, CancellationToken ct);

    /// <summary>The columns of a sheet or page: the fixed ones and those that data make for the region.</summary>
    public async Task<IReadOnlyList<Column>> AllColumnsAsync(AppDbContext db, long region, CancellationToken ct)
    {
        if (DataColumns is null) return Columns;
        var at = Columns.TakeWhile(c => c.Key != DataColumnsAfter).Count() + 1;
        return [.. Columns.Take(at), .. await DataColumns(db, region, ct), .. Columns.Skip(at)];
    }
}

/// <summary>How an export is spread over sheets (分表).</summary>
/// <param name="By">The column whose values name the sheets.</param>
/// <param name="Has">Whether a column belongs to the sheet of the value (31 to no sheet of June).</param>
public sealed record SheetSplit(Column By, Func<object, Column, bool> Has);

/// <summary>The ledger of rows of type <typeparamref name="T"/>.</summary>
public sealed class Ledger<T>(string key, string title, string unit) : Ledger(key, title, unit)
    where T : LedgerRow, new()
{
    public override Type RowType => typeof(T);

    /// <summary>Adds the navigations that the columns read.</summary>
    public Func<IQueryable<T>, IQueryable<T>> With { get; init; } = rows => rows;

    /// <summary>Cross-field rules (表内校验).</summary>
    public Func<T, RowContext, IEnumerable<Fault>> Rules { get; init; } = (_, _) => [];

    public Action<T> Fill { get; init; } = _ => { };

    /// <summary>Stored values that follow from dated settings.</summary>
    public Action<T, SettingsDirectory> ByThresholds { get; init; } = (_, _) => { };

    /// <summary>Fills stored values that follow from who saves the row (who rectified a problem that a file brings in).</summary>
    public Action<T, UserIdentity> Sign { get; init; } = (_, _) => { };

    public Func<T, T, string?> ImportGuard { get; init; } = (_, _) => null;

    /// <summary>See <see cref="Ledger.EffectsAsync"/>; called for new and changed rows, so it leaves alone what has its effect already.</summary>
    public Func<IReadOnlyList<T>, EffectContext, CancellationToken, Task<IReadOnlyList<LedgerRow>>> ImportEffects { get; init; } = (_, _, _) => Task.FromResult<IReadOnlyList<LedgerRow>>([]);

    public Func<IReadOnlyList<T>, EffectContext, CancellationToken, Task<IReadOnlyList<RowWrite>>> Consequences { get; init; } = (_, _, _) => Task.FromResult<IReadOnlyList<RowWrite>>([]);

    public override RowMeasure AllRows => field ??= new RowMeasure<T>($"{Key}.*", "全部", this, (_, _) => _ => true);

    public Func<AppDbContext, T, IQueryable<LedgerRow>>? Followers { get; init; }

    public override IQueryable<LedgerRow>? FollowersOf(AppDbContext db, LedgerRow row) => Followers?.Invoke(db, (T)row);

    public Func<T, T, Action<LedgerRow>?> Repeats { get; init; } = (_, _) => null;

    public override Action<LedgerRow>? RepeatOf(LedgerRow before, LedgerRow after) => Repeats((T)before, (T)after);

    public Func<AppDbContext, T, CancellationToken, Task> Complete { get; init; } = (_, _, _) => Task.CompletedTask;

    public Func<T, UserIdentity, string?> DeleteGuard { get; init; } = (_, _) => null;

    public Func<T, string?> PictureGuard { get; init; } = _ => null;

    public StoreRules<T> Store { get; init; } = new();

    /// <summary>See <see cref="Ledger.TraceOf"/>; a file that brings such a person under another number is asked about.</summary>
    public Func<T, PersonTrace?> Person { get; init; } = _ => null;

    public override PersonTrace? TraceOf(LedgerRow row) => Person((T)row);

    public override LedgerRow NewRow() => new T();

    public override IQueryable<LedgerRow> Rows(AppDbContext db) => With(db.Set<T>());

    public override IEnumerable<Fault> Check(LedgerRow row, RowContext context) => Rules((T)row, context);

    public override void Derive(LedgerRow row, UserIdentity user)
    {
        Sign((T)row, user);
        Fill((T)row);
    }

    public override void Rate(LedgerRow row, SettingsDirectory settings) => ByThresholds((T)row, settings);

    public override Task<IReadOnlyList<RowWrite>> ConsequencesAsync(IReadOnlyList<LedgerRow> saved, EffectContext context, CancellationToken ct) =>
        Consequences([.. saved.Cast<T>()], context, ct);

    public override Task CompleteAsync(AppDbContext db, LedgerRow row, CancellationToken ct) => Complete(db, (T)row, ct);

    public override string? RefuseDelete(LedgerRow row, UserIdentity user) => DeleteGuard((T)row, user);

    public override string? RefusePictures(LedgerRow row) => PictureGuard((T)row);

    public override Task LinkAsync(IReadOnlyList<LedgerRow> rows, EffectContext context, CancellationToken ct) =>
        Store.Link?.Invoke([.. rows.Cast<T>()], context, ct) ?? Task.CompletedTask;

    public override Task<IReadOnlyList<RowFault>> CheckTogetherAsync(IReadOnlyList<LedgerRow> rows, EffectContext context, CancellationToken ct) =>
        Store.Check?.Invoke([.. rows.Cast<T>()], context, ct) ?? Task.FromResult<IReadOnlyList<RowFault>>([]);

    public override Task PrepareAsync(IReadOnlyList<LedgerRow> rows, EffectContext context, CancellationToken ct) =>
        Store.Prepare?.Invoke([.. rows.Cast<T>()], context, ct) ?? Task.CompletedTask;

    public override Task<string?> RefuseDeleteAsync(AppDbContext db, LedgerRow row, CancellationToken ct) =>
        Store.RefuseDelete?.Invoke(db, (T)row, ct) ?? Task.FromResult<string?>(null);

    public override string? RefuseImport(LedgerRow stored, LedgerRow incoming) => ImportGuard((T)stored, (T)incoming);

    public override Task<IReadOnlyList<LedgerRow>> EffectsAsync(IReadOnlyList<LedgerRow> written, EffectContext context, CancellationToken ct) =>
        ImportEffects([.. written.Cast<T>()], context, ct);
}

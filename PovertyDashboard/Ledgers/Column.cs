using System.Linq.Expressions;

namespace PovertyDashboard.Ledgers;

/// <summary>What a column holds (列类型); decides input, format, parser, alignment and filter.</summary>
public enum ColumnKind
{
    Text,
    LongText,

    /// <summary>One text of a code list.</summary>
    Code,

    /// <summary>Several texts of a code list, stored joined by a comma in list order.</summary>
    Codes,
    Integer,

    /// <summary>A scaled long: the stored number is value × 10^Scale.</summary>
    Decimal,

    /// <summary>A long in fen (分), shown in yuan (元) with two decimals.</summary>
    Money,
    Date,

    /// <summary>An int yyyymm.</summary>
    Month,

    /// <summary>A nullable bool shown as 是 / 否.</summary>
    YesNo,

    /// <summary>The county (县), township (乡镇) or village (村) of the row's region; see <see cref="Column.Place"/>.</summary>
    Place,

    /// <summary>A person's name, sorted by pinyin, masked for the public.</summary>
    PersonName,

    /// <summary>An 18-digit GB 11643 identity number, or 20/22 characters of a disability certificate.</summary>
    PersonId,
    Phone,
    BankCard,

    /// <summary>The 户编号 of the household that the row belongs to; resolved to its link on import.</summary>
    HouseholdNumber,

    /// <summary>The 户主 as written; the row is linked when village and name match exactly one household.</summary>
    HouseholdName,
}

/// <summary>When a form may change a column (表单可改).</summary>
public enum FormEditing
{
    Always,

    /// <summary>Only while the row is entered; afterwards the acts of its workflow change it.</summary>
    WhenNew,

    /// <summary>Only the acts of its workflow change it (状态, 销号日期).</summary>
    ByActs,
}

/// <summary>What a value tells about a person; decides masking on screen and in exports (敏感级别).</summary>
public enum Sensitivity
{
    None,
    Identity,
    Phone,
    Bank,

    /// <summary>Health as the national list of households tells it (健康状况): the office sees it by click.</summary>
    Health,

    /// <summary>What was measured or said at an examination (血压、血糖、病史、建议): only health roles see it, nobody else by click or export.</summary>
    Clinical,
}

/// <summary>
/// One typed column of a ledger (列): the page's table, the dialog, the export, the template, the importer,
/// its validation and the data dictionary read this one declaration.
/// </summary>
public sealed record Column
{
    /// <summary>Stable name in URLs and saved settings: the property path, or what the data make of it.</summary>
    public required string Key { get; init; }

    public required string Header { get; init; }

    public required ColumnKind Kind { get; init; }

    /// <summary>Upper header of two-row headers; also the section of the dialog.</summary>
    public string? Group { get; init; }

    /// <summary>Other headers under which the column is found in sheets.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The property as an expression row → value, for queries; null where a value cannot be queried.</summary>
    public LambdaExpression? Member { get; init; }

    /// <summary>A stored sort key to order by instead of the value (pinyin of names).</summary>
    public LambdaExpression? SortMember { get; init; }

    /// <summary>Reads the value as stored (scaled longs, fen, DateOnly, text).</summary>
    public required Func<LedgerRow, object?> Get { get; init; }

    /// <summary>Reads a derived value that depends on the as-of date (days overdue); then <see cref="Get"/> yields nothing. Ask <see cref="ValueOn"/>.</summary>
    public Func<LedgerRow, DateOnly, object?>? GetOn { get; init; }

    /// <summary>Writes the stored value; null for a derived column, which is shown and exported but not taken in.</summary>
    public Action<LedgerRow, object?>? Set { get; init; }

    /// <summary>The CLR type of the stored value without Nullable.</summary>
    public required Type ValueType { get; init; }

    /// <summary>Whether the property can hold "not given".</summary>
    public bool Nullable { get; init; }

    /// <summary>Decimal places of <see cref="ColumnKind.Decimal"/>.</summary>
    public int Scale { get; init; }

    /// <summary>Whether thousands are separated (1,348); not in years (2020).</summary>
    public bool Grouped { get; init; } = true;

    /// <summary>Unit shown in the head and in the data dictionary (元, 亩, kW).</summary>
    public string? Unit { get; init; }

    /// <summary>Key of the code list of Code and Codes columns.</summary>
    public string? CodeList { get; init; }

    /// <summary>Signs that a blank sheet offers instead of the texts of the code list, where people tick by hand (√ ×); the list knows them as other texts.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    /// <summary>The level of a Place column.</summary>
    public Regions.RegionLevel? Place { get; init; }

    public bool Required { get; init; }

    /// <summary>One of the columns that identify a row for updates by import.</summary>
    public bool IsKey { get; init; }

    public Sensitivity Sensitivity { get; init; }

    /// <summary>Width in characters; a Chinese character counts two.</summary>
    public int Width { get; init; } = 12;

    /// <summary>Summed in the total row (合计).</summary>
    public bool Total { get; init; }

    /// <summary>Whether sheets write the total in capital figures too (大写), since money is paid out by it.</summary>
    public bool InCapitals { get; init; }

    /// <summary>Shown in the table without asking the column chooser.</summary>
    public bool Shown { get; init; } = true;

    /// <summary>Found by the search box.</summary>
    public bool Searchable { get; init; }

    /// <summary>Offered in the filter bar (a few important ones); every other column is under 更多条件.</summary>
    public bool QuickFilter { get; init; }

    /// <summary>Longest text; 500 is the limit of a cell.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Whether a household's column may name a project instead (户主/项目): then digits are no fault (一号电站2期, G341).</summary>
    public bool MayNameProject { get; init; }

    /// <summary>Smallest and largest stored value of numbers.</summary>
    public long? Min { get; init; }

    public long? Max { get; init; }

    /// <summary>What is said of a number outside <see cref="Min"/> and <see cref="Max"/>, where these are the range of an instrument (超出仪器范围).</summary>
    public string? OutOfRange { get; init; }

    /// <summary>Reads a written text of its own form (140/80) instead of the parser of the kind.</summary>
    public Func<string, Parsed>? Reader { get; init; }

    /// <summary>Whether a date after the as-of date is a fault.</summary>
    public bool NotInFuture { get; init; }

    /// <summary>Whether a month alone means its last day (协议终止 2020年8月), not its first.</summary>
    public bool MonthEnds { get; init; }

    /// <summary>What is offered while the column is typed in a form: texts that the place already has (its posts).</summary>
    public Func<Data.AppDbContext, long, CancellationToken, Task<IReadOnlyList<string>>>? Suggest { get; init; }

    /// <summary>Facts of the head line (填报单位, 义诊日期, 检查单位 …) that fill this column where the sheet has no such column.</summary>
    public IReadOnlyList<string> HeadFacts { get; init; } = [];

    /// <summary>What stands in the cell note of the template and in the data dictionary.</summary>
    public string? Help { get; init; }

    public bool IsDerived => Set is null;

    /// <summary>When forms may change the value; files follow the ledger's import guard instead.</summary>
    public FormEditing Editing { get; init; }

    /// <summary>The value as of the day.</summary>
    public object? ValueOn(LedgerRow row, DateOnly today) => GetOn is null ? Get(row) : GetOn(row, today);

    public bool IsNumber => Kind is ColumnKind.Integer or ColumnKind.Decimal or ColumnKind.Money;

    /// <summary>A declaration is itself only: comparing delegates and expressions member by member would say nothing.</summary>
    public bool Equals(Column? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}

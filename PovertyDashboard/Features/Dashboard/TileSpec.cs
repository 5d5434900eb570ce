namespace PovertyDashboard.Features.Dashboard;

/// <summary>What a tile's change is measured against (比较基准).</summary>
public enum TileBase { Day, Week, Month }

/// <summary>The note at a tile's foot (磁贴附注).</summary>
/// <param name="Kind">How it is made.</param>
/// <param name="Key">The other measure that it tells, where it tells one.</param>
/// <param name="Format">Words with {0} for that figure.</param>
public sealed record TileNote(TileNoteKind Kind, string Key = "", string Format = "")
{
    /// <summary>Another figure in words: 共 1,348 人.</summary>
    public static TileNote Also(string key, string format) => new(TileNoteKind.Also, key, format);

    /// <summary>Part and whole of a rate: 214/286.</summary>
    public static readonly TileNote PartOfWhole = new(TileNoteKind.PartOfWhole);

    /// <summary>The rate of the tile's count: 应检 612 户，71.4%.</summary>
    public static TileNote Rate(string ratioKey, string format) => new(TileNoteKind.Rate, ratioKey, format);

    /// <summary>How many villages have any: 涉及 4 个村.</summary>
    public static readonly TileNote Villages = new(TileNoteKind.Villages);
}

/// <summary>How the note at a tile's foot is made (附注方式).</summary>
public enum TileNoteKind { Also, PartOfWhole, Rate, Villages }

/// <summary>One tile of the overview (指标磁贴), shown once a room has registered its measure.</summary>
/// <param name="Measure">Key of the measure.</param>
public sealed record TileSpec(string Measure)
{
    /// <summary>Title, where the measure's own is not short enough.</summary>
    public string? Title { get; init; }

    public TileBase Base { get; init; } = TileBase.Week;

    public TileNote? Note { get; init; }

    /// <summary>Drawn in red while it is not nought; only the worst tile is.</summary>
    public bool IsAlarm { get; init; }
}

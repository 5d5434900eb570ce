using System.Text.Json;
using System.Text.Json.Serialization;

namespace PovertyDashboard.Features.Forms;

/// <summary>What may stand in a cell of a form (填入内容).</summary>
public enum PlacementKind
{
    /// <summary>The figure of a measure.</summary>
    Measure,

    /// <summary>Something that is known of every filled form (<see cref="FormFact"/>).</summary>
    Fact,

    /// <summary>A column of the block's ledger, in the block row.</summary>
    Column,

    /// <summary>序号, in the block row.</summary>
    Number,
}

/// <summary>What stands in one cell (放置).</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Counting from 1.</param>
/// <param name="Column">Counting from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Key of the measure or column, name of the fact; empty for 序号.</param>
public sealed record Placement(string Sheet, int Row, int Column, PlacementKind Kind, string Key)
{
    public bool IsOfRow => Kind is PlacementKind.Column or PlacementKind.Number;

    public bool IsAt(string sheet, int row, int column) => Sheet == sheet && Row == row && Column == column;
}

/// <summary>The row that is repeated for each row of a ledger (明细行); a sheet has one at most.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Counting from 1.</param>
/// <param name="Ledger">Key of the ledger.</param>
/// <param name="Measure">Key of the measure whose rows these are; empty for all.</param>
public sealed record FormBlock(string Sheet, int Row, string Ledger, string Measure);

/// <summary>What goes where in a form (套表布局).</summary>
public sealed record FormLayout(IReadOnlyList<FormBlock> Blocks, IReadOnlyList<Placement> Placements)
{
    public static readonly FormLayout Empty = new([], []);

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [JsonIgnore]
    public int Count => Placements.Count;

    public static FormLayout Read(string json) => json.Length == 0 ? Empty : JsonSerializer.Deserialize<FormLayout>(json, Options) ?? Empty;

    public string Write() => JsonSerializer.Serialize(this, Options);

    public Placement? At(string sheet, int row, int column) => Placements.FirstOrDefault(p => p.IsAt(sheet, row, column));

    public FormBlock? BlockOn(string sheet) => Blocks.FirstOrDefault(b => b.Sheet == sheet);

    /// <summary>With the placements, each in place of what stood in its cell.</summary>
    public FormLayout With(params IReadOnlyList<Placement> placed) =>
        this with { Placements = [.. Placements.Where(p => !placed.Any(n => n.IsAt(p.Sheet, p.Row, p.Column))), .. placed] };

    public FormLayout Without(string sheet, int row, int column) => this with { Placements = [.. Placements.Where(p => !p.IsAt(sheet, row, column))] };

    /// <summary>With the block as the one of its sheet: columns stay where ledger and row do, and nothing else stands in its row.</summary>
    public FormLayout With(FormBlock block)
    {
        var keeps = BlockOn(block.Sheet) is { } old && old.Row == block.Row && old.Ledger == block.Ledger;
        return new([.. Blocks.Where(b => b.Sheet != block.Sheet), block], [.. Placements.Where(p => p.Sheet != block.Sheet || (p.IsOfRow ? keeps : p.Row != block.Row))]);
    }

    /// <summary>Without the block of the sheet and the columns in it.</summary>
    public FormLayout WithoutBlock(string sheet) => new([.. Blocks.Where(b => b.Sheet != sheet)], [.. Placements.Where(p => p.Sheet != sheet || !p.IsOfRow)]);
}

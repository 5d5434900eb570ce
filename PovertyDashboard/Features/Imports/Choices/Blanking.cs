using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>Whether a user may say that the empty cells of a column empty what is stored (空格清空).</summary>
public static class Blanking
{
    /// <summary>Not for what identifies a row or must be there, nor for what only acts of a workflow change.</summary>
    public static bool IsOffered(Column column) =>
        column is { Nullable: true, Required: false, IsKey: false, Reader: null, Editing: FormEditing.Always, Kind: not (ColumnKind.Place or ColumnKind.HouseholdNumber), IsDerived: false };
}

namespace PovertyDashboard.Ledgers;

/// <summary>A header as a sheet writes it (表头) and the one above it, folded once for all names that it is compared with.</summary>
/// <param name="group">The upper header; empty for none.</param>
/// <param name="header">The header.</param>
public sealed class SheetHeader(string group, string header)
{
    public string Group => group;

    public string Header => header;

    /// <summary>The header without its bracketed note, folded.</summary>
    public string Bare { get; } = TextFold.FoldHeader(header);

    /// <summary>The header, folded.</summary>
    public string Folded { get; } = TextFold.Fold(header);

    /// <summary>Upper and lower header together, folded; empty without an upper one.</summary>
    public string Grouped { get; } = group.Length == 0 ? "" : TextFold.Fold(group) + "|" + TextFold.Fold(header);

    /// <summary>The name by which the header is known again in another file.</summary>
    public string Name => Grouped.Length > 0 ? Grouped : Folded;
}

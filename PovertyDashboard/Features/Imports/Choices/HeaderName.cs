using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>A header as an office (单位) calls a column in its sheets (列名对应), remembered so that it is asked once.</summary>
public sealed class HeaderName
{
    public long Id { get; set; }

    /// <summary>Region of the office: the place of the user who has chosen it.</summary>
    public long Unit { get; set; }

    /// <summary>Key of the ledger.</summary>
    public string Ledger { get; set; } = "";

    /// <summary>The folded header, its group before it (<see cref="SheetHeader.Name"/>).</summary>
    public string Header { get; set; } = "";

    /// <summary>Key of the ledger's column, or <see cref="ColumnChoices.Unused"/>.</summary>
    public string Column { get; set; } = "";
}

internal sealed class HeaderNameConfiguration : IEntityTypeConfiguration<HeaderName>
{
    public void Configure(EntityTypeBuilder<HeaderName> builder)
    {
        builder.ToTable("HeaderNames");
        builder.HasIndex(n => new { n.Unit, n.Ledger, n.Header }).IsUnique();
    }
}

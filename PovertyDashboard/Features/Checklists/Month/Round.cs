using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists.Month;

/// <summary>One village in one round of the supervision group (督导): when it is to be visited, and when it was.</summary>
public sealed class Round : LedgerRow, IOfficeRow
{
    /// <summary>轮次, such as 第 1 轮.</summary>
    public string Title { get; set; } = "";

    /// <summary>督导组.</summary>
    public string Group { get; set; } = "";

    /// <summary>组长.</summary>
    public string Leader { get; set; } = "";

    /// <summary>First day of the round; checks from this day on count as households visited in it.</summary>
    public DateOnly StartsOn { get; set; }

    /// <summary>Last day of the round.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>Day planned for this village.</summary>
    public DateOnly? PlannedOn { get; set; }

    /// <summary>Day on which the group came (到村日期); null while it has not.</summary>
    public DateOnly? VisitedOn { get; set; }

    /// <summary>督导情况: what was seen.</summary>
    public string Findings { get; set; } = "";
}

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("Rounds");
        builder.HasIndex(r => new { r.Region, r.StartsOn });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Features.Households.Incomes;
using PovertyDashboard.Features.Households.Movements;
using PovertyDashboard.Features.Households.Screenings;

namespace PovertyDashboard.Features.Households;

internal sealed class ScreeningConfiguration : IEntityTypeConfiguration<Screening>
{
    public void Configure(EntityTypeBuilder<Screening> builder)
    {
        builder.ToTable("Screenings");
        // The newest of each household is asked for again and again.
        builder.HasIndex(s => new { s.HouseholdId, s.ScreenedOn });
        builder.HasIndex(s => new { s.Region, s.ScreenedOn });
    }
}

internal sealed class IncomeConfiguration : IEntityTypeConfiguration<Income>
{
    public void Configure(EntityTypeBuilder<Income> builder)
    {
        builder.ToTable("Incomes");
        builder.HasIndex(i => new { i.HouseholdId, i.Year });
        builder.HasIndex(i => new { i.Region, i.Year });
    }
}

internal sealed class MovementConfiguration : IEntityTypeConfiguration<Movement>
{
    public void Configure(EntityTypeBuilder<Movement> builder)
    {
        builder.ToTable("Movements");
        builder.HasIndex(m => m.HouseholdId);
        builder.HasIndex(m => new { m.Region, m.HappenedOn });
        builder.Ignore(m => m.IsWhole);
    }
}

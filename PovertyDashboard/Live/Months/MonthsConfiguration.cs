using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PovertyDashboard.Live.Months;

/// <summary>Tables of the kept months (月结).</summary>
public sealed class MonthsConfiguration : IEntityTypeConfiguration<MonthClosing>, IEntityTypeConfiguration<MonthFigure>
{
    public void Configure(EntityTypeBuilder<MonthClosing> builder)
    {
        builder.ToTable("MonthClosings").HasKey(c => c.Month);
        builder.Property(c => c.Month).ValueGeneratedNever();
    }

    // A course reads one measure over many months.
    public void Configure(EntityTypeBuilder<MonthFigure> builder) => builder.ToTable("MonthFigures").HasKey(f => new { f.Measure, f.Month, f.Region });
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Data;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasIndex(a => new { a.Subject, a.RowId });
        builder.HasIndex(a => a.At);
    }
}

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("Changes");
        builder.HasKey(c => c.Seq);
    }
}

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("Regions");
        builder.HasKey(r => r.Key);
        builder.Property(r => r.Key).ValueGeneratedNever();
    }
}

internal sealed class CodeEntryConfiguration : IEntityTypeConfiguration<CodeEntry>
{
    public void Configure(EntityTypeBuilder<CodeEntry> builder)
    {
        builder.ToTable("CodeEntries");
        builder.HasIndex(c => new { c.List, c.Text }).IsUnique();
    }
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("Settings");
        // Not unique: a wrong value is corrected by a later row of the same day.
        builder.HasIndex(s => new { s.Key, s.EffectiveFrom });
    }
}

internal sealed class FinishedStepConfiguration : IEntityTypeConfiguration<FinishedStep>
{
    public void Configure(EntityTypeBuilder<FinishedStep> builder)
    {
        builder.ToTable("FinishedSteps");
        builder.HasKey(s => s.Name);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PovertyDashboard.Features.Clinics;

internal sealed class ClinicConfiguration : IEntityTypeConfiguration<Clinic>
{
    public void Configure(EntityTypeBuilder<Clinic> builder)
    {
        builder.ToTable("Clinics");
        builder.HasIndex(c => new { c.HeldOn, c.Venue });
    }
}

internal sealed class HealthTalkConfiguration : IEntityTypeConfiguration<HealthTalk>
{
    public void Configure(EntityTypeBuilder<HealthTalk> builder)
    {
        builder.ToTable("HealthTalks");
        builder.HasIndex(t => t.HeldOn);
    }
}

internal sealed class ClinicRecordConfiguration : IEntityTypeConfiguration<ClinicRecord>
{
    public void Configure(EntityTypeBuilder<ClinicRecord> builder)
    {
        builder.ToTable("ClinicRecords");
        builder.HasIndex(r => new { r.HeldOn, r.Venue });
        // A person's values over time; a household's on its file.
        builder.HasIndex(r => r.IdNumber);
        builder.HasIndex(r => r.HouseholdId);
        builder.HasIndex(r => new { r.NameKey, r.Id });
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("FollowUps");
        builder.HasIndex(f => new { f.DueOn, f.DoneOn });
        builder.HasIndex(f => f.IdNumber);
        builder.HasIndex(f => f.HouseholdId);
        builder.HasIndex(f => f.RecordId);
        builder.HasIndex(f => f.AfterId);
        builder.HasIndex(f => new { f.NameKey, f.Id });
        builder.Ignore(f => f.IsOpen);
    }
}

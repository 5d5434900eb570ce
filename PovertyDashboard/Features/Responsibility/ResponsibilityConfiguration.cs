using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Features.Responsibility.Aid;
using PovertyDashboard.Features.Responsibility.Board;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Visits;

namespace PovertyDashboard.Features.Responsibility;

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("Assignments");
        builder.HasIndex(a => new { a.Region, a.Level });
        builder.HasIndex(a => a.HouseholdId);
        builder.HasIndex(a => a.Account);
    }
}

internal sealed class PledgeConfiguration : IEntityTypeConfiguration<Pledge>
{
    public void Configure(EntityTypeBuilder<Pledge> builder)
    {
        builder.ToTable("Pledges");
        builder.HasIndex(p => new { p.Region, p.Year });
    }
}

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.HasIndex(m => new { m.Region, m.HeldOn });
        builder.HasIndex(m => m.HeldOn);
    }
}

internal sealed class AttendeeConfiguration : IEntityTypeConfiguration<Attendee>
{
    public void Configure(EntityTypeBuilder<Attendee> builder)
    {
        builder.ToTable("MeetingAttendees");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Region, a.HeldOn });
    }
}

internal sealed class MeetingTaskConfiguration : IEntityTypeConfiguration<MeetingTask>
{
    public void Configure(EntityTypeBuilder<MeetingTask> builder)
    {
        builder.ToTable("MeetingTasks");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(t => t.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.Region, t.DueOn });
    }
}

internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits");
        builder.HasIndex(v => new { v.Region, v.VisitedOn });
        builder.HasIndex(v => new { v.HouseholdId, v.VisitedOn });
    }
}

internal sealed class AidMeasureConfiguration : IEntityTypeConfiguration<AidMeasure>
{
    public void Configure(EntityTypeBuilder<AidMeasure> builder)
    {
        builder.ToTable("MeasuresTaken");
        builder.HasIndex(m => new { m.Region, m.StartedOn });
        builder.HasIndex(m => m.HouseholdId);
    }
}

internal sealed class PostingConfiguration : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("Postings");
        builder.HasIndex(p => new { p.Region, p.PostedOn });
    }
}

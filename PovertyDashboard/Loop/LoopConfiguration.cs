using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PovertyDashboard.Loop;

internal sealed class ProblemConfiguration : IEntityTypeConfiguration<Problem>
{
    public void Configure(EntityTypeBuilder<Problem> builder)
    {
        builder.ToTable("Problems");
        builder.HasIndex(p => new { p.Township, p.Number }).IsUnique().HasFilter("IsDeleted = 0");
        builder.HasIndex(p => p.HouseholdId);
        builder.HasIndex(p => new { p.OriginLedger, p.OriginId });
        builder.HasIndex(p => new { p.Region, p.State, p.DueOn });
    }
}

internal sealed class ProblemStepConfiguration : IEntityTypeConfiguration<ProblemStep>
{
    public void Configure(EntityTypeBuilder<ProblemStep> builder)
    {
        builder.ToTable("ProblemSteps");
        builder.HasIndex(s => s.ProblemId);
    }
}

internal sealed class RecheckConfiguration : IEntityTypeConfiguration<Recheck>
{
    public void Configure(EntityTypeBuilder<Recheck> builder)
    {
        builder.ToTable("Rechecks");
        builder.HasIndex(r => new { r.OriginLedger, r.OriginId, r.DoneOn });
        builder.HasIndex(r => r.ProblemId);
    }
}

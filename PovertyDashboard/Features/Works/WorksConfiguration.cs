using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Features.Works.Sketches;

namespace PovertyDashboard.Features.Works;

internal sealed class WorkConfiguration : IEntityTypeConfiguration<Work>
{
    public void Configure(EntityTypeBuilder<Work> builder)
    {
        builder.ToTable("Works");
        builder.HasIndex(w => new { w.Region, w.State });
        builder.HasIndex(w => w.HouseholdId);
    }
}

internal sealed class WorkBatchConfiguration : IEntityTypeConfiguration<WorkBatch>
{
    public void Configure(EntityTypeBuilder<WorkBatch> builder)
    {
        builder.ToTable("WorkBatches");
        builder.HasIndex(b => new { b.Region, b.Name });
    }
}

internal sealed class WorkSketchConfiguration : IEntityTypeConfiguration<WorkSketch>
{
    public void Configure(EntityTypeBuilder<WorkSketch> builder)
    {
        builder.ToTable("WorkSketches");
        builder.HasOne<Work>().WithMany().HasForeignKey(s => s.WorkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.WorkId);
    }
}

internal sealed class WorkLineConfiguration : IEntityTypeConfiguration<WorkLine>
{
    public void Configure(EntityTypeBuilder<WorkLine> builder)
    {
        builder.ToTable("WorkLines");
        builder.HasOne<HomeAudit>().WithMany().HasForeignKey(l => l.AuditId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.Region, l.HouseholdName, l.Number });
        builder.HasIndex(l => new { l.Region, l.DoneOn, l.Worker });
        builder.HasIndex(l => new { l.Region, l.Invoice });
        builder.HasIndex(l => l.HouseholdId);
    }
}

internal sealed class HomeAuditConfiguration : IEntityTypeConfiguration<HomeAudit>
{
    public void Configure(EntityTypeBuilder<HomeAudit> builder)
    {
        builder.ToTable("HomeAudits");
        builder.HasIndex(a => new { a.Region, a.HouseholdName });
        builder.HasIndex(a => a.HouseholdId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PovertyDashboard.Features.Jobs;

internal sealed class PostConfiguration : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts");
        builder.HasIndex(p => new { p.Region, p.Name });
    }
}

internal sealed class HolderConfiguration : IEntityTypeConfiguration<Holder>
{
    public void Configure(EntityTypeBuilder<Holder> builder)
    {
        builder.ToTable("Holders");
        // Only the key: the navigation from the post would make its people parts of its row.
        builder.HasOne(h => h.Post).WithMany().HasForeignKey(h => h.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.Region, h.IsOnPost });
        builder.HasIndex(h => h.PersonKey);
        builder.HasIndex(h => h.HouseholdId);
    }
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("Attendances");
        builder.HasOne(a => a.Holder).WithMany().HasForeignKey(a => a.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Region, a.Month });
        builder.HasIndex(a => new { a.HolderId, a.Month });
    }
}

internal sealed class WageSheetConfiguration : IEntityTypeConfiguration<WageSheet>
{
    public void Configure(EntityTypeBuilder<WageSheet> builder)
    {
        builder.ToTable("WageSheets");
        builder.HasOne<WageSheet>().WithMany().HasForeignKey(s => s.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Region, s.Month });
    }
}

internal sealed class WageLineConfiguration : IEntityTypeConfiguration<WageLine>
{
    public void Configure(EntityTypeBuilder<WageLine> builder)
    {
        builder.ToTable("WageLines");
        builder.HasOne(l => l.Sheet).WithMany().HasForeignKey(l => l.SheetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Holder>().WithMany().HasForeignKey(l => l.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.Region, l.Month, l.State });
        builder.HasIndex(l => new { l.HolderId, l.Month });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;

namespace PovertyDashboard.Features.Projects;

internal sealed class ProjectConfiguration : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("Projects");
        builder.Ignore(p => p.IsJoint);
        builder.HasIndex(p => new { p.Region, p.Name });
    }
}

internal sealed class ProjectShareConfiguration : IEntityTypeConfiguration<ProjectShare>
{
    public void Configure(EntityTypeBuilder<ProjectShare> builder)
    {
        builder.ToTable("ProjectShares");
        builder.HasOne<Project>().WithMany().HasForeignKey(s => s.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Region, s.ProjectId });
    }
}

internal sealed class StationIncomeConfiguration : IEntityTypeConfiguration<StationIncome>
{
    public void Configure(EntityTypeBuilder<StationIncome> builder)
    {
        builder.ToTable("StationIncomes");
        // Only the key: the navigation from the project would make its months parts of its row.
        builder.HasOne(i => i.Project).WithMany().HasForeignKey(i => i.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.Region, i.Month });
        builder.HasIndex(i => new { i.ProjectId, i.Month });
    }
}

internal sealed class CollectiveIncomeConfiguration : IEntityTypeConfiguration<CollectiveIncome>
{
    public void Configure(EntityTypeBuilder<CollectiveIncome> builder)
    {
        builder.ToTable("CollectiveIncomes");
        builder.HasOne<Project>().WithMany().HasForeignKey(i => i.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.Region, i.Year });
    }
}

internal sealed class DistributionConfiguration : IEntityTypeConfiguration<Distribution>
{
    public void Configure(EntityTypeBuilder<Distribution> builder)
    {
        builder.ToTable("Distributions");
        builder.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.Region, d.Year });
        builder.HasIndex(d => new { d.HouseholdId, d.PaidOn });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PovertyDashboard.Features.Households;

internal sealed class HouseholdConfiguration : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.ToTable("Households");
        builder.HasIndex(h => h.Number).IsUnique().HasFilter("IsDeleted = 0");
        // Other rooms' rows find their household by village and name; lists are sorted by name within a place.
        builder.HasIndex(h => new { h.Region, h.HeadName });
        builder.HasIndex(h => new { h.NameKey, h.Id });
    }
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members");
        // Members without 人口编号 are known by household and ID.
        builder.HasIndex(m => m.Number).IsUnique().HasFilter("IsDeleted = 0 AND Number <> ''");
        builder.HasIndex(m => m.IdNumber);
        builder.HasIndex(m => new { m.NameKey, m.Id });
        builder.HasOne(m => m.Household).WithMany(h => h.Members).HasForeignKey(m => m.HouseholdId).OnDelete(DeleteBehavior.Restrict);
    }
}

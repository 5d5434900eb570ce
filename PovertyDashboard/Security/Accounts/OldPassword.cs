using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PovertyDashboard.Security.Accounts;

/// <summary>The hash of a password that an account had before (用过的密码), so that it is not taken again soon.</summary>
public sealed class OldPassword
{
    public long Id { get; set; }

    public long UserId { get; set; }

    public string Hash { get; set; } = "";

    /// <summary>UTC instant at which another password took its place.</summary>
    public DateTime ReplacedAt { get; set; }
}

internal sealed class OldPasswordConfiguration : IEntityTypeConfiguration<OldPassword>
{
    public void Configure(EntityTypeBuilder<OldPassword> builder)
    {
        builder.ToTable("OldPasswords");
        builder.HasIndex(p => p.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

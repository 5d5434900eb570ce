using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists.Month;

/// <summary>One person of a training's sign-in sheet (培训签到): who was asked to come and whether he came.</summary>
public sealed class SignIn : LedgerRow, IReadableBelow, IOfficeRow
{
    /// <summary>Day of the training.</summary>
    public DateOnly HeldOn { get; set; }

    /// <summary>Subject of the training (培训主题); with place and day it names the training.</summary>
    public string Training { get; set; } = "";

    /// <summary>人员类别, text of code list attendee-class.</summary>
    public string Class { get; set; } = "";

    public string Name { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>Whether he signed (是否签到); null before the training.</summary>
    public bool? HasSigned { get; set; }

    public string Note { get; set; } = "";
}

internal sealed class SignInConfiguration : IEntityTypeConfiguration<SignIn>
{
    public void Configure(EntityTypeBuilder<SignIn> builder)
    {
        builder.ToTable("SignIns");
        builder.HasIndex(s => new { s.Region, s.HeldOn });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Attachments;

/// <summary>What a picture shows (照片类别).</summary>
public static class AttachmentKind
{
    public const string Before = "整改前";
    public const string After = "整改后";
    public const string Other = "其他";

    public static readonly IReadOnlyList<string> All = [Before, After, Other];
}

/// <summary>
/// A picture that hangs on a row of any ledger (附件): a check's item, a problem, a household. Its bytes lie apart. Like the scan of a township's
/// plan it may be met below its place; whether it is shown, its owner decides.
/// </summary>
public sealed class Attachment : LedgerRow, IRowPart, IReadableBelow
{
    /// <summary>Key of the owner's ledger, e.g. <c>checks</c>.</summary>
    public string OwnerLedger { get; set; } = "";

    public long OwnerId { get; set; }

    /// <summary>What it belongs to inside the row, e.g. an item's code; may be empty.</summary>
    public string Item { get; set; } = "";

    /// <summary>One of <see cref="AttachmentKind"/>.</summary>
    public string Kind { get; set; } = AttachmentKind.Other;

    /// <summary>UTC instant at which it was taken over.</summary>
    public DateTime TakenAt { get; set; }

    public string TakenBy { get; set; } = "";

    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>Length of the stored picture in bytes.</summary>
    public int Size { get; set; }

    /// <summary>SHA-256 of the stored picture, hex.</summary>
    public string Sha256 { get; set; } = "";
}

/// <summary>The bytes of a picture and of its thumbnail (附件内容), apart from the row so that lists and the audit trail stay small.</summary>
public sealed class AttachmentContent
{
    public long AttachmentId { get; set; }

    /// <summary>JPEG, at most 1600 px, without metadata.</summary>
    public byte[] Picture { get; set; } = [];

    /// <summary>JPEG, at most 240 px.</summary>
    public byte[] Thumbnail { get; set; } = [];
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.HasIndex(a => new { a.OwnerLedger, a.OwnerId, a.Item });
    }
}

internal sealed class AttachmentContentConfiguration : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> builder)
    {
        builder.ToTable("AttachmentContents");
        builder.HasKey(c => c.AttachmentId);
        builder.Property(c => c.AttachmentId).ValueGeneratedNever();
        builder.HasOne<Attachment>().WithOne().HasForeignKey<AttachmentContent>(c => c.AttachmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

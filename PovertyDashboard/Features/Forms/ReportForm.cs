using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Forms;

/// <summary>A workbook of the upper level that a unit fills again and again (套表); it belongs to the place of whoever brought it.</summary>
public sealed class ReportForm : LedgerRow, IOfficeRow
{
    public const int LongestName = 60;

    /// <summary>What people call it, and how filled files are named.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name of the uploaded file.</summary>
    public string FileName { get; set; } = "";

    /// <summary>Length of the file in bytes.</summary>
    public int Size { get; set; }

    /// <summary>1 for the first workbook, one more with each newer version of it.</summary>
    public int Edition { get; set; } = 1;

    /// <summary>What goes where, as JSON (<see cref="FormLayout"/>).</summary>
    public string Layout { get; set; } = "";
}

/// <summary>The workbook itself (套表文件), apart from the row so that lists and the audit trail stay small.</summary>
public sealed class ReportFormContent
{
    public long FormId { get; set; }

    public byte[] Workbook { get; set; } = [];
}

internal sealed class ReportFormConfiguration : IEntityTypeConfiguration<ReportForm>, IEntityTypeConfiguration<ReportFormContent>
{
    public void Configure(EntityTypeBuilder<ReportForm> builder) => builder.ToTable("ReportForms");

    public void Configure(EntityTypeBuilder<ReportFormContent> builder)
    {
        builder.ToTable("ReportFormContents").HasKey(c => c.FormId);
        builder.HasOne<ReportForm>().WithOne().HasForeignKey<ReportFormContent>(c => c.FormId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PovertyDashboard.Features.Checklists;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("Campaigns");
        builder.HasIndex(c => new { c.Region, c.Month });
    }
}

internal sealed class TrainingConfiguration : IEntityTypeConfiguration<Training>
{
    public void Configure(EntityTypeBuilder<Training> builder)
    {
        builder.ToTable("Trainings");
        builder.HasIndex(t => new { t.Region, t.HeldOn });
    }
}

internal sealed class ChecklistTemplateConfiguration : IEntityTypeConfiguration<ChecklistTemplate>
{
    public void Configure(EntityTypeBuilder<ChecklistTemplate> builder)
    {
        builder.ToTable("ChecklistTemplates");
        builder.HasIndex(t => new { t.Family, t.Number }).IsUnique();
    }
}

internal sealed class TemplateItemConfiguration : IEntityTypeConfiguration<TemplateItem>
{
    public void Configure(EntityTypeBuilder<TemplateItem> builder)
    {
        builder.ToTable("TemplateItems");
        builder.HasOne(i => i.Template).WithMany(t => t.Items).HasForeignKey(i => i.TemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.TemplateId, i.Code }).IsUnique();
    }
}

internal sealed class CheckConfiguration : IEntityTypeConfiguration<Check>
{
    public void Configure(EntityTypeBuilder<Check> builder)
    {
        builder.ToTable("Checks");
        builder.HasOne<ChecklistTemplate>().WithMany().HasForeignKey(c => c.TemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Region, c.CheckedOn });
        builder.HasIndex(c => new { c.HouseholdId, c.CheckedOn });
        builder.HasIndex(c => new { c.TemplateId, c.Region });
    }
}

internal sealed class CheckAnswerConfiguration : IEntityTypeConfiguration<CheckAnswer>
{
    public void Configure(EntityTypeBuilder<CheckAnswer> builder)
    {
        builder.ToTable("CheckAnswers");
        builder.HasOne(a => a.Check).WithMany(c => c.Answers).HasForeignKey(a => a.CheckId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TemplateItem>().WithMany().HasForeignKey(a => a.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.CheckId, a.ItemId }).IsUnique();
        builder.HasIndex(a => new { a.Region, a.Result });
    }
}

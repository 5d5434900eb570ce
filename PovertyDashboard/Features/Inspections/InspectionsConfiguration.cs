using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PovertyDashboard.Features.Inspections;

internal sealed class InspectionConfiguration : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.ToTable("Inspections");
        builder.HasIndex(p => new { p.Region, p.StartsOn });
        builder.HasIndex(p => p.Title);
        builder.Ignore(p => p.IsDrawn);
    }
}

internal sealed class FrozenPopulationConfiguration : IEntityTypeConfiguration<FrozenPopulation>
{
    public void Configure(EntityTypeBuilder<FrozenPopulation> builder)
    {
        builder.ToTable("FrozenPopulations");
        builder.HasOne<Inspection>().WithMany().HasForeignKey(p => p.InspectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.InspectionId, p.Draw }).IsUnique();
    }
}

internal sealed class SampleConfiguration : IEntityTypeConfiguration<Sample>
{
    public void Configure(EntityTypeBuilder<Sample> builder)
    {
        builder.ToTable("Samples");
        builder.HasOne<Inspection>().WithMany().HasForeignKey(s => s.InspectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.HouseholdId);
        builder.HasIndex(s => new { s.Region, s.State });
    }
}

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("Questions");
        builder.HasIndex(q => new { q.Region, q.Year, q.Number });
        builder.Ignore(q => q.Choices).Ignore(q => q.BadChoices);
    }
}

internal sealed class InterviewConfiguration : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.ToTable("Interviews");
        builder.HasOne<Inspection>().WithMany().HasForeignKey(i => i.InspectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.HouseholdId);
        builder.HasIndex(i => new { i.Region, i.HeldOn });
        builder.Ignore(i => i.IsFutile);
    }
}

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder)
    {
        builder.ToTable("Answers");
        builder.HasOne<Interview>().WithMany().HasForeignKey(a => a.InterviewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.InspectionId);
        builder.HasIndex(a => new { a.Region, a.IsFinding });
    }
}

internal sealed class InspectionFindingConfiguration : IEntityTypeConfiguration<InspectionFinding>
{
    public void Configure(EntityTypeBuilder<InspectionFinding> builder)
    {
        builder.ToTable("InspectionFindings");
        builder.HasOne<Inspection>().WithMany().HasForeignKey(f => f.InspectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.AnswerId);
        builder.HasIndex(f => f.HouseholdId);
        builder.HasIndex(f => new { f.Region, f.FoundOn });
    }
}

internal sealed class ClueConfiguration : IEntityTypeConfiguration<Clue>
{
    public void Configure(EntityTypeBuilder<Clue> builder)
    {
        builder.ToTable("Clues");
        builder.HasIndex(c => c.HouseholdId);
        builder.HasIndex(c => new { c.Region, c.ReceivedOn });
    }
}

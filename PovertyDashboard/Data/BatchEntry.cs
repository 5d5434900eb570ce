using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Data;

/// <summary>
/// What one import batch has written (批次明细), on every write path, so that it can be undone: new rows as a span of ids, a changed row
/// with the values that stood there before. The audit trail cannot serve: it masks personal numbers.
/// </summary>
public sealed class BatchEntry
{
    public long Id { get; set; }

    /// <summary>Id of the import batch.</summary>
    public long Batch { get; set; }

    /// <summary>Name of the rows' type.</summary>
    public string RowType { get; set; } = "";

    public long FirstId { get; set; }

    /// <summary>The same as <see cref="FirstId"/> for a changed row.</summary>
    public long LastId { get; set; }

    /// <summary>The rows' version after the writing: as long as it stands, nobody has touched them since.</summary>
    public int Version { get; set; }

    /// <summary>The changed values as they were, JSON object of property → value; empty for new rows.</summary>
    public string Before { get; set; } = "";

    public bool IsNew => Before.Length == 0;
}

/// <summary>Names the import batch for which a service scope writes (批次); outside of imports nothing is noted.</summary>
public sealed class WriteJournal
{
    public long? Batch { get; set; }
}

/// <summary>The values of a row that a change has taken away, as text, and back (旧值).</summary>
internal static class FormerValues
{
    private static readonly HashSet<string> Bookkeeping = [nameof(LedgerRow.Id), nameof(LedgerRow.Version), nameof(LedgerRow.ChangedAt), nameof(LedgerRow.ChangedBy)];

    public static string Of(IEntityType type, Func<IProperty, object?> before, Func<IProperty, object?> after) => JsonSerializer.Serialize(
        Properties(type).Where(p => !Equals(before(p), after(p))).ToDictionary(p => p.Name, before));

    public static void Restore(IEntityType type, LedgerRow row, string former)
    {
        using var values = JsonDocument.Parse(former);
        foreach (var property in Properties(type))
            if (values.RootElement.TryGetProperty(property.Name, out var value)) property.PropertyInfo!.SetValue(row, value.Deserialize(property.ClrType));
    }

    private static IEnumerable<IProperty> Properties(IEntityType type) => type.GetProperties().Where(p => p.PropertyInfo is { CanWrite: true } && !Bookkeeping.Contains(p.Name));
}

internal sealed class BatchEntryConfiguration : IEntityTypeConfiguration<BatchEntry>
{
    public void Configure(EntityTypeBuilder<BatchEntry> builder)
    {
        builder.ToTable("BatchEntries");
        builder.Ignore(e => e.IsNew);
        builder.HasIndex(e => e.Batch);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PovertyDashboard.Features.Imports.Choices;

namespace PovertyDashboard.Features.Imports;

/// <summary>How far a batch is (导入状态); of an unmatched one the user has to say which columns its columns are.</summary>
public enum BatchState { Waiting, Checking, Checked, WaitingToWrite, Writing, Done, Cancelled, Failed, Undone, Unmatched }

/// <summary>One uploaded file on its way through check and write (导入批次); its result waits here whatever becomes of the browser tab.</summary>
public sealed class ImportBatch
{
    public long Id { get; set; }

    public string FileName { get; set; } = "";

    /// <summary>Account that uploaded it; who else may see the batch, <see cref="BatchRights"/> says.</summary>
    public string User { get; set; } = "";

    /// <summary>Key of the ledger asked for, or the only one recognised; empty for a workbook of several.</summary>
    public string Ledger { get; set; } = "";

    /// <summary>Township asked for; null where the sheet tells it.</summary>
    public long? Region { get; set; }

    /// <summary>Keys of the ledgers that were found in it, joined by commas.</summary>
    public string Ledgers { get; set; } = "";

    /// <summary>The places of its user when he uploaded it, keys joined by commas; <see cref="BatchRights.Everywhere"/> for the whole store.</summary>
    public string Scope { get; set; } = "";

    public BatchState State { get; set; }

    /// <summary>UTC instant of the upload.</summary>
    public DateTime At { get; set; }

    /// <summary>UTC instant of the end; null while it is not finished.</summary>
    public DateTime? EndedAt { get; set; }

    public int RowsRead { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Refused { get; set; }

    /// <summary>Why the file as a whole was not taken in; empty where it was.</summary>
    public string Rejection { get; set; } = "";

    /// <summary>The fates of the rows as JSON (<see cref="BatchReport"/>).</summary>
    public string Report { get; set; } = "";

    /// <summary>What its user has decided after a check as JSON (<see cref="ReadingChoices"/>); empty for nothing.</summary>
    public string Choices { get; set; } = "";

    /// <summary>The file, for its annotated copy; kept for the days of <see cref="BatchKeeper.Days"/> after it was written, else until it is given up.</summary>
    public byte[]? Content { get; set; }

    /// <summary>What became of its undoing as JSON (<see cref="Undoing.UndoReport"/>); empty where it was not undone.</summary>
    public string Undo { get; set; } = "";

    public bool IsRunning => State is BatchState.Waiting or BatchState.Checking or BatchState.WaitingToWrite or BatchState.Writing;

    /// <summary>Whether its user can decide on: write it, read it otherwise, or give it up.</summary>
    public bool IsOpen => State is BatchState.Checked or BatchState.Unmatched;

    public int Accepted => Added + Updated;
}

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("ImportBatches");
        builder.HasIndex(b => new { b.User, b.Id });
    }
}

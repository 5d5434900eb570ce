using System.Diagnostics.CodeAnalysis;

namespace PovertyDashboard.Excel.Reading;

/// <summary>An opened workbook (工作簿) or csv file; reads from the caller's stream, which must stay open until it is disposed.</summary>
public sealed class Workbook : IDisposable
{
    private readonly IDisposable? owned;

    internal Workbook(IReadOnlyList<SheetSource> sheets, IDisposable? owned)
    {
        Sheets = sheets;
        this.owned = owned;
    }

    /// <summary>Worksheets in the order of the tabs; chart sheets are left out. A csv file has one.</summary>
    public IReadOnlyList<SheetSource> Sheets { get; }

    /// <summary>Whether the file is a text file, which has one sheet and neither styles nor comments.</summary>
    public bool IsCsv => owned is null;

    public void Dispose() => owned?.Dispose();
}

/// <summary>Either a workbook, or the Chinese sentence that says why the file cannot be read.</summary>
public sealed class OpenResult
{
    private OpenResult(Workbook? workbook, SheetFaultException? cause)
    {
        Workbook = workbook;
        Cause = cause;
    }

    public Workbook? Workbook { get; }

    public string? Fault => Cause?.Message;

    public SheetFaultException? Cause { get; }

    [MemberNotNullWhen(true, nameof(Workbook))]
    [MemberNotNullWhen(false, nameof(Fault), nameof(Cause))]
    public bool IsOpen => Workbook is not null;

    internal static OpenResult Opened(Workbook workbook) => new(workbook, null);

    internal static OpenResult Refused(SheetFaultException cause) => new(null, cause);
}

using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel;

/// <summary>A file or a sheet cannot be read or written; the message is one Chinese sentence that may be shown to the user as it is.</summary>
public sealed class SheetFaultException : Exception
{
    public SheetFaultException(string sentence)
        : base(sentence)
    {
    }

    public SheetFaultException(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }

    /// <summary>The number in the sentence under which the log says more; null where the fault is the file's and known.</summary>
    public string? Number { get; private init; }

    /// <summary>Writes down what nobody expected. Messages of exceptions quote cells, which hold personal data; the log gets the place in the code alone.</summary>
    public void LogTo(ILogger log)
    {
        if (Number is not null) log.LogError("A file could not be read ({ErrorId}): {Type}{NewLine}{Stack}", Number, InnerException?.GetType(), Environment.NewLine, InnerException?.StackTrace);
    }

    /// <summary>A fault that is perhaps the program's own.</summary>
    internal static SheetFaultException Unexpected(Exception cause)
    {
        var number = "R-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        return new SheetFaultException(ReadFaults.Unexpected(number), cause) { Number = number };
    }
}

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
}

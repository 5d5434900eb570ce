using Microsoft.JSInterop;

namespace PovertyDashboard.Tests.Attachments;

/// <summary>A file as the browser hands it over; without bytes its transfer breaks.</summary>
internal sealed class SentPicture(byte[]? bytes, long? length = null) : IJSStreamReference
{
    public long Length => length ?? bytes?.Length ?? 1;

    public bool IsRead { get; private set; }

    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize, CancellationToken cancellationToken)
    {
        IsRead = true;
        return bytes is null ? throw new TimeoutException() : new(new MemoryStream(bytes));
    }

    public ValueTask DisposeAsync() => default;
}

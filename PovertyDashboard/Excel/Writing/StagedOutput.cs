using System.Buffers;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Holds what a zip archive writes until it is passed on asynchronously: closing an entry writes synchronously, which a response body refuses.</summary>
internal sealed class StagedOutput(Stream output) : Stream
{
    private readonly ArrayBufferWriter<byte> staged = new(128 * 1024);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task PassOnAsync(CancellationToken ct)
    {
        await output.WriteAsync(staged.WrittenMemory, ct);
        staged.ResetWrittenCount();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => staged.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

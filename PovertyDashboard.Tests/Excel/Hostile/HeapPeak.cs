namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>How much the memory that is in use grows, looked at often; garbage that waits to be collected counts, so the truth is less.</summary>
internal sealed class HeapPeak : IDisposable
{
    private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer timer;
    private long most;

    public HeapPeak() => timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(5));

    public long Megabytes
    {
        get
        {
            Look();
            return (most - before) / 1024 / 1024;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look() => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
}

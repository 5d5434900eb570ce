using Perfolizer.Horology;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>The CPU time of this process instead of the wall's: what other programs of the machine do does not count, what the collector and the compiler do does.</summary>
internal sealed class CpuClock : IClock
{
    public string Title => "CPU";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}

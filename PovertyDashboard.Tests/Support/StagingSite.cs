using Microsoft.Extensions.Time.Testing;

namespace PovertyDashboard.Tests.Support;

/// <summary>A site outside Development (no demo facts, so it starts quickly) with a clock that the test moves.</summary>
public sealed class StagingSite : TestSite
{
    public const long Hanji = 371590115000, Dayang = 371590115299, Xuying = 371590108000, Zhangzhai = 371522116000;

    public StagingSite()
    {
        EnvironmentName = "Staging";
        Time = Clock;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 8, 31, 6, 0, 0, TimeSpan.Zero));
}

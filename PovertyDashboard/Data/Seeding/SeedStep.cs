namespace PovertyDashboard.Data.Seeding;

/// <summary>One step of filling a new store (初始数据); each room adds its own, run in order, each in the system's scope.</summary>
/// <param name="Order">Reference data below 100, demo facts from 100, sample files from 500, further 示例 rows from 600.</param>
/// <param name="Name">English name, under which the store remembers a finished demo step; unique.</param>
/// <param name="DemoOnly">True for facts of the page and samples: only into the demo store of Development.</param>
/// <param name="RunAsync">Adds what is missing; must be safe to run again, since an interrupted start runs it again.</param>
public sealed record SeedStep(int Order, string Name, bool DemoOnly, Func<IServiceProvider, CancellationToken, Task> RunAsync);

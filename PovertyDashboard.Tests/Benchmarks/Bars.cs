using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>What a benchmark must hold: its figure at most so much, or so much of another one's of the same run.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class BarAttribute(double most, string? of = null) : Attribute
{
    public double Most { get; } = most;

    /// <summary>The method whose figure is the measure; null for the figure itself.</summary>
    public string? Of { get; } = of;
}

/// <summary>Figures that are no CPU time (megabytes, milliseconds to the first byte), as the benchmarks note them.</summary>
internal static class Noted
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<double>> Figures = new();

    public static void Add(string benchmark, double figure)
    {
        Figures.GetOrAdd(benchmark, _ => []).Add(figure);
        ConsoleLogger.Default.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {benchmark}: {figure:0.0}"));
    }

    public static double? MedianOf(string benchmark) => Figures.TryGetValue(benchmark, out var figures) ? figures.Order().ElementAt(figures.Count / 2) : null;
}

/// <summary>How benchmarks run: rounds in this process by CPU time, and a column that holds them against their bars.</summary>
internal sealed class BarConfig : ManualConfig
{
    public static readonly BarConfig Instance = new();

    private BarConfig()
    {
        AddLogger(ConsoleLogger.Default);
        AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Statistics, DefaultColumnProviders.Params);
        AddColumn(StatisticColumn.Median, new FigureColumn(), new BarColumn());
        AddExporter(BenchmarkDotNet.Exporters.MarkdownExporter.GitHub);
        AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithClock(new CpuClock()).WithRuntime(CoreRuntime.Core10_0)
            .WithStrategy(RunStrategy.Monitoring).WithWarmupCount(2).WithIterationCount(5).WithInvocationCount(1).WithUnrollFactor(1));
        WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
    }

    private static double? FigureOf(Summary summary, BenchmarkCase one) =>
        Noted.MedianOf(one.Descriptor.WorkloadMethod.Name) ?? summary[one]?.ResultStatistics?.Median / 1_000_000;

    /// <summary>The figure that the bar is about: what was noted, else the median CPU time in milliseconds.</summary>
    private sealed class FigureColumn : TextColumn
    {
        public override string ColumnName => "Figure";

        protected override string TextOf(Summary summary, BenchmarkCase one) => Text(FigureOf(summary, one));
    }

    private sealed class BarColumn : TextColumn
    {
        public override string ColumnName => "Bar";

        protected override string TextOf(Summary summary, BenchmarkCase one) =>
            string.Join("; ", one.Descriptor.WorkloadMethod.GetCustomAttributes<BarAttribute>().Select(bar => TextOf(summary, one, bar)));

        private static string TextOf(Summary summary, BenchmarkCase one, BarAttribute bar)
        {
            var figure = FigureOf(summary, one);
            if (bar.Of is { } name) figure /= summary.BenchmarksCases.FirstOrDefault(c => c.Descriptor.Type == one.Descriptor.Type && c.Descriptor.WorkloadMethod.Name == name) is { } other ? FigureOf(summary, other) : null;
            var verdict = figure is null ? "not measured" : figure <= bar.Most ? "met" : "NOT met";
            return $"{Text(figure)}{(bar.Of is null ? "" : $" x {bar.Of}")} (<= {Text(bar.Most)}: {verdict})";
        }
    }

    private abstract class TextColumn : IColumn
    {
        public string Id => ColumnName;

        public abstract string ColumnName { get; }

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => false;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => ColumnName;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => TextOf(summary, benchmarkCase);

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => TextOf(summary, benchmarkCase);

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        protected static string Text(double? figure) => figure?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";

        protected abstract string TextOf(Summary summary, BenchmarkCase one);
    }
}

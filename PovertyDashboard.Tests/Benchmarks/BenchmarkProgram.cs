using System.Globalization;
using BenchmarkDotNet.Running;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>
/// The tests' project run by itself: the benchmarks of docs/BENCHMARKS.md, chosen by --filter. A child of a memory benchmark
/// is the same program with the word <see cref="PeakMemory.Word"/>.
/// </summary>
internal static class BenchmarkProgram
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [PeakMemory.Word, var work, var folder])
        {
            await Console.Out.WriteLineAsync((await PeakMemory.MeasureAsync(work, folder)).ToString(CultureInfo.InvariantCulture));
            return 0;
        }

        var summaries = BenchmarkSwitcher.FromTypes([typeof(ExportSpeed), typeof(ReadSpeed), typeof(ImportSpeed), typeof(ExportMemory), typeof(ImportMemory), typeof(FirstByte)]).Run(args, BarConfig.Instance);
        return summaries.All(s => s.Reports.All(r => r.Success)) ? 0 : 1;
    }
}

using System.CommandLine;

namespace PovertyDashboard.Commands;

/// <summary>A verb: its command line and what it does with the parsed arguments.</summary>
public sealed record VerbCommand(Command Command, Func<ParseResult, VerbContext, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>Command lines that show it at work, without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}

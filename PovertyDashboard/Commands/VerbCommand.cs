using System.CommandLine;

namespace PovertyDashboard.Commands;

/// <summary>A verb: its command line and what it does with the parsed arguments.</summary>
public sealed record VerbCommand(Command Command, Func<ParseResult, VerbContext, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>The command, run through the host's wrapper.</summary>
    public Command For(Func<ParseResult, Func<VerbContext, CancellationToken, Task<int>>, CancellationToken, Task<int>> host)
    {
        Command.SetAction((parse, ct) => host(parse, (context, inner) => RunAsync(parse, context, inner), ct));
        return Command;
    }
}

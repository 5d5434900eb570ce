using System.CommandLine;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Commands;

/// <summary>What a verb works with: the services of the same store as the site, as the audited user of the command line.</summary>
public sealed record VerbContext(IServiceProvider Services, TextWriter Out, TextWriter Error);

/// <summary>
/// The verbs of the command line (命令): a verb does its job on the site's store and exits:
/// 0 done, 2 done but some input was refused, 1 failed. Results go to stdout, all else to stderr.
/// </summary>
public sealed class Verbs
{
    public const int Done = 0, Failed = 1, SomeRefused = 2;

    private static readonly Option<string?> Store = new("--store") { Description = "数据库连接，例如 \"Data Source=data/poverty.db\"", Recursive = true };

    private readonly ParseResult _parsed;
    private WebApplication? _app;

    public Verbs(string[] args)
    {
        var root = new RootCommand("扶贫工作台：不带命令时启动网站 http://localhost:5080") { Store };
        // The site's own arguments (--urls …) pass through to the host.
        root.TreatUnmatchedTokensAsErrors = false;
        foreach (var verb in new[] { ImportVerb.Command, ExportVerb.Command, TemplateVerb.Command, MeasuresVerb.Command, DemoVerb.Command, VerifyVerb.Command })
            root.Subcommands.Add(verb.For((parse, run, ct) => RunAsync(run, ct)));
        var user = new Command("user", "不经网站管理账号");
        foreach (var verb in UserVerbs.All) user.Subcommands.Add(verb.For((parse, run, ct) => RunAsync(run, ct)));
        root.Subcommands.Add(user);
        _parsed = root.Parse(args);
        IsAsked = _parsed.CommandResult.Command != root || args.Any(a => a is "--help" or "-h" or "-?" or "--version");
        HostArgs = IsAsked ? (_parsed.GetValue(Store) is { } store ? ["--store", store] : []) : args;
    }

    /// <summary>Whether the arguments ask for a verb (or help) instead of the site.</summary>
    public bool IsAsked { get; }

    /// <summary>The arguments that the host may see.</summary>
    public string[] HostArgs { get; }

    public Task<int> RunAsync(WebApplication app)
    {
        _app = app;
        return _parsed.InvokeAsync(new InvocationConfiguration());
    }

    private async Task<int> RunAsync(Func<VerbContext, CancellationToken, Task<int>> run, CancellationToken ct)
    {
        try
        {
            await _app!.Services.PrepareStoreAsync(_app.Environment.IsDevelopment(), ct);
            await using var scope = _app.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(UserIdentity.CommandLine(Environment.UserName));
            return await run(new VerbContext(scope.ServiceProvider, Console.Out, Console.Error), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("已取消，没有写入。");
            return Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ChangeRefusedException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"没有完成：{fault.Message}");
            return Failed;
        }
    }
}

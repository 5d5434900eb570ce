using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Runtime.InteropServices;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Commands;

/// <summary>What a verb works with: the services of the same store as the site, as the audited user of the command line.</summary>
public sealed record VerbContext(IServiceProvider Services, TextWriter Out, TextWriter Error)
{
    /// <summary>Says in one line on stderr why nothing was done.</summary>
    public async Task<int> FailAsync(string sentence)
    {
        await Error.WriteLineAsync(sentence);
        return Verbs.Failed;
    }
}

/// <summary>
/// The verbs of the command line (命令): a verb does its job on the site's store and exits:
/// 0 done, 2 done but some input was refused, 1 failed. Results go to stdout, all else to stderr.
/// </summary>
public sealed class Verbs
{
    public const int Done = 0, Failed = 1, SomeRefused = 2;

    private static readonly Option<string?> Store = new("--store") { Description = "数据库文件或连接，例如 data/poverty.db", HelpName = "STORE", Recursive = true };
    private static readonly Option<string?> HostEnvironment = new("--environment") { Description = "运行环境：Development（演示）或 Production", HelpName = "NAME", Recursive = true };

    private readonly Dictionary<Command, VerbCommand> _verbs = [];
    private readonly ParseResult _parsed;
    private readonly string? _refusal;
    private readonly bool _wantsHelp;
    private readonly bool _wantsVersion;

    public Verbs(string[] args)
    {
        var root = Root();
        var given = new HostArguments(args);
        _parsed = ParseInChinese(root, given.Rest);
        var isVerb = _parsed.CommandResult.Command != root;
        _wantsHelp = Has<HelpOption>(root);
        _wantsVersion = !isVerb && Has<VersionOption>(root);
        IsAsked = isVerb || _wantsHelp || _wantsVersion;
        var asksOnly = IsAsked && (isVerb || given.Word is null);
        _refusal = isVerb && given.UnknownOption is { } early ? $"选项“{early}”要写在命令“{given.Word}”后面。"
            : isVerb && !_wantsHelp ? ParseFaults.OfVerb(_parsed)
            : asksOnly ? null : ParseFaults.OfSite(given, root);
        _refusal ??= _parsed.GetValue(Store) is { } store && !StoreOptions.IsReadable(store) ? $"--store：看不懂“{store}”。请写数据库文件的路径，例如 data/poverty.db。" : null;
        HostArgs = IsAsked ? [.. given.Settings, .. Passed(Store, "--store"), .. Passed(HostEnvironment, "--environment")] : args;
    }

    /// <summary>Whether the arguments ask for a verb (or help) instead of the site.</summary>
    public bool IsAsked { get; }

    /// <summary>The arguments that the host may see.</summary>
    public string[] HostArgs { get; }

    /// <summary>Every verb with its examples.</summary>
    public IReadOnlyCollection<VerbCommand> All => _verbs.Values;

    /// <summary>Answers what needs no store: a mistyped command line, help, the version. The exit code, or null where the host is needed.</summary>
    public int? AnswerAtOnce(TextWriter output, TextWriter error)
    {
        var command = _parsed.CommandResult.Command;
        if (_refusal is not null)
        {
            error.WriteLine(_refusal);
            error.WriteLine(command is RootCommand ? $"用 {VerbHelp.Program} --help 看说明。" : $"用法：{VerbHelp.Usage(command)}");
            return Failed;
        }

        if (_wantsVersion) output.WriteLine(typeof(Verbs).Assembly.GetName().Version?.ToString(3));
        else if (_wantsHelp) output.Write(VerbHelp.Of(command, _verbs.GetValueOrDefault(command)?.Examples ?? []));
        return _wantsVersion || _wantsHelp ? Done : null;
    }

    /// <summary>As below, until the keyboard or the service manager interrupts it; a second time ends the program at once.</summary>
    public async Task<int> RunAsync(IServiceProvider services, TextWriter output, TextWriter error)
    {
        using var stop = new CancellationTokenSource();
        using var keyboard = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var manager = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        return await RunAsync(services, output, error, stop.Token);

        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }

    /// <summary>Runs the verb on the store of the services.</summary>
    public async Task<int> RunAsync(IServiceProvider services, TextWriter output, TextWriter error, CancellationToken ct)
    {
        try
        {
            if (await services.PrepareStoreAsync(services.GetRequiredService<IHostEnvironment>().IsDevelopment(), ct))
                await error.WriteLineAsync($"原来没有数据库 {services.GetRequiredService<StoreOptions>().FileName}，已新建。");
            await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(UserIdentity.CommandLine(Environment.UserName));
            return await _verbs[_parsed.CommandResult.Command].RunAsync(_parsed, new VerbContext(scope.ServiceProvider, output, error), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await error.WriteLineAsync("已取消，没有写入。");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await error.WriteLineAsync($"没有完成：{StartFaults.Sentence(fault, services.GetRequiredService<StoreOptions>()) ?? Unexpected(fault, services)}");
        }

        return Failed;
    }

    /// <summary>What nobody expects goes to the log, under an id that the user can name.</summary>
    private static string Unexpected(Exception fault, IServiceProvider services)
    {
        var id = PageErrorBoundary.NewId();
        services.GetRequiredService<ILogger<Verbs>>().LogError(fault, "A verb failed: {ErrorId}", id);
        return $"程序出错，编号 {id}。请把编号和上面的日志交给维护人员。";
    }

    private RootCommand Root()
    {
        var root = new RootCommand("扶贫工作台：不写命令时启动网站 http://localhost:5080。") { Store, HostEnvironment };
        foreach (var verb in new[] { ImportVerb.Command, ExportVerb.Command, TemplateVerb.Command, MeasuresVerb.Command, DemoVerb.Command, VerifyVerb.Command }) Add(root, verb);
        var user = new Command("user", "不经网站管理账号");
        foreach (var verb in UserVerbs.All) Add(user, verb);
        root.Subcommands.Add(user);
        return root;
    }

    private void Add(Command parent, VerbCommand verb)
    {
        parent.Subcommands.Add(verb.Command);
        _verbs.Add(verb.Command, verb);
    }

    /// <summary>The library's own sentences come in the language of the thread.</summary>
    private static ParseResult ParseInChinese(RootCommand root, IReadOnlyList<string> args)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        try
        {
            return root.Parse(args);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private bool Has<TOption>(RootCommand root) where TOption : Option =>
        root.Options.OfType<TOption>().Any(o => _parsed.GetResult(o) is { Implicit: false });

    private IEnumerable<string> Passed(Option<string?> option, string name) => _parsed.GetValue(option) is { } value ? [name, value] : [];
}

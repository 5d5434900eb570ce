using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PovertyDashboard.Commands;

/// <summary>What is wrong with a typed command line, in one sentence (命令行错误).</summary>
internal static class ParseFaults
{
    /// <summary>A word that is no verb, or an option that the site does not know; null where the site may start.</summary>
    public static string? OfSite(HostArguments given, Command root)
    {
        var verbs = root.Subcommands.Select(c => c.Name).ToList();
        if (given.UnknownOption is { } option)
            return $"不认识选项“{option}”。{Typing.Hint(option, HostArguments.OfSite)}网站的选项：{string.Join('、', HostArguments.OfSite)}。";
        if (given.WithoutValue is { } bare) return $"{bare}：后面没有写值。请补上，例如 {ExampleOf(bare)}。";
        return given.Word is { } word ? $"没有“{word}”这个命令（unknown verb）。{Typing.Hint(word, verbs)}命令：{string.Join('、', verbs)}。" : null;
    }

    /// <summary>The first thing that is wrong with a verb's arguments; null where it may run.</summary>
    public static string? OfVerb(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = string.Join(' ', VerbHelp.Path(command));
        if (Stray(parsed) is { } stray) return $"{path}：{Describe(stray, command)}";
        if (command.Subcommands.Count > 0) return $"{path}：没有写要做什么。请写 {string.Join('、', command.Subcommands.Select(c => c.Name))} 中的一个。";
        foreach (var result in Options(command).Select(o => (Option: o, Result: parsed.GetResult(o))).Where(r => r.Result is { Implicit: false }))
            if (result.Result!.Tokens.Count < result.Option.Arity.MinimumNumberOfValues) return $"{path}：{result.Option.Name} 后面没有写值（{result.Option.Description}）。";
        if (command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is null or { Tokens.Count: 0 }) is { } argument)
            return $"{path}：没有写 {argument.Name}（{argument.Description}）。";
        if (command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is null or { Implicit: true }) is { } missing)
            return $"{path}：没有写 {missing.Name}（{missing.Description}）。";
        return parsed.Errors.Select(e => e.Message).Select(m => m.StartsWith("--", StringComparison.Ordinal) ? m : $"{path}：{m}").FirstOrDefault();
    }

    /// <summary>A word that nothing takes; what looks like an option is never taken as the value of something else.</summary>
    private static string? Stray(ParseResult parsed) =>
        parsed.Tokens.Where(t => t.Type == TokenType.Argument).Select(t => t.Value).FirstOrDefault(LooksLikeOption)
        ?? (parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null);

    private static bool LooksLikeOption(string token) =>
        token.Length > 1 && token[0] == '-' && !decimal.TryParse(token, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static string Describe(string stray, Command command)
    {
        if (LooksLikeOption(stray)) return $"不认识选项“{stray}”。{Typing.Hint(stray.Split('=', 2)[0], Options(command).Select(o => o.Name))}";
        var names = command.Subcommands.Select(c => c.Name).ToList();
        return names.Count > 0 ? $"没有“{stray}”这个命令。{Typing.Hint(stray, names)}请写 {string.Join('、', names)} 中的一个。" : $"多写了“{stray}”。";
    }

    /// <summary>The options that the command takes, those of the program included.</summary>
    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(Options).Where(o => o.Recursive)).Where(o => o is not HelpOption).Distinct();

    private static string ExampleOf(string option) => option.ToUpperInvariant() switch
    {
        "--STORE" => "--store data/poverty.db",
        "--URLS" => "--urls http://0.0.0.0:5080",
        "--ENVIRONMENT" => "--environment Production",
        _ => $"{option}=…",
    };
}

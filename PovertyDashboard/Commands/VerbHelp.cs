using System.CommandLine;
using System.CommandLine.Help;

namespace PovertyDashboard.Commands;

/// <summary>The help of the program and of each verb (命令说明): usage, what each argument means, an example.</summary>
internal static class VerbHelp
{
    public const string Program = "PovertyDashboard";

    /// <summary>PovertyDashboard export LEDGER --out FILE [--region KEY] …; what must be given stands without brackets.</summary>
    public static string Usage(Command command)
    {
        var parts = new List<string> { Program };
        parts.AddRange(Path(command));
        if (command.Subcommands.Count > 0) parts.Add(string.Join('|', command.Subcommands.Select(c => c.Name)));
        parts.AddRange(command.Arguments.Select(a => a.Name + (a.Arity.MaximumNumberOfValues > 1 ? "…" : "")));
        parts.AddRange(Own(command).OrderByDescending(o => o.Required).Select(o => o.Required ? Named(o) : $"[{Named(o)}]{(IsMany(o) ? "…" : "")}"));
        return string.Join(' ', parts);
    }

    public static string Of(Command command, IReadOnlyList<string> examples)
    {
        var isProgram = command is RootCommand;
        IEnumerable<string> lines =
        [
            command.Description ?? "", "", "用法：",
            .. isProgram ? [$"  {Program} [--store STORE] [--urls URL] [--environment NAME]　启动网站", $"  {Program} 命令 …　办一件事后退出"] : new[] { $"  {Usage(command)}" },
            .. Section("命令：", command.Subcommands.Select(c => (string.Join(' ', new[] { c.Name }.Concat(c.Arguments.Select(a => a.Name))), c.Description ?? ""))),
            .. Section("参数：", command.Arguments.Select(a => (a.Name, a.Description ?? ""))),
            .. Section("选项：", Own(command).Select(o => (Named(o), (o.Description ?? "") + (o.Required ? "（必填）" : ""))).Concat(General(command))),
            .. examples.Count == 0 ? [] : examples.Select(e => $"  {Program} {e}").Prepend("例子：").Prepend(""),
            .. isProgram ? new[] { "", $"每个命令的说明：{Program} 命令 --help。退出码：0 完成；2 完成，但有不入库的行；1 没有完成。" } : [],
        ];
        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }

    /// <summary>The names from below the program down to the command.</summary>
    public static IEnumerable<string> Path(Command command) =>
        command is RootCommand ? [] : command.Parents.OfType<Command>().SelectMany(Path).Take(1).Append(command.Name);

    private static IEnumerable<Option> Own(Command command) => command.Options.Where(o => o is not HelpOption and not VersionOption && !o.Recursive);

    private static IEnumerable<(string, string)> General(Command command)
    {
        foreach (var option in command is RootCommand root ? root.Options : Root(command).Options.Where(o => o.Recursive))
            if (option is not HelpOption and not VersionOption) yield return (Named(option), option.Description ?? "");
        if (command is RootCommand) yield return ("--urls URL", "网站的地址，例如 http://0.0.0.0:5080");
        if (command is RootCommand) yield return ("--version", "显示版本");
        yield return ("--help", "显示本说明");
    }

    private static RootCommand Root(Command command) => command as RootCommand ?? Root(command.Parents.OfType<Command>().First());

    private static string Named(Option option) => option.ValueType == typeof(bool) ? option.Name : $"{option.Name} {option.HelpName}";

    private static bool IsMany(Option option) => option.ValueType.IsArray;

    private static IEnumerable<string> Section(string title, IEnumerable<(string Name, string What)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return [];
        var width = list.Max(r => WidthOf(r.Name)) + 2;
        return ["", title, .. list.Select(r => $"  {r.Name}{new string(' ', width - WidthOf(r.Name))}{r.What}")];
    }

    /// <summary>A Chinese character takes two columns of a terminal.</summary>
    private static int WidthOf(string text) => text.Sum(c => c < 0x2E80 ? 1 : 2);
}

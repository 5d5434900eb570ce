using System.CommandLine;
using System.Globalization;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Commands;

/// <summary><c>user add/role/reset/disable/enable/list</c>: accounts without the web, by the same rules and audit.</summary>
internal static class UserVerbs
{
    private static readonly Argument<string> Name = new("USER") { Description = "账号，例如 hanji.wang" };
    private static readonly Option<string?> DisplayName = new("--name") { Description = "姓名；不写则同账号", HelpName = "NAME" };
    private static readonly Option<string?> Office = new("--office") { Description = "单位，例如 韩集镇扶贫办", HelpName = "NAME" };
    private static readonly Option<string[]> RoleKeys = VerbOptions.Words("--role", $"角色：{string.Join('、', Roles.Titles.Select(r => $"{r.Key}（{r.Value}）"))}；可写多个", "ROLE");
    private static readonly Option<long[]> Regions = VerbOptions.Regions("管辖地区键，例如 371590115000；可写多个");
    private static readonly Option<bool> Json = VerbOptions.Json();

    public static IReadOnlyList<VerbCommand> All =>
    [
        new(new Command("add", "新建账号，给出一次性密码") { Name, DisplayName, Office, RoleKeys, Regions }, (parse, context, ct) => ActAsync(context, accounts => accounts.CreateAsync(
            new NewAccount(parse.GetValue(Name)!, parse.GetValue(DisplayName) ?? parse.GetValue(Name)!, parse.GetValue(Office) ?? "", RolesOf(parse), parse.GetValue(Regions) ?? []), ct)))
        {
            Examples = ["user add hanji.wang --name 王某 --role staff --region 371590115000"],
        },
        new(new Command("role", "改角色和管辖地区；不写的一项不变") { Name, RoleKeys, Regions }, SetRightsAsync)
        {
            Examples = ["user role hanji.wang --role staff inspector", "user role hanji.wang --region 371590115000 371591008000"],
        },
        new(new Command("reset", "重置密码，给出一次性密码") { Name }, (parse, context, ct) => ActAsync(context, accounts => accounts.ResetAsync(parse.GetValue(Name)!, ct))) { Examples = ["user reset hanji.wang"] },
        new(new Command("disable", "停用账号") { Name }, (parse, context, ct) => ActAsync(context, accounts => accounts.DisableAsync(parse.GetValue(Name)!, ct))) { Examples = ["user disable hanji.wang"] },
        new(new Command("enable", "启用账号") { Name }, (parse, context, ct) => ActAsync(context, accounts => accounts.EnableAsync(parse.GetValue(Name)!, ct))) { Examples = ["user enable hanji.wang"] },
        new(new Command("list", "列出账号：账号、姓名、单位、角色、地区、状态、上次登录") { Json }, ListAsync) { Examples = ["user list"] },
    ];

    /// <summary>Roles by their key or by the title that pages show.</summary>
    private static IReadOnlyList<string> RolesOf(ParseResult parse) =>
        [.. (parse.GetValue(RoleKeys) ?? []).Select(typed => Roles.Titles.FirstOrDefault(r => r.Value == typed).Key ?? typed)];

    private static Task<int> SetRightsAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var (roles, regions) = (RolesOf(parse), parse.GetValue(Regions) ?? []);
        if (roles.Count == 0 && regions.Length == 0) return context.FailAsync("user role：没有写要改什么。请写 --role 或 --region，或两个都写。");
        return ActAsync(context, accounts => accounts.SetRightsAsync(parse.GetValue(Name)!, roles.Count > 0 ? roles : null, regions.Length > 0 ? regions : null, ct));
    }

    private static async Task<int> ActAsync(VerbContext context, Func<UserAccounts, Task<AccountOutcome>> act)
    {
        var outcome = await act(context.Services.GetRequiredService<UserAccounts>());
        if (!outcome.Done) return await context.FailAsync(outcome.Message);
        await context.Out.WriteLineAsync(outcome.OneTimePassword is { } password ? $"{outcome.Message}一次性密码：{password}" : outcome.Message);
        return Verbs.Done;
    }

    private static async Task<int> ListAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var tree = context.Services.GetRequiredService<RegionDirectory>().Tree;
        var accounts = await context.Services.GetRequiredService<UserAccounts>().ListAsync(ct);
        if (parse.GetValue(Json))
        {
            await context.Out.WriteLineAsync(VerbJson.Of(accounts.Select(a => new { user = a.UserName, name = a.DisplayName, office = a.Office, roles = a.Roles, regions = a.Regions.Select(Key), disabled = a.IsDisabled })));
            return Verbs.Done;
        }

        await context.Out.WriteLineAsync("账号\t姓名\t单位\t角色\t地区\t状态\t上次登录");
        foreach (var account in accounts)
            await context.Out.WriteLineAsync(string.Join('\t', account.UserName, account.DisplayName, account.Office, string.Join('、', account.Roles.Select(r => Roles.Titles[r])),
                string.Join('、', account.Regions.Select(k => $"{tree.NameOf(k)}（{Key(k)}）")), StateOf(account), account.LastLogin is { } at ? Clock.MinuteOf(at) : "没有登录过"));
        return Verbs.Done;
    }

    private static string StateOf(Account account) => account switch
    {
        { IsDisabled: true } => "已停用",
        { LockedUntil: { } until } => $"锁定到 {Clock.ToLocal(until):HH:mm}",
        { MustChangePassword: true } => "待改密码",
        _ => "可用",
    };

    private static string Key(long key) => key.ToString(CultureInfo.InvariantCulture);
}

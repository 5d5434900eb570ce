using System.CommandLine;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;

namespace PovertyDashboard.Commands;

/// <summary><c>user add/role/reset/disable/enable/list</c>: accounts without the web, by the same rules and audit.</summary>
internal static class UserVerbs
{
    private static readonly Argument<string> Name = new("USER") { Description = "账号，例如 hanji.wang" };
    private static readonly Option<string?> DisplayName = new("--name") { Description = "姓名" };
    private static readonly Option<string?> Office = new("--office") { Description = "单位" };
    private static readonly Option<string[]> RoleKeys = new("--role") { Description = $"角色：{string.Join('、', Roles.Titles.Select(r => $"{r.Key}（{r.Value}）"))}；可写多个", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<long[]> Regions = new("--region") { Description = "管辖地区键，例如 371590115000；可写多个", AllowMultipleArgumentsPerToken = true };

    public static IReadOnlyList<VerbCommand> All =>
    [
        new(new Command("add", "新建账号，给出一次性密码") { Name, DisplayName, Office, RoleKeys, Regions }, (parse, context, ct) => ActAsync(context, accounts => accounts.CreateAsync(
            new NewAccount(parse.GetValue(Name)!, parse.GetValue(DisplayName) ?? parse.GetValue(Name)!, parse.GetValue(Office) ?? "", parse.GetValue(RoleKeys) ?? [], parse.GetValue(Regions) ?? []), ct))),
        new(new Command("role", "改角色和管辖地区；不写的一项不变") { Name, RoleKeys, Regions }, (parse, context, ct) => ActAsync(context, accounts => accounts.SetRightsAsync(
            parse.GetValue(Name)!, parse.GetValue(RoleKeys) is { Length: > 0 } roles ? roles : null, parse.GetValue(Regions) is { Length: > 0 } regions ? regions : null, ct))),
        new(new Command("reset", "重置密码，给出一次性密码") { Name }, (parse, context, ct) => ActAsync(context, accounts => accounts.ResetAsync(parse.GetValue(Name)!, ct))),
        new(new Command("disable", "停用账号") { Name }, (parse, context, ct) => ActAsync(context, accounts => accounts.DisableAsync(parse.GetValue(Name)!, ct))),
        new(new Command("enable", "启用账号") { Name }, (parse, context, ct) => ActAsync(context, accounts => accounts.EnableAsync(parse.GetValue(Name)!, ct))),
        new(new Command("list", "列出账号"), ListAsync),
    ];

    private static async Task<int> ActAsync(VerbContext context, Func<UserAccounts, Task<AccountOutcome>> act)
    {
        var outcome = await act(context.Services.GetRequiredService<UserAccounts>());
        if (!outcome.Done)
        {
            await context.Error.WriteLineAsync(outcome.Message);
            return Verbs.Failed;
        }

        await context.Out.WriteLineAsync(outcome.OneTimePassword is { } password ? $"{outcome.Message}一次性密码：{password}" : outcome.Message);
        return Verbs.Done;
    }

    private static async Task<int> ListAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        foreach (var account in await context.Services.GetRequiredService<UserAccounts>().ListAsync(ct))
            await context.Out.WriteLineAsync($"{account.UserName}\t{account.DisplayName}\t{string.Join('、', account.Roles.Select(r => Roles.Titles[r]))}\t{string.Join(',', account.Regions)}\t{(account.IsDisabled ? "已停用" : "可用")}");
        return Verbs.Done;
    }
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;

namespace PovertyDashboard.Features.Administration;

/// <summary>The form of a new account or of an account's rights (账号权限).</summary>
public sealed partial class AccountDialog(UserAccounts service, RegionDirectory regions) : ComponentBase
{
    private const int Most = 12;

    private static readonly Dictionary<string, string> Notes = new()
    {
        [Roles.Leader] = "看图表和名单，可导出，不能改",
        [Roles.Staff] = "登记、修改、导入、导出、整改、核验",
        [Roles.Inspector] = "入户打勾，核验销号",
        [Roles.Clinic] = "义诊登记、健康数值、随访",
        [Roles.Helper] = "只看自己包的户，登记走访和帮扶措施；账号填在包联责任里",
        [Roles.Cadre] = "看本村，登记走访和帮扶措施，申请核验",
        [Roles.Auditor] = "入户审计用工用料，定案；不能改申报",
        [Roles.Discipline] = "专项督查，发现问题核验销号；问题线索只有这个角色能看",
        [Roles.Administrator] = "管账号和设置，不能兼其他角色",
    };

    private readonly List<string> roles = [];
    private readonly List<long> places = [];
    private string userName = "";
    private string displayName = "";
    private string office = "";
    private string typed = "";
    private string? refusal;
    private bool busy;

    /// <summary>The account whose rights are changed; none makes a new one.</summary>
    [Parameter]
    public Account? Account { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private bool IsAdministrator => roles.Contains(Roles.Administrator);

    protected override void OnInitialized()
    {
        if (Account is null) return;
        roles.AddRange(Account.Roles);
        places.AddRange(Account.Regions);
    }

    private void Toggle(string role, bool on)
    {
        roles.Remove(role);
        if (on) roles.Add(role);
    }

    private string PathOf(long key) => string.Join(' ', regions.Tree.PathOf(key).TakeLast(2).Select(n => n.Name));

    private Task<IReadOnlyList<LookupItem>> FindAsync(string part)
    {
        var word = part.Trim();
        // Higher places first: a whole county is chosen more often than a village of the same name.
        var found = regions.Tree.Nodes.Where(n => n.Name.Contains(word, StringComparison.Ordinal) && !places.Contains(n.Key)).OrderBy(n => n.Level).ThenBy(n => n.Key).Take(Most);
        return Task.FromResult<IReadOnlyList<LookupItem>>(
            [.. found.Select(n => new LookupItem(n.Key, n.Name, string.Join(' ', regions.Tree.PathOf(n.Key).SkipLast(1).TakeLast(2).Select(p => p.Name))))]);
    }

    private void Pick(LookupItem item)
    {
        places.Add(item.Key);
        typed = "";
    }

    private async Task SaveAsync()
    {
        if (typed.Trim().Length > 0)
        {
            refusal = $"管辖地区：“{typed.Trim()}”没有选中。请从列出的地区中点选，或清空。";
            return;
        }

        busy = true;
        IReadOnlyList<long> keys = IsAdministrator ? [] : [.. places];
        var outcome = Account is null
            ? await service.CreateAsync(new NewAccount(userName, displayName, office, [.. roles], keys), CancellationToken.None)
            : await service.SetRightsAsync(Account.UserName, [.. roles], keys, CancellationToken.None);
        busy = false;
        if (outcome.Done) Dialog.Close(outcome);
        else refusal = outcome.Message;
    }
}

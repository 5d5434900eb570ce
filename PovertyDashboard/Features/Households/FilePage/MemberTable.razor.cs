using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>The members of the household (家庭成员) with adding and changing for those who may; the dialog also deletes.</summary>
public sealed partial class MemberTable(CurrentUser user) : ComponentBase
{
    private static readonly Column IdColumn = MemberLedger.Column(nameof(Member.IdNumber));

    [Parameter, EditorRequired]
    public HouseholdFile File { get; set; } = default!;

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Parameter]
    public EventCallback OnAdd { get; set; }

    [Parameter]
    public EventCallback<Member> OnEdit { get; set; }

    private bool MayWrite => user.Identity.MayAny(MemberLedger.Ledger.Writers) && user.Identity.Scope.Contains(File.Household.Region);

    private string CountText => File.Household.Size is not { } size
        ? $"{File.Members.Count} 人"
        : size == File.Members.Count ? $"{size} 人，与登记人口数一致" : $"{File.Members.Count} 人，登记人口数为 {size} 人";

    private string HealthOf(Member member) => MemberText.Health(member, user.Identity);

    private string Age(Member member) => MemberRules.AgeOn(member.BornOn, Today)?.ToString(CultureInfo.InvariantCulture) ?? ColumnText.Empty;

    private static string Or(string text) => text.Length == 0 ? ColumnText.Empty : text;
}

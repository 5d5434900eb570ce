using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>The head of a household's file (档案首部): name, chips, masked numbers, QR code and the main acts.</summary>
public sealed partial class HouseholdHead(CurrentUser user, RegionDirectory regions, NavigationManager navigation) : ComponentBase
{
    private static readonly Column IdColumn = HouseholdLedger.Column(nameof(Household.HeadId));
    private static readonly Column CardColumn = HouseholdLedger.Column(nameof(Household.BankCard));
    private static readonly Column PhoneColumn = MemberLedger.Column(nameof(Member.HouseholdPhone));

    private (string Path, int Size) qr;
    private long coded;
    private string disability = "";

    [Parameter, EditorRequired]
    public HouseholdFile File { get; set; } = default!;

    [Parameter]
    public EventCallback OnEdit { get; set; }

    [Parameter]
    public EventCallback OnExport { get; set; }

    [Parameter]
    public EventCallback OnPrint { get; set; }

    private Household Household => File.Household;

    private string Village => regions.Tree.NameOf(Household.Region);

    private string YearText => Household.Year is { } year ? $"（{year} 年度）" : "";

    private bool MayWrite => user.Identity.MayAny(HouseholdLedger.Ledger.Writers) && user.Identity.Scope.Contains(Household.Region);

    private int Workers => File.Members.Count(m => m.Labour is "普通劳动力" or "技能劳动力" or "弱劳动力或半劳动力");

    protected override void OnParametersSet()
    {
        disability = MemberText.Disability(File.Head, user.Identity);
        if (coded == Household.Id) return;
        coded = Household.Id;
        qr = QrSvg.Draw(navigation.ToAbsoluteUri(string.Create(CultureInfo.InvariantCulture, $"/households/{Household.Id}")).ToString());
    }

    private static string Or(string text) => text.Length == 0 ? ColumnText.Empty : text;
}

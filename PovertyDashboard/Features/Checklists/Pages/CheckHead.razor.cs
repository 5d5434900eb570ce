using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>Who is checked, the neighbours and how far the check is (户情和进度).</summary>
public sealed partial class CheckHead : ComponentBase
{
    [Parameter, EditorRequired]
    public HouseholdSheets Page { get; set; } = default!;

    [Parameter, EditorRequired]
    public CheckSession Session { get; set; } = default!;

    [Parameter]
    public string Village { get; set; } = "";

    [Parameter]
    public string ListHref { get; set; } = "";

    private IEnumerable<string> Facts =>
        new[] { Village, Page.Facts.Size.Length > 0 ? $"{Page.Facts.Size} 口人" : "", Page.Facts.Type }.Where(f => f.Length > 0);

    private string HrefOf(long household) => $"/checklists/{Page.Campaign.Id}/households/{household}";

    private static string ToneOf(string result) => result switch
    {
        CheckResult.Passed => "passed",
        CheckResult.Failed => "failed",
        CheckResult.NotApplicable => "skipped",
        _ => "",
    };
}

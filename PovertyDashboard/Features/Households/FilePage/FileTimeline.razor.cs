using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>The rows of all linked ledgers by date (时间线).</summary>
public sealed partial class FileTimeline(IEnumerable<NavItem> menu) : ComponentBase
{
    private const int AtFirst = 8;

    private IReadOnlyList<Ledger> with = [];
    private string only = "";
    private bool all;

    [Parameter, EditorRequired]
    public HouseholdFile File { get; set; } = default!;

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    private IEnumerable<FileEvent> Chosen => File.Events.Where(e => only.Length == 0 || e.Ledger.Key == only);

    private IEnumerable<FileEvent> Shown => all ? Chosen : Chosen.Take(AtFirst);

    private int Hidden => all ? 0 : Math.Max(0, Chosen.Count() - AtFirst);

    protected override void OnParametersSet()
    {
        with = [.. File.Linked.Where(l => l.Count > 0).Select(l => l.Ledger)];
        if (with.All(l => l.Key != only)) only = "";
    }

    private string DayText(DateOnly day) => day.ToString(day.Year == Today.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The icon that the ledger has in the menu.</summary>
    private string IconOf(Ledger ledger) => menu.FirstOrDefault(item => item.Href == $"/ledgers/{ledger.Key}")?.Icon ?? Icons.Material.Outlined.Event;
}

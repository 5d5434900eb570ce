using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Forms;

/// <summary>For which place and period a form is filled (填写并下载); full numbers only with a reason that is recorded.</summary>
public sealed partial class FillDialog(FormFilling filling, LedgerCatalog catalog, RegionDirectory regions, CurrentUser user, Clock clock, AddressTexts texts) : ComponentBase
{
    private const int FewEnough = 120, Most = 12;
    private IReadOnlyList<RegionNode> places = [];
    private IReadOnlyList<int> months = [];
    private FormLayout layout = FormLayout.Empty;
    private long region;
    private int? month;
    private bool full;
    private string text = "";
    private string reason = "";
    private string? fault;
    private string? refusal;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public ReportForm Form { get; set; } = default!;

    /// <summary>The page's address, whose place is offered first.</summary>
    [Parameter]
    public string Address { get; set; } = "";

    public static Task OpenAsync(IDialogService dialogs, ReportForm form, string address)
    {
        var parameters = new DialogParameters<FillDialog> { { d => d.Form, form }, { d => d.Address, address } };
        return dialogs.ShowAsync<FillDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });
    }

    protected override async Task OnInitializedAsync()
    {
        layout = FormLayout.Read(Form.Layout);
        var (scope, tree) = (user.Identity.Scope, regions.Tree);
        places = [.. scope.NodesIn(tree, clock.Today)];
        var asked = PlaceAddress.Of(Address) ?? (scope.Touches(Form.Region) ? Form.Region : 0);
        region = places.Any(p => p.Key == asked) ? asked : scope.HomeIn(tree) ?? 0;
        text = region == 0 ? "" : NameOf(region);
        months = await filling.MonthsAsync(layout, CancellationToken.None);
        await JudgeAsync();
    }

    private string Href => FillEndpoint.Of(Form.Id, Request, full ? texts.Close(reason.Trim()) : "");

    private FillRequest Request => new(region, month, full, reason.Trim());

    private string MonthHelp => months.Count > 0 ? "往月为月末留存的数字。" : layout.Blocks.Count > 0 ? "有明细行的表按当前数据填写；明细行选了能按日期统计的指标时，也可填往月。" : "表里的指标没有留存往月的数字。";

    private string NameOf(long key) => user.Identity.Scope.NameOf(key, regions.Tree);

    private string Indent(RegionNode place) => new('　', Math.Max(0, (int)place.Level - (places.Count > 0 ? (int)places[0].Level : 0)));

    private Task<IReadOnlyList<LookupItem>> Find(string part) => Task.FromResult<IReadOnlyList<LookupItem>>(
    [
        .. places.Where(p => p.Name.Contains(part.Trim(), StringComparison.Ordinal)).Take(Most)
            .Select(p => new LookupItem(p.Key, NameOf(p.Key), string.Join(' ', regions.Tree.PathOf(p.Key).SkipLast(1).TakeLast(2).Select(n => n.Name)))),
    ]);

    private void Type(string typed) => (text, region) = (typed, typed == text ? region : 0);

    private Task PickAsync(long key)
    {
        (region, text) = (key, NameOf(key));
        return JudgeAsync();
    }

    private Task MonthAsync(string? value)
    {
        month = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : null;
        return JudgeAsync();
    }

    /// <summary>A download that is refused says nothing; so it is asked before.</summary>
    private async Task JudgeAsync() => refusal = region == 0 ? null : await filling.RefusalAsync(layout, Request with { IsFull = false }, CancellationToken.None);

    private void Ask() => fault = "导出事由：没有填写。请写明为什么需要完整的号码，例如 上报县扶贫办核对。";
}

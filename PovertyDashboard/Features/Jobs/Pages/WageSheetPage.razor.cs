using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>One wage sheet (工资表): its lines, the acts that its state and the user's right allow, and its corrections; live.</summary>
public sealed partial class WageSheetPage : ComponentBase, IDisposable
{
    private readonly WageReader reader;
    private readonly WageDesk desk;
    private readonly WageApproval approval;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly IDialogService dialogs;
    private readonly Snack snack;
    private readonly NavigationManager navigation;
    private readonly AddressTexts texts;
    private readonly LiveReload live;
    private WageView? view;
    private IReadOnlyList<string> leftOut = [];
    private bool busy;
    private bool isMissing;
    private string asOf = "";

    public WageSheetPage(
        WageReader reader, WageDesk desk, WageApproval approval, RegionDirectory regions, CurrentUser user, Clock clock, IDialogService dialogs, Snack snack, NavigationManager navigation, AddressTexts texts, LiveFeed feed)
    {
        (this.reader, this.desk, this.approval, this.regions, this.user, this.clock) = (reader, desk, approval, regions, user, clock);
        (this.dialogs, this.snack, this.navigation, this.texts) = (dialogs, snack, navigation, texts);
        live = new LiveReload(feed, [WageLedger.Key, WageLedger.SheetsKey], () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public int Month { get; set; }

    [Parameter]
    public long Township { get; set; }

    [SupplyParameterFromQuery(Name = "batch")]
    private string? Batch { get; set; }

    private WageSheet Sheet => view!.Sheet;

    private string Town => regions.Tree.NameOf(Township);

    private bool MayMake => user.Identity.May(Act.Write) && user.Identity.Scope.Contains(Township);

    private bool MayEdit => MayMake && Sheet.State == WageState.Draft;

    private string ScopeText => $"{view!.Lines.Count} 人 · 实发 {WageRules.Yuan(view.Lines.Sum(l => l.Net))} 元";

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            view = YearMonth.IsMonth(Month) && user.Identity.Scope.Touches(Township) ? await reader.ReadAsync(Township, Month, Batch ?? "", live.Left) : null;
            isMissing = view is null;
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private Task<bool> SubmitAsync() => DoAsync(() => approval.SubmitAsync(Sheet.Id, Sheet.Version, live.Left));

    private Task<bool> WithdrawAsync() => DoAsync(() => approval.WithdrawAsync(Sheet.Id, Sheet.Version, live.Left));

    private Task<bool> RemakeAsync() => DoAsync(() => desk.MakeAsync(Township, Month, live.Left));

    private Task<bool> AdjustAsync(WageAdjustment change) => DoAsync(() => desk.AdjustAsync(change, live.Left), tells: false);

    private Task<bool> RemoveAsync(WageLine line) => DoAsync(() => desk.RemoveAsync(line.Id, line.Version, live.Left), tells: false);

    private Task AddAsync(ChangeEventArgs e) =>
        long.TryParse(e.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var holder) ? DoAsync(() => desk.AddAsync(Sheet.Id, holder, live.Left), tells: false) : Task.CompletedTask;

    private async Task ApproveAsync()
    {
        var request = new ConfirmRequest($"审定{Sheet.Title}？", "审定", $"{Town} · {view!.Lines.Count} 人 · 实发 {WageRules.Yuan(view.Lines.Sum(l => l.Net))} 元。审定后固定不变，差错只能用更正表补发或扣回。");
        if (await ConfirmDialog.AskAsync(dialogs, request) is { IsYes: true }) await DoAsync(() => approval.ApproveAsync(Sheet.Id, Sheet.Version, live.Left));
    }

    private async Task ReturnAsync()
    {
        var request = new ConfirmRequest($"退回{Sheet.Title}？", "退回", $"退给 {Sheet.MadeByName} 修改。", ReasonLabel: "退回原因", ReasonHint: "写明要改什么，例如 考勤漏记");
        if (await ConfirmDialog.AskAsync(dialogs, request) is { IsYes: true } answer) await DoAsync(() => approval.ReturnAsync(Sheet.Id, Sheet.Version, answer.Reason, live.Left));
    }

    private async Task DiscardAsync()
    {
        var request = new ConfirmRequest($"作废{Sheet.Title}草稿？", "作废", $"{Town} · {view!.Lines.Count} 人。考勤不受影响，可以再次生成。", IsDanger: true);
        if (await ConfirmDialog.AskAsync(dialogs, request) is not { IsYes: true }) return;
        if (await DoAsync(() => desk.DiscardAsync(Sheet.Id, live.Left))) navigation.NavigateTo(JobsPlace.Address(WageAddress.All, Township, Month));
    }

    private async Task CorrectAsync()
    {
        var request = new ConfirmRequest($"更正{Sheet.Title}？", "做更正表", "按现在的考勤和标准重新计算，与已发的差额列入更正表，由另一人审定。", ReasonLabel: "更正说明", ReasonHint: "写明为什么更正，例如 8 月 12 日漏记出勤");
        if (await ConfirmDialog.AskAsync(dialogs, request) is not { IsYes: true } answer) return;
        WageOutcome? made = null;
        if (await DoAsync(async () => made = await desk.CorrectAsync(Sheet.Id, answer.Reason, live.Left)) && made?.Sheet is { } sheet) navigation.NavigateTo(WageAddress.Of(sheet.Month, sheet.Region, sheet.Batch));
    }

    private async Task ExportAsync()
    {
        if (!user.Identity.May(Act.ExportFull))
        {
            navigation.NavigateTo(WageAddress.Payroll(Sheet.Id, reason: null), forceLoad: true);
            return;
        }

        var request = new ConfirmRequest("导出花名册", "导出", "写明事由则导出完整的证件号码和银行账号，并记入审计；不写则遮住。", ReasonLabel: "导出事由", ReasonHint: "例如 报银行代发", IsReasonRequired: false);
        if (await ConfirmDialog.AskAsync(dialogs, request) is { IsYes: true } answer)
            navigation.NavigateTo(WageAddress.Payroll(Sheet.Id, answer.Reason.Length == 0 ? null : texts.Close(answer.Reason)), forceLoad: true);
    }

    private async Task<bool> DoAsync(Func<Task<WageOutcome>> act, bool tells = true)
    {
        if (busy) return false;
        busy = true;
        try
        {
            var outcome = await act();
            if (tells || outcome.LeftOut.Count > 0) leftOut = outcome.LeftOut;
            if (!outcome.IsDone) snack.Failed(outcome.Message);
            else if (tells) snack.Done(outcome.Message.StartsWith('已') ? outcome.Message[1..].TrimEnd('。') : "保存");
            await ReadAsync();
            return outcome.IsDone;
        }
        finally
        {
            busy = false;
        }
    }
}

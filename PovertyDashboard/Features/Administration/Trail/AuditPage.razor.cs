using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.Trail;

/// <summary>Who did what and when (审计): search, pages, the state of the chain; personal values are masked. For administrators only.</summary>
public sealed partial class AuditPage(AuditReader reader, AuditWords words, Clock clock, NavigationManager navigation) : ComponentBase, IDisposable
{
    private const string Address = "/admin/audit";

    // As many values as a line shows before it folds.
    private const int Few = 3;
    private const int DaysShown = 7;

    private static readonly IReadOnlyList<string> Actions = AuditActions.All;
    private readonly CancellationTokenSource leaving = new();
    private AuditPageResult? result;
    private AuditChainState? chain;
    private IReadOnlyList<string> users = [];
    private string from = "";
    private string to = "";
    private string user = "";
    private string action = "";
    private string subject = "";
    private string row = "";
    private string? fault;
    private string? rowFault;

    private AuditQuery Query { get; set; } = new();

    public void Dispose()
    {
        navigation.LocationChanged -= Moved;
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        navigation.LocationChanged += Moved;
        users = await reader.UsersAsync(leaving.Token);
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await WalkAsync(again: false);
        StateHasChanged();
    }

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(async () =>
    {
        if (leaving.IsCancellationRequested || !new Uri(navigation.Uri).AbsolutePath.Equals(Address, StringComparison.Ordinal)) return;
        await ReadAsync();
        StateHasChanged();
    });

    /// <summary>Instants are real ones, whatever day the store stands at: without an address, the last days of the calendar.</summary>
    private AuditQuery Asked()
    {
        var asked = new Uri(navigation.Uri).Query;
        if (asked.Length > 1) return AuditQuery.Parse(QueryHelpers.ParseQuery(asked));
        var today = DateOnly.FromDateTime(clock.LocalNow);
        return new AuditQuery { From = today.AddDays(1 - DaysShown), To = today };
    }

    private async Task ReadAsync()
    {
        Query = Asked();
        (from, to) = (Query.From is { } first ? ColumnText.Day(first) : "", Query.To is { } last ? ColumnText.Day(last) : "");
        (user, action, subject, row) = (Query.User, Query.Action, Query.Subject, Query.Row == 0 ? "" : Query.Row.ToString(CultureInfo.InvariantCulture));
        result = await reader.PageAsync(Query, leaving.Token);
    }

    private Task WalkAgainAsync() => WalkAsync(again: true);

    private async Task WalkAsync(bool again)
    {
        chain = null;
        chain = await reader.ChainAsync(again, leaving.Token);
    }

    private void Search()
    {
        (fault, rowFault) = (null, null);
        var (begin, end) = (Day("开始日期", from), Day("结束日期", to));
        if (fault is null && begin > end) fault = $"结束日期：早于开始日期（{from} 至 {to}）。请填写不早于开始日期的日期。";
        var number = 0L;
        if (row.Trim().Length > 0 && !long.TryParse(row.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number)) rowFault = $"行号：不是数字（“{row}”）。请填写数字，例如 128。";
        if (fault is not null || rowFault is not null) return;
        var asked = new AuditQuery { From = begin, To = end, User = user.Trim(), Action = action, Subject = subject, Row = number };
        navigation.NavigateTo(Address + (asked.ToQueryString() is { Length: > 0 } text ? text : "?from="));
    }

    private Task ClearAsync()
    {
        navigation.NavigateTo(Address);
        return Task.CompletedTask;
    }

    private DateOnly? Day(string field, string text)
    {
        if (text.Trim().Length == 0) return null;
        var (day, wrong) = DateText.Read(text, DateOnly.FromDateTime(clock.LocalNow));
        if (wrong is not null) fault = RowValidation.Sentence(field, $"{wrong}。请填写存在的日期，例如 2020-08-28");
        return day;
    }

    private string? HrefOf(long? border, bool newer) => border is { } at ? Address + (Query with { At = at, Newer = newer }).ToQueryString() : null;
}

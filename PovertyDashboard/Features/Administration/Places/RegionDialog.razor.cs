using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.Places;

/// <summary>The form of a place (地区表单): a new one below another, or the name, code and dates of one that is there.</summary>
public sealed partial class RegionDialog(RegionService service, Clock clock) : ComponentBase
{
    private AdminOutcome? outcome;
    private string name = "";
    private string code = "";
    private string from = "";
    private string to = "";
    private string exited = "";
    private bool isPoor;
    private bool busy;

    /// <summary>The place; for a new one, the place that will run it.</summary>
    [Parameter, EditorRequired]
    public RegionNode Node { get; set; } = default!;

    [Parameter]
    public bool IsNew { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private RegionLevel Level => IsNew ? Node.Level + 1 : Node.Level;

    private string NounBelow => Node.Level switch { RegionLevel.City => "县区", RegionLevel.County => "乡镇", _ => "村" };

    private int Digits => NewRegionKey.CodeLength(Level);

    private bool IsAsked => outcome is { Warnings.Count: > 0 };

    protected override void OnInitialized()
    {
        if (IsNew) (from, to) = (ColumnText.Day(clock.Today), "");
        else (name, code, from, to) = (Node.FullName, Node.Code, TextOf(Node.ValidFrom), TextOf(Node.ValidTo));
        if (!IsNew) (isPoor, exited) = (Node.IsPovertyVillage, Node.ExitedIn?.ToString(CultureInfo.InvariantCulture) ?? "");
    }

    private static string TextOf(DateOnly? day) => day is { } known ? ColumnText.Day(known) : "";

    private string? FaultOf(string field) => outcome?.Faults.Where(f => f.Column == field).Select(f => f.Message).FirstOrDefault();

    private string? Invalid(string field) => FaultOf(field) is null ? null : "true";

    private string? Described(string id, string field, bool hasHelp) => FieldFrame.DescribedBy(id, FaultOf(field), hasHelp ? "help" : null);

    /// <summary>Another day is another question.</summary>
    private void Ending(string text)
    {
        to = text;
        if (IsAsked) outcome = null;
    }

    private async Task SaveAsync()
    {
        var faults = new List<Fault>();
        var draft = new RegionDraft(name, code, Day("启用日期", from, faults), Day("终止日期", to, faults)) { IsPovertyVillage = isPoor, ExitedIn = YearOf(faults) };
        if (faults.Count > 0)
        {
            outcome = AdminOutcome.Invalid(faults);
            return;
        }

        busy = true;
        outcome = IsNew
            ? await service.AddAsync(Node.Key, draft, CancellationToken.None)
            : await service.ChangeAsync(Node.Key, draft, RegionDraft.Of(Node), IsAsked, CancellationToken.None);
        busy = false;
        if (outcome.Done) Dialog.Close(outcome);
    }

    private int? YearOf(List<Fault> faults)
    {
        if (exited.Trim().Length == 0) return null;
        if (int.TryParse(exited.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return year;
        faults.Add(new Fault("退出年度", $"退出年度：不是年份（“{exited}”）。请填写四位数字，例如 2018。"));
        return null;
    }

    private DateOnly? Day(string field, string text, List<Fault> faults)
    {
        if (text.Trim().Length == 0) return null;
        var (day, fault) = DateText.Read(text, clock.Today);
        if (fault is not null) faults.Add(new Fault(field, RowValidation.Sentence(field, $"{fault}。请填写存在的日期，例如 2020-08-28")));
        return day;
    }
}

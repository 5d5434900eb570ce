using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The input of one column (字段输入): one look for each kind.</summary>
public sealed partial class FieldInput(CodeListDirectory codes, HouseholdFinder finder, FullValues values, RegionDirectory regions, IDbContextFactory<AppDbContext> stores) : ComponentBase
{
    private static readonly IReadOnlyList<(string Value, string Title)> YesNo = [("是", "是"), ("否", "否"), ("", "未填写")];
    private IReadOnlyList<HouseholdKey> found = [];

    [Parameter, EditorRequired]
    public LedgerForm Form { get; set; } = default!;

    [Parameter, EditorRequired]
    public FormField Field { get; set; } = default!;

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    /// <summary>Id of the row; 0 for a new one.</summary>
    [Parameter]
    public long RowId { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>The field has got a new text.</summary>
    [Parameter]
    public EventCallback<FormField> OnChange { get; set; }

    private Column Column => Field.Column;

    private bool IsGroup => Column.Kind is ColumnKind.Codes or ColumnKind.YesNo;

    private bool IsWide => Column.Kind is ColumnKind.LongText or ColumnKind.Codes;

    private string? Invalid => Field.Fault is null ? null : "true";

    private string? Described => FieldFrame.DescribedBy(Field.Id, Field.Fault, Column.Help);

    private string LookupHint => Column.MayNameProject ? "输入户主姓名查找，或写项目名称" : "输入姓名或户编号查找";

    private string InputMode => Column.Kind switch
    {
        ColumnKind.Integer or ColumnKind.BankCard or ColumnKind.HouseholdNumber => "numeric",
        ColumnKind.Decimal or ColumnKind.Money => "decimal",
        ColumnKind.Phone => "tel",
        _ => "text",
    };

    private string[] Chosen => Field.Text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The list's texts, and what old rows hold though it is no longer offered.</summary>
    private IReadOnlyList<string> Offered
    {
        get
        {
            var texts = codes.Current.Texts(Column.CodeList!);
            var kept = Column.Kind == ColumnKind.Codes ? Chosen : Field.Text.Length == 0 ? [] : [Field.Text];
            return [.. texts, .. kept.Except(texts)];
        }
    }

    private Task PutAsync(string? text)
    {
        Form.Type(Field, text ?? "");
        return OnChange.InvokeAsync(Field);
    }

    private Task ToggleAsync(string text)
    {
        var chosen = Chosen.Contains(text) ? Chosen.Where(c => c != text) : Chosen.Append(text);
        return PutAsync(string.Join(',', chosen.OrderBy(c => codes.Current.OrderOf(Column.CodeList!, c))));
    }

    private async Task<IReadOnlyList<LookupItem>> FindAsync(string text)
    {
        found = await finder.SearchAsync(text, Form.Region == 0 ? null : Form.Region, CancellationToken.None);
        return [.. found.Select(h => new LookupItem(h.Id, h.HeadName, $"{regions.Tree.NameOf(h.Region)} {h.Number}"))];
    }

    private async Task<IReadOnlyList<LookupItem>> SuggestAsync(string text)
    {
        await using var db = await stores.CreateDbContextAsync(CancellationToken.None);
        var texts = await Column.Suggest!(db, Form.Region, CancellationToken.None);
        return [.. texts.Where(t => t.Contains(text.Trim(), StringComparison.Ordinal)).Select((t, i) => new LookupItem(i, t, ""))];
    }

    private Task PickAsync(LookupItem item)
    {
        Form.Pick(Field, found.First(h => h.Id == item.Key));
        return OnChange.InvokeAsync(Field);
    }

    private async Task UnmaskAsync()
    {
        if (await values.ShowAsync(Ledger, RowId, Column, CancellationToken.None) is { } full) Field.Unmask(full);
    }
}

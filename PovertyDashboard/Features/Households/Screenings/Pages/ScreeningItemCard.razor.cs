using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;

namespace PovertyDashboard.Features.Households.Screenings.Pages;

/// <summary>One item of a household's screening (摸排项目卡片): its facts, what they say, the result and its basis.</summary>
public sealed partial class ScreeningItemCard : ComponentBase
{
    [Parameter, EditorRequired]
    public ScreeningItem Item { get; set; } = default!;

    [Parameter, EditorRequired]
    public ScreeningForm Form { get; set; } = default!;

    [Parameter]
    public int Number { get; set; }

    /// <summary>The result of the screening before; empty for the first.</summary>
    [Parameter]
    public string Before { get; set; } = "";

    /// <summary>What the household itself says beside the standard, such as the names of its children.</summary>
    [Parameter]
    public string Hint { get; set; } = "";

    [Parameter]
    public bool CanWrite { get; set; }

    /// <summary>Something was typed or chosen.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private string Result => Form.ResultOf(Item);

    private IReadOnlyList<FormField> Facts => Form.FactsOf(Item);

    private FormField Basis => Form.Field(Item.BasisHeader);

    private Judgement? Judged => Form.Judgements.GetValueOrDefault(Item);

    private string? Fault => Form.Field(Item.Name).Fault ?? (Form.ClashOf(Item) is { } clash ? $"{Item.Name}：{clash}" : null);

    private string Standard => (Item.Code switch
    {
        "income" => "家庭人均纯收入不低于当年标准。",
        "food" => "平常吃得饱；一段时间内能吃到肉、蛋、奶或豆制品。",
        "clothing" => "四季有应季衣服，有换季被褥和鞋。",
        "schooling" => "6 至 15 周岁的孩子在校，或送教上门，或经批准休学、缓学。",
        "medical" => "全员参加基本医保；常见病、慢性病看得上、看得起。",
        "housing" => "住房鉴定 A、B 级，或另有安全住房；C、D 级须改造。",
        _ => "水量、水质、方便程度、保证率四项都达标或基本达标。",
    }) + Hint;

    private static string ToneOf(string result) => result switch { ScreeningResult.Met => "closed", ScreeningResult.Failed => "overdue", _ => "assign" };

    private static string ToneOfGrade(string grade) => grade switch { WaterStandard.Met => "closed", WaterStandard.Basic => "rectify", WaterStandard.Failed => "overdue", _ => "outlined" };

    private static string IconOf(string result) => result switch
    {
        ScreeningResult.Met => Icons.Material.Outlined.Check,
        ScreeningResult.Failed => Icons.Material.Outlined.Close,
        _ => Icons.Material.Outlined.Remove,
    };

    private Task ChooseAsync(string result)
    {
        Form.Choose(Item, result);
        return Changed.InvokeAsync();
    }

    private Task TypedAsync(FormField field)
    {
        Form.Typed(field);
        return Changed.InvokeAsync();
    }
}

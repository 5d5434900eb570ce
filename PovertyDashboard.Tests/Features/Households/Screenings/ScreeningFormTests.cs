using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Features.Households.Screenings.Pages;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Tests.Features.Households.Screenings;

/// <summary>The form of a screening while it is filled in: results follow from the facts, and a result against them is told at once.</summary>
public class ScreeningFormTests
{
    private static readonly ScreeningItem Water = ScreeningItem.All.Single(i => i.Code == "water"), Food = ScreeningItem.All.Single(i => i.Code == "food");

    [Fact]
    public async Task A_result_follows_the_facts_as_they_are_typed_and_its_clash_is_told()
    {
        await using var store = await BookStore.OpenAsync();
        var form = Form(store, ScreeningSamples.Met());
        Assert.Equal((7, 0), (form.Answered, form.Failed.Count));

        Type(form, "用水量", "15");
        Assert.Equal((ScreeningResult.Failed, "水量未达标"), (form.ResultOf(Water), form.Judgements[Water]!.Words));
        Assert.Equal(Water, Assert.Single(form.Failed));
        Assert.Equal([("水量", "未达标"), ("水质", "达标"), ("方便程度", "达标"), ("保证率", "达标")], form.WaterGrades);

        form.Choose(Water, ScreeningResult.Met);
        Assert.Equal("按所填情况应为“未达标”（水量未达标）。请核对情况，或改选结果。", form.ClashOf(Water));
        Type(form, "用水量", "十五");
        Assert.Equal("用水量：不是整数（“十五”）。请填写整数，例如 3。", form.Field("用水量").Fault);
    }

    [Fact]
    public async Task What_the_facts_do_not_tell_is_chosen_and_water_in_the_house_is_not_fetched()
    {
        await using var store = await BookStore.OpenAsync();
        var form = Form(store, new Screening { Region = BookStore.Sanhe, HouseholdName = "王某", ScreenedOn = BookStore.Today });
        Assert.Equal(0, form.Answered);
        form.Choose(Food, ScreeningResult.Met);
        Assert.Equal((1, null), (form.Answered, form.ClashOf(Food)));

        Assert.Contains(form.FactsOf(Water), f => f.Column.Header == "取水时间");
        Type(form, "供水入户", "是");
        Assert.DoesNotContain(form.FactsOf(Water), f => f.Column.Header == "取水时间");
    }

    private static ScreeningForm Form(BookStore store, Screening screening) =>
        new(screening, ScreeningJudge.On(store.Settings, screening.ScreenedOn), new ColumnParser(store.Store.Services.GetRequiredService<CodeListDirectory>().Current, BookStore.Today));

    private static void Type(ScreeningForm form, string header, string text)
    {
        var field = form.Field(header);
        form.Form.Type(field, text);
        form.Typed(field);
    }
}

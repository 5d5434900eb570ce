using Bunit;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Tests.Components.Shared;

public class EChartTests : ComponentContext
{
    [Fact]
    public void An_option_is_drawn_once_and_a_changed_one_updates_the_same_chart()
    {
        var module = Context.JSInterop.SetupModule("/js/echart.js");
        var chart = module.SetupModule("create", _ => true);
        chart.SetupVoid("update", _ => true).SetVoidResult();
        var view = Context.Render<EChart>(p => p.Add(c => c.Option, new { a = 1 }).Add(c => c.Label, "图"));
        view.Render(p => p.Add(c => c.Option, new { a = 1 }));
        chart.VerifyNotInvoke("update");
        view.Render(p => p.Add(c => c.Option, new { a = 2 }));
        Assert.Equal("""{"a":2}""", chart.VerifyInvoke("update").Arguments[0]);
        module.VerifyInvoke("create");
    }

    [Fact]
    public async Task A_click_tells_series_name_and_index()
    {
        ChartClick? click = null;
        var view = Context.Render<EChart>(p => p.Add(c => c.Option, new { }).Add(c => c.Label, "图").Add(c => c.OnClick, c => click = c));
        await view.Instance.ClickedAsync("逾期", "韩集新村", 4);
        Assert.Equal(new ChartClick("逾期", "韩集新村", 4), click);
    }
}

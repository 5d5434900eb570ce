using Bunit;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Layout;

namespace PovertyDashboard.Tests.Components.Layout;

public class PageErrorBoundaryTests : ComponentContext
{
    [Fact]
    public void A_failing_page_shows_an_id_and_nothing_of_the_exception()
    {
        RenderFragment failing = _ => throw new InvalidOperationException("SELECT secret FROM table");
        var page = Context.Render<PageErrorBoundary>(p => p.Add(b => b.ChildContent, failing));
        Assert.Equal("页面出错了", page.Find("h1").TextContent);
        Assert.Matches("^E-[0-9A-F]{6}$", page.Find("b").TextContent);
        Assert.DoesNotContain("SELECT", page.Markup, StringComparison.Ordinal);
    }
}

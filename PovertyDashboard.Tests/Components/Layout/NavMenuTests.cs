using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Components.Layout;

public class NavMenuTests : ComponentContext
{
    [Fact]
    public void Entries_stand_in_their_groups_and_only_groups_with_entries_are_named()
    {
        Add(new NavItem(NavGroup.Tools, "导入", "", "/imports", 1), new NavItem(NavGroup.Targets, "三保障摸排", "", "/ledgers/screenings", 2),
            new NavItem(NavGroup.Targets, "贫困户", "", "/ledgers/households", 1), new NavItem(NavGroup.Overview, "总览", "", "/", 1));
        var menu = Context.Render<NavMenu>();
        Assert.Equal(["总览", "贫困户", "三保障摸排", "导入"], menu.FindAll("a").Select(a => a.TextContent.Trim()));
        Assert.Equal(["帮扶对象", "工具"], menu.FindAll(".group-title").Select(t => t.TextContent));
    }

    [Fact]
    public void The_nearest_entry_above_the_page_is_the_current_one_and_follows_navigation()
    {
        Add(new NavItem(NavGroup.Overview, "总览", "", "/", 1), new NavItem(NavGroup.Targets, "贫困户", "", "/ledgers/households", 1),
            new NavItem(NavGroup.VillageAndRectification, "整改台账", "", "/ledgers/problems", 1));
        var navigation = Context.Services.GetRequiredService<BunitNavigationManager>();
        navigation.NavigateTo("/ledgers/problems?measure=open");
        var menu = Context.Render<NavMenu>();
        Assert.Equal("整改台账", menu.Find("[aria-current=page]").TextContent.Trim());

        navigation.NavigateTo("/ledgers/households/12");
        menu.WaitForAssertion(() => Assert.Equal("贫困户", menu.Find("[aria-current=page]").TextContent.Trim()));
    }

    [Fact]
    public void An_entry_is_hidden_from_those_who_lack_its_right_and_so_is_a_group_without_entries()
    {
        Add(new NavItem(NavGroup.Tools, "账号", "", "/admin/users", 1, Needs: Act.Administer), new NavItem(NavGroup.Targets, "贫困户", "", "/ledgers/households", 2));
        var menu = Context.Render<NavMenu>();
        Assert.Equal(["贫困户"], menu.FindAll("a").Select(a => a.TextContent.Trim()));
        Assert.Equal(["帮扶对象"], menu.FindAll(".group-title").Select(t => t.TextContent));

        SignIn(Roles.Administrator);
        Assert.Equal(["账号"], Context.Render<NavMenu>().FindAll("a").Select(a => a.TextContent.Trim()));
    }

    [Fact]
    public void An_overdue_count_is_read_with_its_words_and_vanishes_at_nought()
    {
        Add(new NavItem(NavGroup.VillageAndRectification, "整改台账", "", "/ledgers/problems", 1, typeof(Thirteen)));
        Assert.Contains("逾期 13 件", Context.Render<NavMenu>().Find(".count").TextContent, StringComparison.Ordinal);
        Assert.Empty(Context.Render<NavCount>(p => p.Add(c => c.Value, 0).Add(c => c.Label, "逾期 0 件")).Markup);
    }

    private void Add(params NavItem[] items)
    {
        foreach (var item in items) Context.Services.AddSingleton(item);
    }

    private sealed class Thirteen : ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<NavCount>(0);
            builder.AddAttribute(1, nameof(NavCount.Value), 13L);
            builder.AddAttribute(2, nameof(NavCount.Label), "逾期 13 件");
            builder.CloseComponent();
        }
    }
}

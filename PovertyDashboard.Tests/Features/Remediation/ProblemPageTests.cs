using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Attachments;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Features.Remediation;

/// <summary>A problem's own page, for those who deal with it and those who look.</summary>
public sealed class ProblemPageTests
{
    [Fact]
    public async Task Staff_see_the_next_step_and_every_section()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff);
        var page = Open(screen, (await screen.Store.AddAsync()).Id);
        Assert.Equal(["屋顶漏雨", "整改", "佐证照片", "核验与销号", "办理记录"], page.FindAll("h2").Select(h => h.TextContent));
        Assert.Equal("交办", page.Find(".toolbar .btn.main").TextContent);
        Assert.Contains("修改", ButtonsOf(page), StringComparison.Ordinal);
        Assert.Equal(["整改前", "整改后"], page.FindAll(".photos h3").Select(h => h.TextContent));
        Assert.Equal(2, page.FindAll(".photos .add").Count);
    }

    [Fact]
    public async Task A_photo_is_added_on_the_page_as_evidence()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff);
        var id = (await screen.Store.AddAsync()).Id;
        var page = Open(screen, id);
        var after = page.FindComponents<PhotoStrip>()[1];
        await after.InvokeAsync(() => after.Instance.ReceiveAsync(new SentPicture(TestPictures.Jpeg(90, 60))));
        Assert.Equal("整改后", page.Find(".photos .photo .state").TextContent.Trim());
        await screen.Store.InStoreAsync(Leader, db =>
        {
            var kept = db.Set<Attachment>().Single();
            Assert.Equal((ProblemLedger.Key, id, AttachmentKind.After), (kept.OwnerLedger, kept.OwnerId, kept.Kind));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_leader_reads_history_and_photos_and_changes_nothing()
    {
        await using var screen = await RemediationScreen.OfAsync(Leader);
        var id = (await screen.Store.AddAsync()).Id;
        await screen.Store.ActAsync(Staff, id, ProblemAct.Assign);
        await screen.Store.PhotographAsync(Staff, id, AttachmentKind.Before);
        var page = Open(screen, id);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".photos .photo")));
        Assert.Equal(["交办", "发现"], page.FindAll(".steps b").Select(b => b.TextContent));
        Assert.Empty(page.FindAll("button"));
        Assert.Empty(page.FindAll(".add"));
        Assert.Equal("没有照片", page.Find(".photos .none").TextContent);
    }

    [Fact]
    public async Task The_evidence_of_a_closed_problem_stands()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff);
        var id = (await screen.Store.AddAsync()).Id;
        await screen.Store.PhotographAsync(Staff, id);
        foreach (var (user, act) in new[] { (Staff, ProblemAct.Assign), (Staff, ProblemAct.Report), (OtherStaff, ProblemAct.Close) }) await screen.Store.ActAsync(user, id, act);
        var page = Open(screen, id);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".photos .photo")));
        Assert.Empty(page.FindAll(".add, .remove"));
        Assert.Contains("不能再增减", page.Find("#photos").ParentElement!.TextContent, StringComparison.Ordinal);

        // The service does not rely on the page.
        Assert.Contains("请先重开", (await screen.Store.PhotographAsync(Staff, id, width: 99)).Fault, StringComparison.Ordinal);
        var kept = (await screen.Store.WithAsync<AttachmentStore, IReadOnlyList<Attachment>>(Staff, s => s.ListAsync(new AttachmentOwner(ProblemLedger.Key, id), CancellationToken.None)))[0];
        Assert.Contains("请先重开", await screen.Store.WithAsync<AttachmentStore, string?>(Staff, s => s.DeleteAsync(kept.Id, "不要了", CancellationToken.None)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_and_photos_of_others_appear_on_the_open_page()
    {
        await using var screen = await RemediationScreen.OfAsync(Leader);
        var id = (await screen.Store.AddAsync()).Id;
        var page = Open(screen, id);
        var feed = screen.Context.Services.GetRequiredService<LiveFeed>();
        await feed.StartAsync(CancellationToken.None);
        await screen.Store.PhotographAsync(Staff, id);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".photos .photo")));
        await screen.Store.ActAsync(Staff, id, ProblemAct.Assign);
        page.WaitForAssertion(() => Assert.Equal(["交办", "发现"], page.FindAll(".steps b").Select(b => b.TextContent)));
        await feed.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Another_places_problem_is_not_shown()
    {
        await using var screen = await RemediationScreen.OfAsync(ZhangzhaiStaff);
        var page = screen.Show<ProblemPage>(("Id", (await screen.Store.AddAsync()).Id));
        page.WaitForAssertion(() => Assert.Contains("没有这件问题", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("邓某", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_of_no_known_household_is_marked_and_linked_by_hand()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff, services => services.AddHouseholds());
        var problem = await screen.Store.AddAsync(p => p.HouseholdName = "邓某（代）");
        var household = new Household { Region = Dayang, Number = "37159900001", HeadName = "邓某", Size = 2 };
        await screen.Store.InStoreAsync(UserIdentity.System, db =>
        {
            db.Add(household);
            return db.SaveChangesAsync();
        });
        var page = Open(screen, problem.Id);
        Assert.Contains("未关联", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Button(page, "关联户").Click();
        page.WaitForElement("#link-household");
        Button(page, "关联").Click();
        Assert.Equal("户：没有选择。请从列表中选择一户。", page.WaitForElement("#link-household-fault").TextContent.Trim());
        page.Find("#link-household").Click();
        page.WaitForElement("[role=option] .caption").ParentElement!.MouseDown();
        Button(page, "关联").Click();
        page.WaitForAssertion(() => Assert.Equal($"/households/{household.Id}", page.Find(".household a").GetAttribute("href")));
        Assert.DoesNotContain("未关联", page.Find(".facts").TextContent, StringComparison.Ordinal);
        var stored = await screen.Store.ReadAsync(problem.Id);
        Assert.Equal((household.Id, "邓某（代）"), (stored.HouseholdId, stored.HouseholdName));
    }

    [Fact]
    public async Task Who_may_not_edit_sees_the_mark_without_the_button()
    {
        await using var screen = await RemediationScreen.OfAsync(Inspector, services => services.AddHouseholds());
        var page = Open(screen, (await screen.Store.AddAsync()).Id);
        Assert.Contains("未关联", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("关联户", ButtonsOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reports_adds_his_photos_in_the_dialog()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff);
        var id = (await screen.Store.AddAsync()).Id;
        await screen.Store.ActAsync(OtherStaff, id, ProblemAct.Assign);
        var page = Open(screen, id);
        Assert.Equal("申请核验", page.Find(".toolbar .btn.main").TextContent);
        page.Find(".toolbar .btn.main").Click();
        page.WaitForElement(".mud-dialog .photos .add");
        Assert.Equal(["整改后"], page.FindAll(".mud-dialog .photos h3").Select(h => h.TextContent));
    }

    [Fact]
    public async Task Who_verifies_sees_before_and_after_in_the_dialog()
    {
        await using var screen = await RemediationScreen.OfAsync(Staff);
        var id = (await screen.Store.AddAsync()).Id;
        await screen.Store.PhotographAsync(Inspector, id, AttachmentKind.Before);
        foreach (var act in new[] { ProblemAct.Assign, ProblemAct.Report }) await screen.Store.ActAsync(OtherStaff, id, act);
        var page = Open(screen, id);
        Assert.Equal("核验", page.Find(".toolbar .btn.main").TextContent);
        page.Find(".toolbar .btn.main").Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".mud-dialog .photo")));
        Assert.Equal(["整改前", "整改后"], page.FindAll(".mud-dialog .photos h3").Select(h => h.TextContent));
    }

    private static IRenderedComponent<IComponent> Open(RemediationScreen screen, long id)
    {
        var page = screen.Show<ProblemPage>(("Id", id));
        page.WaitForElement(".steps");
        return page;
    }

    private static string ButtonsOf(IRenderedComponent<IComponent> page) => string.Join('|', page.FindAll("button").Select(b => b.TextContent.Trim()));

    private static IElement Button(IRenderedComponent<IComponent> page, string text) => page.FindAll("button").Single(b => b.TextContent.Trim() == text);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>
/// The way that every problem goes round, whoever has found it: rectified by A, closing by A refused, verified and closed by B, found again
/// at the second look; a leader's open page follows each step.
/// </summary>
/// <param name="site">The demo site.</param>
/// <param name="rectifier">A: hands the problem on and reports it rectified.</param>
/// <param name="verifier">B: verifies, closes and takes the second look.</param>
internal sealed class LoopWalk(BrowserSite site, string rectifier, string verifier)
{
    private const string FourEyes = "谁整改谁不能";

    /// <param name="leader">Whose overview stays open.</param>
    /// <param name="find">Makes the finding on a page and returns its problem.</param>
    public async Task GoRoundAsync(string leader, Func<Task<Problem>> find)
    {
        // A busy machine is no failure.
        SetDefaultExpectTimeout(30_000);
        var overview = await OpenOverview.OpenAsync(site, leader);
        var problem = await find();
        Assert.Equal(ProblemState.Waiting, problem.State);
        await overview.ExpectAsync(open: 1, verifying: 0);

        var a = await ProblemHands.OpenAsync(site, rectifier, problem);
        await a.ActAsync("交办", "交办", ("act-owner", "刘某"));
        await a.ActAsync("申请核验", "申请核验", ("act-note", "已上门整改到位"));
        await a.ExpectStateAsync(ProblemState.Verifying);
        await overview.ExpectAsync(open: 1, verifying: 1);
        await a.ExpectNoCloserAsync();
        await RefusedToAsync(rectifier, problem.Id);

        var b = await ProblemHands.OpenAsync(site, verifier, problem);
        await b.ExpectCloserAsync();
        await b.ActAsync("村核验", "村核验", ("act-note", "现场看过，已整改"));
        await b.ActAsync("核验", "销号", ("act-note", "材料和现场一致"));
        await b.ExpectStateAsync(ProblemState.Closed);
        await a.ExpectStateAsync(ProblemState.Closed);
        await overview.ExpectAsync(open: 0, verifying: 0);

        await FailSecondLookAsync(problem);
        await a.ExpectStateAsync(ProblemState.Rectifying);
        await a.ExpectTextAsync("复查不达标，已重开");
        await overview.ExpectAsync(open: 1, verifying: 0);
        await a.CloseAsync();
        await b.CloseAsync();
        await overview.CloseAsync();
    }

    /// <summary>Beside the page: the service answers whoever has rectified it with a sentence, and nothing is changed.</summary>
    private async Task RefusedToAsync(string account, long id)
    {
        var before = await ReadAsync(id);
        var user = await DemoIdentity.OfAsync(site.Site, account);
        foreach (var act in new[] { ProblemAct.Verify, ProblemAct.Close })
        {
            var outcome = await site.Site.AsAsync(user, s => s.GetRequiredService<ProblemDesk>().ActAsync(new ProblemRef(id, before.Version), act, new ActForm { Note = "同意" }, CancellationToken.None));
            Assert.Equal(ActStatus.Refused, outcome.Status);
            Assert.Contains(FourEyes, outcome.Message, StringComparison.Ordinal);
        }

        var after = await ReadAsync(id);
        Assert.Equal((before.Version, ProblemState.Verifying), (after.Version, after.State));
    }

    /// <summary>B finds at the second look that it does not hold.</summary>
    private async Task FailSecondLookAsync(Problem problem)
    {
        var page = await site.OpenAsync(verifier, string.Create(CultureInfo.InvariantCulture, $"/rechecks?ledger={problem.OriginLedger}&region={problem.Region}"), BrowserSite.Phone);
        var card = page.Locator("article.recheck", new() { HasText = problem.Description });
        await card.GetByLabel("复查说明").FillAsync("又和以前一样");
        await card.GetByRole(AriaRole.Button, new() { Name = "仍不达标" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private Task<Problem> ReadAsync(long id) => site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().AsNoTracking().SingleAsync(p => p.Id == id));
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

public sealed class LoginTests : IAsyncLifetime
{
    private readonly TestSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_page_without_login_leads_to_the_login_page_and_back()
    {
        using var client = _site.Visitor();
        using var refused = await client.GetAsync("/imports?region=371590115000");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.Equal("/login?returnUrl=%2Fimports%3Fregion%3D371590115000", refused.Headers.Location?.PathAndQuery);

        using var answer = await TestSite.PostLoginAsync(client, "demo.leader", DemoAccounts.Password, "/imports?region=371590115000");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/imports?region=371590115000", answer.Headers.Location?.PathAndQuery);
    }

    [Fact]
    public async Task A_login_is_audited_in_the_hash_chain()
    {
        using var client = await _site.LoggedInAsync("demo.leader");
        var entries = await _site.InStoreAsync(UserIdentity.System, db => db.Audit.OrderBy(a => a.Id).ToListAsync());
        Assert.Contains(entries, e => e is { Action: "登录", User: "demo.leader" });
        var previous = "";
        foreach (var entry in entries) Assert.Equal(PovertyDashboard.Data.AuditTrail.HashOf(previous, entry), previous = entry.Hash);
    }
}

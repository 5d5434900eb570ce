using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

/// <summary>Headers, error pages and the log.</summary>
public sealed class WebTests : IAsyncLifetime
{
    private readonly StagingSite _site = new() { LogLevel = "Information" };

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/login")]
    [InlineData("/css/tokens.css")]
    [InlineData("/")]
    [InlineData("/health/live")]
    public async Task Every_answer_bears_the_security_headers(string address)
    {
        using var client = _site.Visitor();
        using var answer = await client.GetAsync(address);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches("script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}';", policy);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data: blob:", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' ws://localhost", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Each_answer_has_a_nonce_of_its_own()
    {
        using var client = _site.Visitor();
        var nonces = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await client.GetAsync("/login");
            nonces.Add(Regex.Match(answer.Headers.GetValues("Content-Security-Policy").Single(), "nonce-([^']+)").Value);
        }

        Assert.Equal(5, nonces.Count);
    }

    [Fact]
    public async Task What_a_signed_in_user_saw_is_not_kept()
    {
        await _site.AddUserAsync("keep.leader", Roles.Leader, StagingSite.Hanji);
        using var client = await _site.LoggedInAsync("keep.leader");
        using var answer = await client.GetAsync("/account/password");
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_unexpected_shows_only_an_id_that_stands_in_the_log()
    {
        await _site.AddUserAsync("bad.leader", Roles.Leader, StagingSite.Hanji);
        using var client = await _site.LoggedInAsync("bad.leader");
        await _site.InStoreAsync(UserIdentity.System, db => db.Database.ExecuteSqlRawAsync("ALTER TABLE AspNetUsers RENAME TO Gone"));
        _site.Clock.Advance(TimeSpan.FromMinutes(1));

        using var answer = await client.GetAsync("/account/password?secret=371599199001010010");
        var text = await TestSite.TextAsync(answer);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var id = Regex.Match(text, "E-[0-9A-F]{6}").Value;
        Assert.NotEmpty(id);
        Assert.Contains(id, _site.Log.Text, StringComparison.Ordinal);
        Assert.Contains("no such table", _site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("371599199001010010", _site.Log.Text, StringComparison.Ordinal);
        foreach (var leak in new[] { "no such table", "Exception", "AspNetUsers", "   at ", _site.Folder }) Assert.DoesNotContain(leak, text, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_log_at_its_usual_level_holds_neither_SQL_nor_names()
    {
        await _site.AddUserAsync("quiet.leader", Roles.Leader, StagingSite.Hanji);
        using var client = await _site.LoggedInAsync("quiet.leader");
        using var page = await client.GetAsync("/account/password?name=示例户主");
        using var failed = await TestSite.PostLoginAsync(_site.Visitor(), "quiet.leader", "Not-The-Right-1");
        var log = _site.Log.Text;
        foreach (var word in new[] { "SELECT", "INSERT", "quiet.leader", "示例户主", "Not-The-Right-1" }) Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_missing_page_says_so_in_Chinese_with_its_status()
    {
        await _site.AddUserAsync("lost.leader", Roles.Leader, StagingSite.Hanji);
        using var client = await _site.LoggedInAsync("lost.leader");
        using var answer = await client.GetAsync("/no/such/page");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有这一页", await TestSite.TextAsync(answer), StringComparison.Ordinal);
        using var post = await client.PostAsync("/no/such/page", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Contains("请从菜单进入。", await TestSite.TextAsync(post), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_means_that_the_store_answers()
    {
        using var client = _site.Visitor();
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
        await _site.InStoreAsync(UserIdentity.System, db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Regions RENAME TO Gone"));
        using var ill = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ill.StatusCode);
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
    }
}

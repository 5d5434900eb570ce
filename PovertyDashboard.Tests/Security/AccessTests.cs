using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PovertyDashboard.Security.Login;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Security;

/// <summary>Every page and every address needs a login, but for those named here.</summary>
public sealed class AccessTests(StagingSite site) : IClassFixture<StagingSite>
{
    private static readonly Type[] OpenPages = [typeof(LoginPage)];

    private static readonly string[] OpenAddresses = ["/login", "/logout", "/health/live", "/health/ready"];

    [Fact]
    public void Every_routable_component_demands_a_login()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>(inherit: false).Any()).ToList();
        Assert.Contains(typeof(PasswordPage), pages);
        Assert.All(pages.Except(OpenPages), page =>
        {
            Assert.True(page.IsDefined(typeof(AuthorizeAttribute), inherit: true), $"{page.Name} has no [Authorize].");
            Assert.False(page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true), $"{page.Name} is open to all.");
        });
    }

    [Fact]
    public void Without_its_own_rule_an_address_demands_a_login()
    {
        var fallback = site.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy;
        Assert.Contains(fallback!.Requirements, r => r is DenyAnonymousAuthorizationRequirement);
    }

    [Fact]
    public void No_address_is_open_to_all_but_the_listed_ones()
    {
        var open = Routes().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null);
        Assert.Equal(OpenAddresses.Order(StringComparer.Ordinal), open.Select(Address).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_address_without_parameters_refuses_a_visitor()
    {
        using var client = site.Visitor();
        var asked = 0;
        foreach (var address in Routes().Where(e => e.RoutePattern.Parameters.Count == 0 && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).Select(Address).Distinct().Except(OpenAddresses))
        {
            using var answer = await client.GetAsync(address);
            Assert.True(answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed, $"{address} answered {answer.StatusCode}.");
            asked++;
        }

        Assert.NotEqual(0, asked);
    }

    [Theory]
    [InlineData("/no/such/page")]
    [InlineData("/ledgers/households/export")]
    [InlineData("/data/poverty.db")]
    [InlineData("/_blazor")]
    public async Task A_visitor_learns_nothing_about_other_addresses(string address)
    {
        using var client = site.Visitor();
        using var answer = await client.GetAsync(address);
        Assert.Equal((HttpStatusCode.Found, "/login"), (answer.StatusCode, answer.Headers.Location?.AbsolutePath));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/login")]
    [InlineData("/css/tokens.css")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task What_a_login_page_needs_is_open(string address)
    {
        using var client = site.Visitor();
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Address(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private List<RouteEndpoint> Routes()
    {
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText is not null).ToList();
        Assert.NotEmpty(routes);
        return routes;
    }
}

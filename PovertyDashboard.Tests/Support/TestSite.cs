using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using Serilog.Core;

namespace PovertyDashboard.Tests.Support;

/// <summary>
/// The whole site on a store of its own in a temporary folder, in Development unless told otherwise.
/// In memory for requests; <see cref="StartOnPort"/> makes it listen for a browser.
/// </summary>
public class TestSite : WebApplicationFactory<Program>
{
    private const string BrowserLike = "text/html";

    public string Folder { get; init; } = Directory.CreateTempSubdirectory("poverty-site-").FullName;

    public string EnvironmentName { get; init; } = Environments.Development;

    /// <summary>The clock of the site; the machine's where none is given.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>False keeps the folder for a second site on the same store.</summary>
    public bool DeletesFolder { get; init; } = true;

    /// <summary>Least level of what <see cref="Log"/> takes.</summary>
    public string LogLevel { get; init; } = "Error";

    public MemoryLog Log { get; } = new();

    /// <summary>What the first start wrote for the administrator.</summary>
    public StringWriter Notice { get; } = new();

    public string ConnectionString => $"Data Source={Path.Combine(Folder, "poverty.db")}";

    /// <summary>Listens on a free port and returns the address for a browser.</summary>
    public string StartOnPort()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>A client without login that keeps cookies and does not follow redirects.</summary>
    public HttpClient Visitor()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });
        client.DefaultRequestHeaders.Accept.ParseAdd(BrowserLike);
        return client;
    }

    /// <summary>A client that has logged in through the login form.</summary>
    public async Task<HttpClient> LoggedInAsync(string user, string password = DemoAccounts.Password)
    {
        var client = Visitor();
        using var answer = await PostLoginAsync(client, user, password);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    public static Task<HttpResponseMessage> PostLoginAsync(HttpClient client, string user, string password, string returnUrl = "/") =>
        PostFormAsync(client, "/login", "login", new() { ["Input.User"] = user, ["Input.Password"] = password, ["ReturnUrl"] = returnUrl });

    /// <summary>Opens the page, takes its antiforgery token and posts the form of the given name.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient client, string page, string form, Dictionary<string, string> fields)
    {
        var html = await client.GetStringAsync(page);
        fields["_handler"] = form;
        fields["__RequestVerificationToken"] = TokenOf(html);
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(page, content);
    }

    public static string TokenOf(string html) =>
        WebUtility.HtmlDecode(Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value);

    /// <summary>Text of an answer with entities decoded, so that Chinese sentences can be looked for.</summary>
    public static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>Makes an account that may log in at once with <see cref="DemoAccounts.Password"/>.</summary>
    public Task<AppUser> AddUserAsync(string userName, string role, params long[] regions) => AsAsync(UserIdentity.System, async services =>
    {
        var users = services.GetRequiredService<UserManager<AppUser>>();
        var user = new AppUser { UserName = userName, DisplayName = userName, Regions = AppUser.JoinKeys(regions) };
        Assert.True((await users.CreateAsync(user, DemoAccounts.Password)).Succeeded);
        Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        return user;
    });

    /// <summary>Runs work in a service scope of the given user.</summary>
    public async Task<T> AsAsync<T>(UserIdentity user, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs work on the store as the given user.</summary>
    public Task<T> InStoreAsync<T>(UserIdentity user, Func<AppDbContext, Task<T>> work) => AsAsync(user, async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await work(db);
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>True for the one site that makes the demo store from which the others are copied.</summary>
    internal bool MakesDemoStore { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (EnvironmentName == Environments.Development && !MakesDemoStore) DemoStore.CopyTo(Folder);
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("store", ConnectionString);
        builder.UseSetting("Serilog:MinimumLevel:Default", LogLevel);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(new FirstStartNotice(Notice)));
            services.AddSingleton<ILogEventSink>(Log);
            if (Time is not null) services.Replace(ServiceDescriptor.Singleton(Time));
        });
    }

    private void Clear()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        if (DeletesFolder && Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}

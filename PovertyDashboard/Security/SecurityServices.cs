using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using PovertyDashboard.Data;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Security.Login;
using PovertyDashboard.Security.Web;
using StoreOptions = PovertyDashboard.Data.StoreOptions;

namespace PovertyDashboard.Security;

/// <summary>Registers accounts, login, rights and the log, and puts them into the pipeline.</summary>
public static class SecurityServices
{
    /// <param name="builder">The host being built.</param>
    /// <param name="notices">Where the first administrator's one-time password is written.</param>
    public static void AddSecurity(this WebApplicationBuilder builder, TextWriter notices)
    {
        builder.UseServerDefaults();
        builder.AddServerLog();
        var services = builder.Services;
        services.AddScoped<AuditLog>().AddScoped<LoginService>().AddScoped<UserAccounts>().AddScoped<PasswordAge>();
        services.AddSingleton<UnknownAccounts>().AddSingleton<LoginTurns>().AddSingleton<SessionActivity>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
        AddAccounts(services);
        AddKeys(services);
        services.AddFirstAccounts(notices);
        services.AddAuthorization(AddPolicies);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<CircuitHandler, CircuitUser>();
    }

    /// <summary>Everything of a request that stands before its endpoint.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseErrorPages();
        if (!app.Environment.IsDevelopment()) app.UseHsts().UseHttpsRedirection();
        app.UseAuthentication();
        app.UseMiddleware<SignedInUser>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForgedForms);
    }

    /// <summary>A form with a wrong token never reaches its endpoint, whether or not that one would have looked.</summary>
    private static Task RefuseForgedForms(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        // All of Identity's cookies: ending a login signs out of every scheme by name.
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(LoginCookie.Configure);
        services.AddIdentityCore<AppUser>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = LoginRules.MaxFailures;
                options.Lockout.DefaultLockoutTimeSpan = LoginRules.LockTime;
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
                options.Password = new PasswordOptions
                {
                    RequiredLength = PasswordRules.MinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                    RequiredUniqueChars = 5,
                };
            })
            .AddRoles<IdentityRole<long>>()
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<UserClaimsFactory>()
            .AddErrorDescriber<AccountErrors>()
            .AddPasswordValidator<PasswordRules>();
        services.Configure<SecurityStampValidatorOptions>(LoginCookie.Configure);
    }

    /// <summary>The keys that seal cookies and forms lie beside the store, so that a restart signs nobody out.</summary>
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("PovertyDashboard");
        services.AddOptions<KeyManagementOptions>().Configure<StoreOptions, ILoggerFactory>((options, store, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(KeyFolder(store), loggers));
    }

    private static DirectoryInfo KeyFolder(StoreOptions store)
    {
        var path = Path.Combine(store.Folder, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Nothing without a login; one policy for each act, named like it.</summary>
    private static void AddPolicies(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var act in Enum.GetValues<Act>())
            options.AddPolicy(act.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.ToIdentity().May(act)));
    }
}

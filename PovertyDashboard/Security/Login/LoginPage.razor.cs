using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Security.Accounts;

namespace PovertyDashboard.Security.Login;

/// <summary>The login page (登录页): a plain form, since a cookie can only be set by a request.</summary>
public sealed partial class LoginPage(LoginService login, NavigationManager navigation, IHostEnvironment environment)
{
    private string? message;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm]
    private LoginInput Input { get; set; } = null!;

    [SupplyParameterFromForm(Name = "ReturnUrl")]
    private string? PostedReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "returnUrl")]
    private string? AskedReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "idle")]
    private string? Idle { get; set; }

    private string ReturnTo => ReturnUrl.Local(PostedReturnUrl ?? AskedReturnUrl);

    private IReadOnlyList<LoginDemo> Demo => environment.IsDevelopment()
        ? [.. DemoAccounts.All.Select(a => new LoginDemo(Roles.Titles[a.Role], a.UserName, DemoAccounts.Password, a.What))]
        : [];

    protected override void OnInitialized()
    {
        Input ??= new LoginInput();
        if (Idle is not null) message = LoginRules.IdleNotice;
        if (HttpMethods.IsGet(Http.Request.Method) && Http.User.Identity?.IsAuthenticated == true) navigation.NavigateTo(ReturnTo);
    }

    private async Task LoginAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.User) || string.IsNullOrEmpty(Input.Password))
        {
            message = "账号和密码：没有填全。请都填写后再登录。";
            return;
        }

        var outcome = await login.LoginAsync(Input.User, Input.Password, Http.RequestAborted);
        message = outcome.Message;
        if (outcome.User is { } user) navigation.NavigateTo(user.MustChangePassword ? SignedInUser.PasswordPath : ReturnTo);
    }
}

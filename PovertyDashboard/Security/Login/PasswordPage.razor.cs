using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Security.Login;

/// <summary>Where a user changes his password (修改密码); forced after a one-time password. A plain form, since the cookie changes too.</summary>
public sealed partial class PasswordPage(LoginService login, NavigationManager navigation)
{
    private string? message;
    private bool done;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm]
    private PasswordInput Input { get; set; } = null!;

    private bool IsForced => Http.User.HasClaim(c => c.Type == UserClaims.MustChangePassword);

    private bool IsExpired => Http.User.HasClaim(UserClaims.MustChangePassword, UserClaims.Expired);

    private string? Described => message is null ? null : "password-error";

    protected override void OnInitialized() => Input ??= new PasswordInput();

    private async Task ChangeAsync()
    {
        message = Missing();
        if (message is not null) return;
        var wasForced = IsForced;
        var outcome = await login.ChangePasswordAsync(Http.User, Input.Old!, Input.New!, Http.RequestAborted);
        if (outcome.User is null) message = outcome.Message;
        else if (wasForced) navigation.NavigateTo(ReturnUrl.Home);
        else done = true;
    }

    private string? Missing()
    {
        if (string.IsNullOrEmpty(Input.Old) || string.IsNullOrEmpty(Input.New)) return "密码：没有填全。请填写原密码和新密码。";
        return Input.New == Input.Again ? null : "再输一遍新密码：与新密码不一样。请重新输入。";
    }
}

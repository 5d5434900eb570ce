using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Layout;

/// <summary>Who is signed in, with theme, password and sign-out (用户菜单).</summary>
public sealed partial class UserMenu : ComponentBase
{
    [Parameter]
    public bool Dark { get; set; }

    [Parameter]
    public EventCallback<bool> DarkChanged { get; set; }

    private static string Name(ClaimsPrincipal user) => user.FindFirst(UserClaims.DisplayName)?.Value ?? user.Identity?.Name ?? "";

    private static string Office(ClaimsPrincipal user) => user.FindFirst(UserClaims.Office)?.Value ?? "";

    private static string Initial(string name) => name.Length == 0 ? "" : StringInfo.GetNextTextElement(name).ToUpperInvariant();
}

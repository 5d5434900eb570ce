using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Security.Login;

namespace PovertyDashboard.Components;

/// <summary>The HTML document (页面外壳); the looks a user chose stand in cookies, so the first paint is already right.</summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    /// <summary>Every page is interactive but those that must be plain forms, such as the sign-in.</summary>
    private IComponentRenderMode? Mode => Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    private bool IsSignedIn => Http.User.Identity?.IsAuthenticated == true;

    /// <summary>For session.js; absent where nobody is signed in.</summary>
    private double? IdleMinutes => IsSignedIn ? LoginRules.IdleTime.TotalMinutes : null;

    private string Theme => Choice(Preferences.ThemeCookie, Preferences.Light, Preferences.Dark);

    private string NavHome => Choice(Preferences.NavHomeCookie, Preferences.NavFull, Preferences.NavMini);

    private string NavWork => Choice(Preferences.NavWorkCookie, Preferences.NavMini, Preferences.NavFull);

    private string Choice(string cookie, string standard, string other) =>
        Http.Request.Cookies[cookie] == other ? other : standard;
}

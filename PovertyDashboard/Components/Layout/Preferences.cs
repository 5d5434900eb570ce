namespace PovertyDashboard.Components.Layout;

/// <summary>The looks a user chose on a device (外观偏好); wwwroot/js/shell.js writes the same cookies.</summary>
public static class Preferences
{
    public const string ThemeCookie = "ui-theme";
    public const string NavHomeCookie = "ui-nav-home";
    public const string NavWorkCookie = "ui-nav-work";
    public const string Light = "light";
    public const string Dark = "dark";
    public const string NavFull = "full";
    public const string NavMini = "mini";
}

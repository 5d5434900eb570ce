using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Layout;

/// <summary>Sends a user whose sign-in has ended to the sign-in page and back afterwards (转到登录).</summary>
public sealed class ToLogin(NavigationManager navigation) : ComponentBase
{
    protected override void OnInitialized()
    {
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        navigation.NavigateTo($"/login?returnUrl={Uri.EscapeDataString(here)}", forceLoad: true);
    }
}

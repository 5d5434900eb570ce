namespace PovertyDashboard.Security;

/// <summary>The user of this request, circuit or verb. Without one, nothing may be seen or changed.</summary>
public sealed class CurrentUser
{
    public UserIdentity Identity { get; set; } = UserIdentity.Nobody;
}

/// <summary>Opens service scopes that run as the system or as a given user.</summary>
public static class SystemScope
{
    /// <summary>A service scope whose work runs as the system over the whole store (start-up, totals, background work).</summary>
    public static AsyncServiceScope CreateSystemScope(this IServiceScopeFactory scopes) => scopes.CreateScopeFor(UserIdentity.System);

    public static AsyncServiceScope CreateScopeFor(this IServiceScopeFactory scopes, UserIdentity identity)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Identity = identity;
        return scope;
    }
}

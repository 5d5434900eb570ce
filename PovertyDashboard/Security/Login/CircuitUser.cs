using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace PovertyDashboard.Security.Login;

/// <summary>
/// Fills <see cref="CurrentUser"/> of an open page (circuit), which has a service scope of its own and no request:
/// before its first component, before each activity, and when its login ends.
/// </summary>
public sealed class CircuitUser(AuthenticationStateProvider authentication, CurrentUser user) : CircuitHandler, IDisposable
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        authentication.AuthenticationStateChanged += Changed;
        await FillAsync(authentication.GetAuthenticationStateAsync());
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            await FillAsync(authentication.GetAuthenticationStateAsync());
            await next(context);
        };

    public void Dispose() => authentication.AuthenticationStateChanged -= Changed;

    private void Changed(Task<AuthenticationState> state) => _ = FillAsync(state);

    private async Task FillAsync(Task<AuthenticationState> state) => user.Identity = (await state).User.ToIdentity();
}

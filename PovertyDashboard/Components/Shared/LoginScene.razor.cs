namespace PovertyDashboard.Components.Shared;

/// <summary>The picture at the foot of the sign-in (登录页插图).</summary>
public sealed partial class LoginScene
{
    private static readonly (int X, int Y)[] Panels = [(370, 16), (442, 10), (514, 6)];
}

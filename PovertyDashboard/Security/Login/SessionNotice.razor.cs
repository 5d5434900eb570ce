using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Security.Login;

/// <summary>Announces that the login ends for want of activity (空闲提醒), on every page of a signed-in user.</summary>
public sealed partial class SessionNotice : ComponentBase;

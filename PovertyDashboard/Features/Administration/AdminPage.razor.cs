using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Administration;

/// <summary>The start page of administrators (系统管理): a card for each of their pages.</summary>
public sealed partial class AdminPage : ComponentBase
{
    public const string Address = "/admin";
}

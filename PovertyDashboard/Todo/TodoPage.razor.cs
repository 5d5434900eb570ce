using Microsoft.AspNetCore.Components;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Todo;

/// <summary>Everything that waits for the user, live (待办): each line opens the list where it is done.</summary>
public sealed partial class TodoPage(CurrentUser user, Clock clock) : ComponentBase
{
    public const string Address = "/todo";
}

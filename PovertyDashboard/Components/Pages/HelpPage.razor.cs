using Microsoft.AspNetCore.Components;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Pages;

/// <summary>What each kind of user does here, step by step (帮助); only the steps that the user may take.</summary>
public sealed partial class HelpPage(CurrentUser user) : ComponentBase;

using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components;

/// <summary>The router (路由): finds the page, asks for the right to see it, and says so in Chinese where there is none.</summary>
public sealed partial class Routes
{
    private const string NoRightTitle = "没有权限看这一页";
    private const string NoRightText = "您的角色或管辖地区不含这一页。需要时请联系系统管理员。";

    /// <summary>Whether the user chose the dark theme.</summary>
    [Parameter]
    public bool Dark { get; set; }
}

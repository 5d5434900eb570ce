using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Components.Shared;

/// <summary>An account of the demo store (演示账号), shown in Development only.</summary>
public sealed record LoginDemo(string Role, string User, string Password, string Note);

/// <summary>The sign-in (登录): a plain form that posts Input.User, Input.Password and ReturnUrl to /login.</summary>
public sealed partial class LoginView : ComponentBase
{
    private static readonly (string Icon, string Title, string Text)[] Points =
    [
        (Icons.Material.Outlined.TableView, "台账像 Excel 一样用", "导入、导出、空表模板都在工具栏"),
        (Icons.Material.Outlined.TouchApp, "点数字，看名单", "数字 = 名单条数 = 导出行数"),
        (Icons.Material.Outlined.PhoneAndroid, "入户检查，手机打勾", "没有信号也能记，有信号自动上传"),
    ];

    /// <summary>Why the last try failed, or nothing.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>The account typed before.</summary>
    [Parameter]
    public string? User { get; set; }

    /// <summary>Where to go after signing in; the receiver checks that it is local.</summary>
    [Parameter]
    public string? ReturnUrl { get; set; }

    /// <summary>Where the product stands, such as 聊城市 · 高新区 · 韩集镇扶贫办.</summary>
    [Parameter]
    public string? Place { get; set; }

    [Parameter]
    public IReadOnlyList<LoginDemo> DemoAccounts { get; set; } = [];

    /// <summary>After how many minutes without work the sign-in ends.</summary>
    [Parameter]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>The page's handler of the form named "login".</summary>
    [Parameter]
    public EventCallback OnSubmit { get; set; }

    private string? ErrorId => string.IsNullOrEmpty(Error) ? null : "login-error";

    private string? DemoPassword => DemoAccounts.Select(a => a.Password).Distinct().Take(2).ToList() is [var one] ? one : null;
}

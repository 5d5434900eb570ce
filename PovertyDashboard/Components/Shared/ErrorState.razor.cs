using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>What failed, without blame or code but the error id (出错).</summary>
public sealed partial class ErrorState : ComponentBase
{
    [Parameter]
    public string Title { get; set; } = "页面出错了";

    [Parameter]
    public string Text { get; set; } = "刚才的操作没有保存。";

    /// <summary>The id that also stands in the log.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>1 where the sentence is the page's heading, else 0.</summary>
    [Parameter]
    public int Heading { get; set; }

    /// <summary>Tries the same part again; without it the button loads the page again.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }
}

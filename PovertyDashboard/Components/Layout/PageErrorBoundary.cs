using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PovertyDashboard.Components.Shared;

namespace PovertyDashboard.Components.Layout;

/// <summary>Catches what a page did not expect (页面出错), logs it under an id and shows the user that id only.</summary>
public sealed class PageErrorBoundary(ILogger<PageErrorBoundary> logger) : ErrorBoundaryBase
{
    private string id = "";

    /// <summary>A new error id, short enough to be read out over the telephone.</summary>
    public static string NewId() => "E-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(3));

    protected override Task OnErrorAsync(Exception exception)
    {
        id = NewId();
        logger.LogError(exception, "A page failed: {ErrorId}", id);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenComponent<ErrorState>(1);
        builder.AddAttribute(2, nameof(ErrorState.Id), id);
        builder.AddAttribute(3, nameof(ErrorState.Heading), 1);
        builder.CloseComponent();
    }
}

using Microsoft.AspNetCore.Diagnostics;
using PovertyDashboard.Components.Layout;

namespace PovertyDashboard.Security.Web;

/// <summary>What a user reads when a request fails (出错页): a Chinese sentence, and for the unexpected an id that stands in the log.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = UnexpectedAsync,
            // Logged here, once and with the id.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        // Inside the re-execution: it takes every status but a page that is not there.
        app.UseStatusCodePages(context => IsMissingPage(context.HttpContext) ? Task.CompletedTask : RefusedAsync(context.HttpContext));
    }

    private static bool IsMissingPage(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status404NotFound && HttpMethods.IsGet(context.Request.Method);

    private static Task UnexpectedAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var id = PageErrorBoundary.NewId();
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages));
        // The path without its query: filters may hold names.
        logger.LogError(error, "A request failed: {ErrorId} {Method} {Route}", id, context.Request.Method, RouteOf(context));
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return PlainPage.WriteAsync(context, "出错了", $"这一步没有完成，已经保存的内容不受影响。请稍后再试；仍然出错时，把编号 {id} 告诉系统管理员。");
    }

    private static string RouteOf(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    private static Task RefusedAsync(HttpContext context)
    {
        var (title, text) = context.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => ("没有办成", "页面打开太久，或者提交的内容不完整。请返回上一页，重新打开后再试。"),
            StatusCodes.Status401Unauthorized => ("没有登录", "登录已经结束。请重新登录。"),
            StatusCodes.Status403Forbidden => ("没有权限", "您的角色或管辖地区不含这一项。需要时请联系系统管理员。"),
            StatusCodes.Status404NotFound => ("没有这一项", "地址可能写错，或者这一项已经删除。"),
            StatusCodes.Status413PayloadTooLarge => ("文件太大", "提交的内容超过了上限。请分成几份再试。"),
            _ => ("没有办成", "这个地址不能这样打开。请从菜单进入。"),
        };
        return PlainPage.WriteAsync(context, title, text);
    }
}

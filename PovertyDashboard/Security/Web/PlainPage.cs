using System.Net;
using System.Text;

namespace PovertyDashboard.Security.Web;

/// <summary>A small page without components (纯文本页), for answers that must work when nothing else does.</summary>
public static class PlainPage
{
    public static async Task WriteAsync(HttpContext context, string title, string text)
    {
        // Encoding what comes from outside is not enough to show it: only own sentences and error ids are given here.
        var html = $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encode(title)}</title>
            <link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/app.css"><link rel="stylesheet" href="/css/kit.css"></head>
            <body><main class="page" style="max-width:640px;margin:64px auto;padding:0 16px"><div class="card"><h1>{Encode(title)}</h1><p>{Encode(text)}</p><p><a class="btn" href="/">回总览</a></p></div></main></body>
            </html>
            """;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, Encoding.UTF8, context.RequestAborted);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

namespace PovertyDashboard.Security.Login;

/// <summary>Tells a script's request from a page's (脚本请求): a script cannot read a page, so it gets a status instead of one.</summary>
internal static class ScriptCaller
{
    /// <summary>Browsers name what an answer is for only on https and localhost; on plain http the wish for JSON tells.</summary>
    public static bool Asks(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        if (accept.Contains("text/html", StringComparison.Ordinal)) return false;
        return accept.Contains("application/json", StringComparison.Ordinal) || request.Headers["Sec-Fetch-Dest"].ToString() is "empty" or "websocket";
    }
}

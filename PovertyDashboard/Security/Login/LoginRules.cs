using PovertyDashboard.Settings;

namespace PovertyDashboard.Security.Login;

/// <summary>
/// The numbers and sentences of the login (登录规则): GB/T 22239-2019 asks for handling of failed logins and of
/// time-outs; the values are those assessors usually expect.
/// </summary>
public static class LoginRules
{
    public const int MaxFailures = 5;

    /// <summary>After <see cref="MaxFailures"/> failures (锁定时长).</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>Without any activity for so long, the login ends (空闲退出).</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(30);

    /// <summary>A disabled or changed account is signed out within this time, in requests and in open pages.</summary>
    public static readonly TimeSpan RecheckTime = TimeSpan.FromSeconds(50);

    public const string Disabled = "账号已停用。请联系系统管理员。";

    public const string IdleNotice = "30 分钟没有操作，已自动退出。请重新登录。";

    public static string Failed(int left) => $"账号或密码不对。请重新输入，还可以再试 {left} 次。";

    public static string WrongOldPassword(int left) => $"原密码：不对。请重新输入，还可以再试 {left} 次。";

    public static string Locked(DateTimeOffset until) =>
        $"账号或密码连续 {MaxFailures} 次不对，已锁定到 {Clock.ToLocal(until.UtcDateTime):HH:mm}。请到时再试，或请系统管理员重置密码。";
}

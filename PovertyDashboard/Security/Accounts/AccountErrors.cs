using Microsoft.AspNetCore.Identity;

namespace PovertyDashboard.Security.Accounts;

/// <summary>The sentences of ASP.NET Core Identity that a user can meet, in Chinese.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "账号：没有保存。请稍后再试。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "账号：刚刚被别人改过。请重新打开后再改。");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "原密码：不对。请重新输入。");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), $"账号：不能用“{userName}”。请用字母、数字、点、横线和下划线，例如 hanji.wang。");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"账号：“{userName}”已经有了。请换一个。");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"新密码：请用至少 {length} 个字符。");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), $"新密码：重复的字符太多。请用至少 {uniqueChars} 个不同的字符。");

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}

using Microsoft.AspNetCore.Identity;

namespace PovertyDashboard.Security.Accounts;

/// <summary>
/// The rules of a password (密码规则). GB/T 22239-2019 asks for complexity without numbers; these are the values that
/// assessors usually expect: at least 10 characters, 3 of 4 classes, not the account name, none of the usual ones.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<AppUser>
{
    public const int MinLength = 10;

    /// <summary>Keeps the cost of hashing bounded.</summary>
    public const int MaxLength = 128;

    public const string Summary = "至少 10 个字符，大写字母、小写字母、数字、符号中至少 3 种，不含账号名，也不用常见密码。";

    // Whoever guesses begins with these, with a few signs and digits around them.
    private static readonly string[] Weak =
    [
        "123456", "654321", "111111", "000000", "666666", "888888", "123123", "112233", "password", "passw0rd", "p@ssw0rd", "qwerty", "1qaz2wsx", "1q2w3e",
        "asdfgh", "abc123", "abcd1234", "admin", "welcome", "letmein", "woaini", "5201314", "iloveyou", "fupin", "liaocheng",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password) =>
        Task.FromResult(Fault(password ?? "", user.UserName ?? "") is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = fault })
            : IdentityResult.Success);

    /// <summary>What is wrong with the password as a sentence, or null.</summary>
    public static string? Fault(string password, string userName)
    {
        if (password.Length < MinLength) return $"新密码：只有 {password.Length} 个字符。请用至少 {MinLength} 个字符。";
        if (password.Length > MaxLength) return $"新密码：超过 {MaxLength} 个字符。请改短一些。";
        if (Classes(password) < 3) return "新密码：字符种类太少。请在大写字母、小写字母、数字、符号中至少用 3 种。";
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase)) return "新密码：含有账号名。请换一个不含账号名的密码。";
        return Weak.Any(w => password.Contains(w, StringComparison.OrdinalIgnoreCase)) ? "新密码：含有常见密码，容易被猜到。请换一个。" : null;
    }

    private static int Classes(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0) + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0) + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);
}

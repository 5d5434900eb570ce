using System.Security.Cryptography;

namespace PovertyDashboard.Security.Accounts;

/// <summary>A password for one login (一次性密码): told once, never stored in clear, replaced at that login.</summary>
public static class OneTimePassword
{
    // Without letters and digits that look alike on paper or sound alike on the telephone.
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ", Lower = "abcdefghijkmnpqrstuvwxyz", Digits = "23456789";
    private const int Groups = 4, GroupLength = 4;

    public static string New()
    {
        string password;
        do password = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Upper + Lower + Digits, GroupLength)));
        while (PasswordRules.Fault(password, "") is not null);
        return password;
    }
}

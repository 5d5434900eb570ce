using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PovertyDashboard.Security;

/// <summary>
/// Texts that people type, and that may name a person, stand in addresses sealed (地址中的文字): the browser's history, a proxy and whoever
/// looks on learn nothing of a person, while reload, the way back and a link to a colleague go on working.
/// </summary>
public sealed class AddressTexts(IDataProtectionProvider protection)
{
    /// <summary>What stands for a text whose seal cannot be read any more: it finds nothing, and says why.</summary>
    public const string Unreadable = "地址中的文字已失效，请重新填写";

    private const char Mark = '~';
    private readonly IDataProtector protector = protection.CreateProtector("address-texts");

    // One text keeps one seal while a page is open: its address is compared and rendered many times.
    private readonly ConcurrentDictionary<string, string> seals = new(StringComparer.Ordinal);

    /// <summary>The text as it stands in an address.</summary>
    public string Close(string text) => text.Length == 0 ? "" : seals.GetOrAdd(text, plain => Mark + protector.Protect(plain));

    /// <summary>Whether full values are asked for (?full=1), and the reason given; one that cannot be read counts as not given.</summary>
    public (bool IsFull, string Reason) FullExportOf(HttpRequest http) => (http.Query["full"] == "1", Open(http.Query["reason"].ToString())?.Trim() ?? "");

    /// <summary>The text that stands in an address; one without a seal was written by hand and is itself. Null where the seal is not ours, or its key is gone.</summary>
    public string? Open(string value)
    {
        if (!value.StartsWith(Mark)) return value;
        try
        {
            var text = protector.Unprotect(value[1..]);
            seals.TryAdd(text, value);
            return text;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using Microsoft.JSInterop;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Keeps a user's <see cref="LedgerSettings"/> in the browser (本机设置), apart for each account and ledger.</summary>
public sealed class BrowserSettings(IJSRuntime js, CurrentUser user)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The kept settings; the ledger's own where there are none or they cannot be read.</summary>
    public async Task<LedgerSettings> ReadAsync(Ledger ledger, CancellationToken ct)
    {
        try
        {
            var kept = await js.InvokeAsync<string?>("localStorage.getItem", ct, NameOf(ledger));
            return kept is { Length: > 0 } && JsonSerializer.Deserialize<LedgerSettings>(kept, Json) is { } settings ? settings : new LedgerSettings();
        }
        catch (Exception broken) when (broken is JsonException or JSException or JSDisconnectedException)
        {
            // Storage that is forbidden or was edited by hand must not keep the page from showing.
            return new LedgerSettings();
        }
    }

    public async Task WriteAsync(Ledger ledger, LedgerSettings settings, CancellationToken ct)
    {
        try
        {
            await js.InvokeVoidAsync("localStorage.setItem", ct, NameOf(ledger), JsonSerializer.Serialize(settings, Json));
        }
        catch (Exception broken) when (broken is JSException or JSDisconnectedException)
        {
            // The settings then last as long as the page.
        }
    }

    private string NameOf(Ledger ledger) => $"ledger:{user.Identity.Name}:{ledger.Key}";
}

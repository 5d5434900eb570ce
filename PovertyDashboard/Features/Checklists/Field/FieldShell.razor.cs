using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Security.Web;

namespace PovertyDashboard.Features.Checklists.Field;

/// <summary>
/// The document of the inspector's phone (现场检查页外壳). It names every script and style by its fingerprint, so the set that
/// wwwroot/checklists/sw.js keeps for a reload without network always fits together.
/// </summary>
public sealed partial class FieldShell
{
    private const string Folder = "js/field/", Shrink = "js/shrink.js", Entry = Folder + "app.js";

    private static readonly string[] Sheets = ["css/tokens.css", "css/app.css", "css/kit.css", "css/check.css", "css/photos.css", "css/field.css"];

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    /// <summary>The site's scripts and styles with their fingerprints.</summary>
    [Parameter, EditorRequired]
    public ResourceAssetCollection Files { get; set; } = default!;

    private string Theme => Http.Request.Cookies[Preferences.ThemeCookie] == Preferences.Dark ? Preferences.Dark : Preferences.Light;

    private IReadOnlyList<string> Modules =>
        [.. Files.Select(LabelOf).OfType<string>().Where(l => l == Shrink || (l.StartsWith(Folder, StringComparison.Ordinal) && l.EndsWith(".js", StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal)];

    private ImportMapDefinition Map => new(Modules.ToDictionary(m => $"/{m}", Url), null, null);

    private Dictionary<string, object> Nonce => new() { ["nonce"] = Http.CspNonce() };

    /// <summary>The page, with the fingerprints that the site's other pages have.</summary>
    public static RazorComponentResult<FieldShell> Answer(HttpContext http)
    {
        var files = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.Select(e => e.Metadata.GetMetadata<ResourceAssetCollection>()).OfType<ResourceAssetCollection>().First();
        return new RazorComponentResult<FieldShell>(new Dictionary<string, object?> { [nameof(Files)] = files }) { PreventStreamingRendering = true };
    }

    /// <summary>From the root: this document has no base, so that #links and symbols are its own.</summary>
    private string Url(string file) => $"/{Files[file]}";

    private static string? LabelOf(ResourceAsset asset) => asset.Properties?.FirstOrDefault(p => p.Name == "label")?.Value;
}

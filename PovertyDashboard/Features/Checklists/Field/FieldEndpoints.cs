using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Attachments;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists.Field;

/// <summary>The addresses of the inspector's phone (现场检查地址): the page, the round, and what its queue sends. ADR 0012.</summary>
internal static class FieldEndpoints
{
    private const int LargestJson = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/checklists").RequireAuthorization(nameof(Act.Tick));
        group.MapGet("/{campaign:long}/field", (HttpContext http) => FieldShell.Answer(http));
        group.MapGet("/{campaign:long}/round", RoundAsync);
        var posts = group.MapGroup("").AddEndpointFilter<FieldGuard>();
        posts.MapPost("/ticks", TicksAsync).WithMetadata(new FieldGuard.Takes("application/json", LargestJson));
        posts.MapPost("/finish", FinishAsync).WithMetadata(new FieldGuard.Takes("application/json", LargestJson));
        posts.MapPost("/photos", PhotoAsync).WithMetadata(new FieldGuard.Takes("image/jpeg", PictureEncoder.MaxBytes));
    }

    /// <summary>Compressed, since it may be large and the network weak; nothing of the request is in it, so its length tells nothing.</summary>
    private static async Task<IResult> RoundAsync(long campaign, long? village, RoundReader reader, HttpContext http, CancellationToken ct)
    {
        if (await reader.ReadAsync(campaign, village, ct) is not { } round) return TypedResults.NotFound();
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase)) return TypedResults.Json(round, Json);
        http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.Stream(
            async body =>
            {
                await using var zip = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true);
                await JsonSerializer.SerializeAsync(zip, round, Json, ct);
            },
            "application/json; charset=utf-8");
    }

    private static async Task<Results<JsonHttpResult<FieldReplies>, BadRequest>> TicksAsync(HttpContext http, CheckService service, CancellationToken ct)
    {
        if (await ReadAsync<FieldTicks>(http, ct) is not { Ticks: { Count: > 0 and <= FieldTicks.Most } ticks } || ticks.Any(t => t?.Key is null)) return TypedResults.BadRequest();
        var replies = new List<FieldReply>(ticks.Count);
        foreach (var tick in ticks) replies.Add(FieldReply.Of(tick.Key!, await service.TickAsync(tick.ToTick(), ct)));
        return TypedResults.Json(new FieldReplies(replies), Json);
    }

    private static async Task<Results<JsonHttpResult<FieldFinishReply>, BadRequest>> FinishAsync(HttpContext http, CheckService service, CancellationToken ct)
    {
        if (await ReadAsync<FieldFinish>(http, ct) is not { } finish) return TypedResults.BadRequest();
        var outcome = await service.FinishAsync(finish.Check, finish.Note?.Trim() ?? "", FieldAge.Of(finish.Age), ct);
        return TypedResults.Json(new FieldFinishReply(outcome.Done, [.. outcome.Faults.Select(f => f.Message)]), Json);
    }

    private static async Task<JsonHttpResult<FieldPhotoReply>> PhotoAsync(long check, long item, HttpContext http, CheckPhotos photos, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, ct);
        var outcome = await photos.AddAsync(check, item, bytes.ToArray(), ct);
        return TypedResults.Json(new FieldPhotoReply(outcome.Attachment?.Id, outcome.Fault), Json);
    }

    /// <summary>The body, or null where it is not what was agreed: an old page, or no page at all.</summary>
    private static async Task<T?> ReadAsync<T>(HttpContext http, CancellationToken ct)
        where T : class
    {
        try
        {
            return await http.Request.ReadFromJsonAsync<T>(Json, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

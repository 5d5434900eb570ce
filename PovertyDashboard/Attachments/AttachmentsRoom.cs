using Microsoft.Net.Http.Headers;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Attachments;

/// <summary>The shared room of pictures (附件): its service and the two addresses that show a picture.</summary>
public static class AttachmentsRoom
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) =>
        services.AddScoped<AttachmentStore>().AddSingleton<RowFollowers>((db, ledger, row) => [db.Set<Attachment>().Where(a => a.OwnerLedger == ledger.Key && a.OwnerId == row.Id)])
            .AddSingleton(new AuditSubject(nameof(Attachment), "照片"));

    public static IEndpointRouteBuilder MapAttachments(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/attachments/{id:long}").RequireAuthorization();
        group.MapGet("", (long id, AttachmentStore store, HttpContext http, CancellationToken ct) => ShowAsync(id, false, store, http, ct));
        group.MapGet("/thumb", (long id, AttachmentStore store, HttpContext http, CancellationToken ct) => ShowAsync(id, true, store, http, ct));
        return app;
    }

    private static async Task<IResult> ShowAsync(long id, bool thumbnail, AttachmentStore store, HttpContext http, CancellationToken ct)
    {
        if (await store.ReadAsync(id, thumbnail, ct) is not { } found) return Results.NotFound();
        // A browser may keep a picture, but asks again each time: the right to see it may have ended.
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var tag = new EntityTagHeaderValue($"\"{found.Sha256[..16]}{(thumbnail ? "-t" : "")}\"");
        return Results.File(found.Bytes, "image/jpeg", entityTag: tag);
    }
}

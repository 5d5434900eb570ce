using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports.Choices;

/// <summary>Remembers how each office names the columns of its sheets (记住列名对应).</summary>
public sealed class HeaderNames(RegionDirectory regions, CurrentUser user, AuditLog audit)
{
    /// <summary>By key of the ledger: what the user's office has chosen for its headers.</summary>
    /// <param name="db">Where they are read.</param>
    /// <param name="region">The place that a user of the whole store works for; null for the topmost.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<ILookup<string, HeaderName>> OfUnitAsync(AppDbContext db, long? region, CancellationToken ct)
    {
        var unit = UnitOf(region);
        return (await db.Set<HeaderName>().AsNoTracking().Where(n => n.Unit == unit).ToListAsync(ct)).ToLookup(n => n.Ledger);
    }

    /// <summary>Keeps the choices for the user's office; a later choice of the same header takes the place of the former.</summary>
    public async Task RememberAsync(AppDbContext db, long? region, IReadOnlyDictionary<string, ColumnChoices> chosen, CancellationToken ct)
    {
        var unit = UnitOf(region);
        var known = await db.Set<HeaderName>().Where(n => n.Unit == unit).ToListAsync(ct);
        var changed = new Dictionary<string, object?[]>();
        foreach (var (ledger, choices) in chosen)
        {
            foreach (var (header, column) in choices.Headers)
            {
                var name = known.Find(n => n.Ledger == ledger && n.Header == header);
                if (name?.Column == column) continue;
                changed[header] = [name?.Column, column];
                if (name is null) db.Add(new HeaderName { Unit = unit, Ledger = ledger, Header = header, Column = column });
                else name.Column = column;
            }
        }

        if (changed.Count == 0) return;
        await audit.WriteAsync(db, new AuditNote("记住列名", nameof(HeaderName)) { Region = unit, Details = changed }, ct);
    }

    private long UnitOf(long? region) => (user.Identity.Scope.IsEverything ? region : null) ?? user.Identity.Scope.HomeIn(regions.Tree) ?? 0;
}

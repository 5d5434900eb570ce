using System.Linq.Expressions;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Lines;

/// <summary>
/// What makes a line doubtful (疑点, domain facts section 7), as predicates over the store: nothing is stored, so nothing is out of date. Lines are
/// compared within their 社区, where figure, list and export of every reader agree; the audit page also looks across the township (ADR 0018).
/// </summary>
internal static class LineDoubts
{
    /// <summary>One 工日, in hundredths: nobody works more on one day.</summary>
    public const long OneDay = 100;

    /// <summary>超指导价: a reported price above the guide price of its day.</summary>
    public static Expression<Func<WorkLine, bool>> OverPrice(IReadOnlyList<GuidePrice> prices, DateOnly today)
    {
        Expression<Func<WorkLine, bool>> any = _ => false;
        foreach (var price in prices)
        {
            var (kind, name, spec, most, from, until) = price;
            // A general price is not for what has one of its own on the same day.
            string[] own = [.. prices.Where(p => p.Spec.Length > 0 && p.Kind == kind && p.Name == name && p.From == from).Select(p => p.Spec)];
            any = spec.Length > 0
                ? Or(any, l => l.Kind == kind && l.Name == name && l.Spec == spec && l.ReportedPrice > most && (l.DoneOn ?? today) >= from && (l.DoneOn ?? today) < until)
                : Or(any, l => l.Kind == kind && l.Name == name && !own.Contains(l.Spec) && l.ReportedPrice > most && (l.DoneOn ?? today) >= from && (l.DoneOn ?? today) < until);
        }

        return any;
    }

    /// <summary>同人同日: the same person on the same day in two homes, with more than one 工日 in all.</summary>
    public static Expression<Func<WorkLine, bool>> SameDay(AppDbContext db) => l => l.Kind == LineKind.Labour && l.DoneOn != null && l.Worker != ""
        && db.Set<WorkLine>().Any(o => o.Region == l.Region && o.DoneOn == l.DoneOn && o.Worker == l.Worker && o.Kind == LineKind.Labour && o.HouseholdName != l.HouseholdName
            && (o.WorkerId == l.WorkerId || o.WorkerId == "" || l.WorkerId == ""))
        && db.Set<WorkLine>().Where(o => o.Region == l.Region && o.DoneOn == l.DoneOn && o.Worker == l.Worker && o.Kind == LineKind.Labour
            && (o.WorkerId == l.WorkerId || o.WorkerId == "" || l.WorkerId == "")).Sum(o => o.ReportedQuantity) > OneDay;

    /// <summary>Whether two lines of labour tell of the same person on the same day; a number that is missing does not make another person.</summary>
    public static bool IsSameDay(WorkLine a, WorkLine b) =>
        a.DoneOn == b.DoneOn && a.Worker == b.Worker && (a.WorkerId == b.WorkerId || a.WorkerId.Length == 0 || b.WorkerId.Length == 0);

    /// <summary>发票重复: the same 发票号 on another line.</summary>
    public static Expression<Func<WorkLine, bool>> SameInvoice(AppDbContext db) => l => l.Invoice != ""
        && db.Set<WorkLine>().Any(o => o.Region == l.Region && o.Invoice == l.Invoice && o.Id != l.Id);

    /// <summary>无照片: a reported quantity without a photo of its own or of the works of the home with the same content.</summary>
    public static Expression<Func<WorkLine, bool>> NoPhoto(AppDbContext db) => l => l.ReportedQuantity > 0
        && !db.Set<Attachment>().Any(a => a.OwnerLedger == WorkLineLedger.Key && a.OwnerId == l.Id)
        && !db.Set<Work>().Any(w => w.Region == l.Region && w.HouseholdName == l.HouseholdName && w.Item == l.Item && db.Set<Attachment>().Any(a => a.OwnerLedger == WorkLedger.Key && a.OwnerId == w.Id));

    /// <summary>Any of them.</summary>
    public static Expression<Func<WorkLine, bool>> Any(AppDbContext db, IReadOnlyList<GuidePrice> prices, DateOnly today) =>
        Or(Or(Or(OverPrice(prices, today), SameDay(db)), SameInvoice(db)), NoPhoto(db));

    private static Expression<Func<WorkLine, bool>> Or(Expression<Func<WorkLine, bool>> a, Expression<Func<WorkLine, bool>> b)
    {
        var row = a.Parameters[0];
        return Expression.Lambda<Func<WorkLine, bool>>(Expression.OrElse(a.Body, SplitQuery.Swap(b, row)), row);
    }
}

using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Loop;

/// <summary>What goes where a problem goes (问题随行): its steps and re-checks, so that whoever sees the problem sees its history and nobody else does.</summary>
public static class ProblemFollowers
{
    public static IEnumerable<IQueryable<LedgerRow>> Of(AppDbContext db, Ledger ledger, LedgerRow row) => row is not Problem problem ? [] :
    [
        db.Set<ProblemStep>().Where(s => s.ProblemId == problem.Id),
        db.Set<Recheck>().Where(r => r.ProblemId == problem.Id),
    ];
}

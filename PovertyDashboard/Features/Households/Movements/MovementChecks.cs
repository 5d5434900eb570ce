using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Movements;

/// <summary>Rules of movements that need the household, its members and the other household (变动跨行校验). Stored rows have been judged when they came.</summary>
internal static class MovementChecks
{
    private const int Chunk = 500;

    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Movement> movements, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>(await NumberedRows.CheckAsync(movements, context, ct));
        var fresh = movements.Where(m => m.Id == 0 && !faults.Exists(f => f.Row == m)).ToList();
        var known = await NumberedRows.OfAsync(fresh, context, ct);
        var others = await OthersAsync(fresh, context.Db, ct);
        var members = await MembersAsync([.. fresh.Select(known.Of).OfType<Household>().Select(h => h.Id).Distinct()], context.Db, ct);
        foreach (var movement in fresh)
            if (FaultOf(movement, known.Of(movement), others, members) is { } fault) faults.Add(new RowFault(movement, fault));
        return faults;
    }

    /// <summary>What a movement has done stays until it is put right where it stands.</summary>
    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, Movement movement, CancellationToken ct)
    {
        if (await db.Set<Household>().AsNoTracking().FirstOrDefaultAsync(h => h.Id == movement.HouseholdId, ct) is not { } household) return null;
        var day = movement.HappenedOn;
        if (!movement.IsWhole)
            return Find(movement, (await MembersAsync([household.Id], db, ct))[household.Id]) is { } member && (member.LeftOn == day || member.JoinedOn == day)
                ? $"删除：成员“{movement.Subject}”的加入或离开日期就是这次变动的日期。确属误登的，请先在家庭成员里改正，再删除这一条。"
                : null;
        return household.EndedOn == day || household.CameOn == day || (movement.Kind == MovementKind.RiskCleared && household.RiskClearedOn == day)
            ? "删除：户信息里的迁入、终止或风险消除日期就是这次变动的日期。确属误登的，请先在户信息里改正，再删除这一条。"
            : null;
    }

    /// <summary>The members of the households, those who have left too.</summary>
    internal static async Task<ILookup<long, Member>> MembersAsync(IReadOnlyList<long> households, AppDbContext db, CancellationToken ct)
    {
        var found = new List<Member>();
        foreach (var ids in households.Chunk(Chunk)) found.AddRange(await db.Set<Member>().AsNoTracking().Where(m => ids.Contains(m.HouseholdId)).OrderBy(m => m.Id).ToListAsync(ct));
        return found.ToLookup(m => m.HouseholdId);
    }

    /// <summary>The other households by number.</summary>
    internal static async Task<Dictionary<string, Household>> OthersAsync(IReadOnlyList<Movement> movements, AppDbContext db, CancellationToken ct)
    {
        var found = new List<Household>();
        foreach (var numbers in movements.Select(m => m.OtherNumber).Where(n => n.Length > 0).Distinct().Chunk(Chunk))
            found.AddRange(await db.Set<Household>().AsNoTracking().Where(h => numbers.Contains(h.Number)).ToListAsync(ct));
        return found.GroupBy(h => h.Number).ToDictionary(g => g.Key, g => g.First());
    }

    /// <summary>The one member whom the movement means: by ID, else by name; null where none or several fit.</summary>
    internal static Member? Find(Movement movement, IEnumerable<Member> members)
    {
        var fitting = members.Where(m => movement.IdNumber.Length > 0 ? m.IdNumber == movement.IdNumber : m.Name == movement.Subject).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static Fault? FaultOf(Movement m, Household? household, Dictionary<string, Household> others, ILookup<long, Member> members)
    {
        if (household is null) return new Fault("户主", $"户主：村里没有登记这一户，或有重名分不清（“{m.HouseholdName}”）。请先登记户，或填写户编号。");
        if (household.EndedOn <= m.HappenedOn && !(m.IsWhole && m.Kind is MovementKind.MovedIn))
            return new Fault("发生日期", $"发生日期：这一户已于 {household.EndedOn:yyyy-MM-dd} {household.EndReason}，不能登记以后的变动。请核对户和日期。");
        if (m.Kind is MovementKind.Died or MovementKind.Split || (m.Kind == MovementKind.MovedOut && !m.IsWhole)) return LeaverFault(m, members[household.Id]);
        if (MovementKind.HasOther(m.Kind)) return OtherFault(m, household, others);
        return m.IsWhole ? HouseholdFault(m, household) : JoinerFault(m, members[household.Id]);

        Fault? LeaverFault(Movement leaver, IEnumerable<Member> of)
        {
            var member = Find(leaver, of);
            if (member is null) return new Fault("变动对象", $"变动对象：这一户的家庭成员里没有“{leaver.Subject}”，或分不清是哪一个。请核对姓名，或填写证件号码。");
            if (member.LeftOn is { } left) return new Fault("变动对象", $"变动对象：“{leaver.Subject}”已于 {left:yyyy-MM-dd} {member.LeaveReason}。请核对姓名。");
            if (member.JoinedOn > leaver.HappenedOn) return new Fault("发生日期", $"发生日期：早于“{leaver.Subject}”加入这一户的日期（{member.JoinedOn:yyyy-MM-dd}）。请核对后填写。");
            return leaver.Kind == MovementKind.Split ? OtherFault(leaver, household, others) : null;
        }
    }

    private static Fault? OtherFault(Movement m, Household household, Dictionary<string, Household> others)
    {
        if (!others.TryGetValue(m.OtherNumber, out var other)) return new Fault("相关户编号", $"相关户编号：没有这一户（“{m.OtherNumber}”）。请核对编号，或先登记户。");
        if (other.Id == household.Id) return new Fault("相关户编号", "相关户编号：与本户相同。请填写另一户的编号。");
        if (other.Region != household.Region) return new Fault("相关户编号", $"相关户编号：“{m.OtherNumber}”在另一个村，不能{m.Kind}。请先登记迁出和迁入。");
        return other.EndedOn <= m.HappenedOn ? new Fault("相关户编号", $"相关户编号：“{m.OtherNumber}”已于 {other.EndedOn:yyyy-MM-dd} {other.EndReason}。请核对编号。") : null;
    }

    private static Fault? JoinerFault(Movement m, IEnumerable<Member> members)
    {
        var member = Find(m, members);
        if (member is null && m.IdNumber.Length > 0 && m.Relation.Length == 0) return new Fault("与户主关系", $"与户主关系：“{m.Subject}”要登记为家庭成员，没有写关系。请选择，例如 之子。");
        return member?.JoinedOn is { } joined && joined != m.HappenedOn ? new Fault("发生日期", $"发生日期：“{m.Subject}”已登记于 {joined:yyyy-MM-dd} 加入这一户。请核对日期。") : null;
    }

    private static Fault? HouseholdFault(Movement m, Household h)
    {
        var month = m.HappenedOn.Year * 100 + m.HappenedOn.Month;
        return m.Kind switch
        {
            MovementKind.Identified when h.IdentifiedIn is { } known && known != month =>
                new Fault("发生日期", $"发生日期：与户信息的首次识别时间不同（{known / 100}-{known % 100:00}）。请核对后改为同一个月。"),
            MovementKind.Relapsed when !h.Type.StartsWith("脱贫", StringComparison.Ordinal) => new Fault("变动类型", $"变动类型：这一户是“{h.Type}”，没有脱贫，不能登记返贫。请核对户和户类型。"),
            MovementKind.Relapsed when h.LiftedIn > month => new Fault("发生日期", $"发生日期：早于这一户的脱贫时间（{h.LiftedIn / 100}-{h.LiftedIn % 100:00}）。请核对后填写。"),
            MovementKind.RiskCleared when h.MonitorKind.Length == 0 => new Fault("变动类型", "变动类型：这一户不是监测对象，没有风险可以消除。请核对户，或先登记监测对象类别。"),
            MovementKind.RiskCleared when h.RiskFoundOn > m.HappenedOn => new Fault("发生日期", $"发生日期：早于风险识别时间（{h.RiskFoundOn:yyyy-MM-dd}）。请核对后填写。"),
            MovementKind.RiskCleared when h.RiskClearedOn is { } cleared && cleared != m.HappenedOn => new Fault("发生日期", $"发生日期：户信息里风险已于 {cleared:yyyy-MM-dd} 消除。请核对日期。"),
            MovementKind.MovedIn when h.CameOn is { } came && came != m.HappenedOn => new Fault("发生日期", $"发生日期：户信息里已登记于 {came:yyyy-MM-dd} 迁入。请核对日期。"),
            _ => null,
        };
    }
}

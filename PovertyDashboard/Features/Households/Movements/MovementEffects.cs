using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Movements;

/// <summary>
/// Applies saved movements to households and members (变动生效), on form and file alike and only once: who has left already is not
/// taken off the head-count again, and a corrected date moves the day.
/// </summary>
internal sealed class MovementEffects
{
    private const string HeadRelation = "户主", OtherRelation = "其他";

    private readonly Dictionary<long, (Household Row, Household Stored)> _households = [];
    private readonly Dictionary<long, (Member Row, Member Stored)> _members = [];
    private readonly List<Member> _added = [];
    private readonly AppDbContext _db;
    private readonly RowCopier _copier;

    private MovementEffects(AppDbContext db) => (_db, _copier) = (db, new RowCopier(db));

    public static async Task<IReadOnlyList<RowWrite>> OfAsync(IReadOnlyList<Movement> saved, EffectContext context, CancellationToken ct)
    {
        var movements = saved.Where(m => m is { IsDeleted: false, HouseholdId: not null }).OrderBy(m => m.HappenedOn).ThenBy(m => m.Id).ToList();
        if (movements.Count == 0) return [];
        var effects = new MovementEffects(context.Db);
        await effects.LoadAsync(movements, context, ct);
        foreach (var movement in movements) effects.Apply(movement);
        return effects.Writes();
    }

    private async Task LoadAsync(List<Movement> movements, EffectContext context, CancellationToken ct)
    {
        var known = await NumberedRows.OfAsync(movements, context, ct);
        var others = await MovementChecks.OthersAsync(movements, _db, ct);
        foreach (var household in known.ById.Values.Concat(others.Values).DistinctBy(h => h.Id)) _households[household.Id] = ((Household)_copier.Copy(household), household);
        foreach (var member in (await MovementChecks.MembersAsync([.. _households.Keys], _db, ct)).SelectMany(g => g)) _members[member.Id] = ((Member)_copier.Copy(member), member);
    }

    private void Apply(Movement m)
    {
        if (!_households.TryGetValue(m.HouseholdId!.Value, out var pair)) return;
        var household = pair.Row;
        switch (m.Kind)
        {
            case MovementKind.Died or MovementKind.Split:
                Leave(m, household);
                break;
            case MovementKind.MovedOut when m.IsWhole:
                MoveOut(m, household);
                break;
            case MovementKind.MovedOut:
                Leave(m, household);
                break;
            case MovementKind.MovedIn when m.IsWhole:
                household.CameOn = m.HappenedOn;
                foreach (var member in PresentIn(household.Id)) member.JoinedOn ??= m.HappenedOn;
                break;
            case MovementKind.Born or MovementKind.MovedIn:
                Join(m, household);
                break;
            case MovementKind.Merged:
                Merge(m, household);
                break;
            case MovementKind.Identified:
                household.IdentifiedIn ??= m.HappenedOn.Year * 100 + m.HappenedOn.Month;
                break;
            case MovementKind.Relapsed:
                household.Type = "未脱贫户";
                break;
            case MovementKind.RiskCleared:
                (household.RiskCleared, household.RiskClearedOn) = (true, m.HappenedOn);
                break;
        }
    }

    /// <summary>The person no longer counts from the day on; one who is split off goes on counting in his new household.</summary>
    private void Leave(Movement m, Household household)
    {
        // Who has been split off is in the other household: nothing is left to do.
        if (MemberOf(m, household) is not { } member) return;
        if (m.Kind == MovementKind.Split)
        {
            if (OtherOf(m) is not { } other) return;
            Move(member, other);
            household.Size = Less(household.Size);
            other.CameOn ??= m.HappenedOn;
            return;
        }

        if (member.LeftOn is null) household.Size = Less(household.Size);
        (member.LeftOn, member.LeaveReason) = (m.HappenedOn, m.Kind);
    }

    /// <summary>Somebody joins: a registered member gets the day; one with an ID who is not registered yet becomes a member.</summary>
    private void Join(Movement m, Household household)
    {
        if (MemberOf(m, household) is { } member)
        {
            if (member.JoinedOn is null) household.Size = Math.Max(household.Size ?? 0, PresentIn(household.Id).Count);
            member.JoinedOn = m.HappenedOn;
        }
        else if (m.IdNumber.Length > 0)
        {
            _added.Add(new Member { HouseholdId = household.Id, Region = household.Region, Name = m.Subject, IdNumber = m.IdNumber, IdKind = "居民身份证", Relation = m.Relation, Standard = household.Standard, JoinedOn = m.HappenedOn });
            household.Size = (household.Size ?? 0) + 1;
        }
    }

    /// <summary>The household goes with everybody who is in it.</summary>
    private void MoveOut(Movement m, Household household)
    {
        foreach (var member in PresentIn(household.Id)) (member.LeftOn, member.LeaveReason) = (m.HappenedOn, MovementKind.MovedOut);
        (household.EndedOn, household.EndReason) = (m.HappenedOn, MovementKind.MovedOut);
    }

    /// <summary>The household ends and those who are still in it go into the other one, which has a head already.</summary>
    private void Merge(Movement m, Household household)
    {
        if (OtherOf(m) is not { } other) return;
        foreach (var member in PresentIn(household.Id))
        {
            Move(member, other);
            if (member.Relation == HeadRelation) member.Relation = OtherRelation;
        }

        (household.EndedOn, household.EndReason) = (m.HappenedOn, MovementKind.Merged);
    }

    private void Move(Member member, Household to)
    {
        (member.HouseholdId, member.Region) = (to.Id, to.Region);
        to.Size = Math.Max(to.Size ?? 0, PresentIn(to.Id).Count);
    }

    private Household? OtherOf(Movement m) => _households.Values.Select(p => p.Row).FirstOrDefault(h => h.Number == m.OtherNumber);

    private List<Member> PresentIn(long household) => [.. _members.Values.Select(p => p.Row).Where(p => p.HouseholdId == household && p.LeftOn is null)];

    private Member? MemberOf(Movement m, Household household) => MovementChecks.Find(m, _members.Values.Select(p => p.Row).Where(p => p.HouseholdId == household.Id));

    private List<RowWrite> Writes() =>
    [
        .. _households.Values.Select(p => ChangedRow.Of(_db, p.Row, p.Stored)).OfType<RowWrite>(),
        .. _members.Values.Select(p => ChangedRow.Of(_db, p.Row, p.Stored)).OfType<RowWrite>(),
        .. _added.Select(m => new RowWrite(m, null)),
    ];

    /// <summary>A household keeps at least one person in its registered head-count until it ends.</summary>
    private static int? Less(int? size) => size is { } known ? Math.Max(1, known - 1) : null;
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics;

/// <summary>Rules over the fields of a clinic (义诊活动表内校验); pure.</summary>
public static class ClinicRules
{
    public static IEnumerable<Fault> Check(Clinic clinic, RowContext context)
    {
        if (clinic is { Served: { } served, ServedAtHome: { } home } && home > served)
            yield return new Fault("其中入户", $"其中入户：多于服务人数（{home} 人，服务 {served} 人）。请核对，入户人数含在服务人数内。");
    }

    /// <summary>Its records repeat day, place and organiser: a correction of the clinic corrects them too.</summary>
    public static Action<LedgerRow>? Repeats(Clinic before, Clinic after)
    {
        if ((before.HeldOn, before.Venue, before.Organiser) == (after.HeldOn, after.Venue, after.Organiser)) return null;
        return row =>
        {
            var record = (ClinicRecord)row;
            (record.HeldOn, record.Venue) = (after.HeldOn, after.Venue);
            if (record.Organiser == before.Organiser) record.Organiser = after.Organiser;
        };
    }

    /// <summary>A deleted clinic takes its records along, so that only who may write those may delete it.</summary>
    public static string? RefuseDelete(Clinic clinic, UserIdentity user) =>
        user.May(Act.WriteHealth) ? null : "义诊登记会一并删除，您的账号不能删除它们。请由卫生院删除这次义诊。";
}

using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics;

/// <summary>The ledger of free clinics (义诊活动台账), identified by day and place within the township.</summary>
public static class ClinicLedger
{
    public const string Key = "clinics";

    private static readonly Columns<Clinic> c = new();

    public static readonly Ledger<Clinic> Ledger = new(Key, "义诊活动台账", "次")
    {
        Columns =
        [
            .. Places(c.Place(), "义诊地点", "地点"),
            c.Date("义诊日期", x => x.HeldOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, HeadFacts = ["义诊日期"] },
            c.Text("义诊地点", x => x.Venue, 26) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["地点"], HeadFacts = ["义诊地点", "地点"] },
            c.Text("组织单位", x => x.Organiser, 22) with { MaxLength = 100, Searchable = true, Aliases = ["主办单位"], HeadFacts = ["组织单位"] },
            c.Text("参加单位", x => x.Partners, 26) with { MaxLength = 200, Aliases = ["协办单位"], Help = "几个单位用顿号隔开。" },
            c.Text("医生单位", x => x.DoctorsFrom, 18) with { MaxLength = 100, Aliases = ["医疗机构"] },
            Count(c.Integer("医生人数", x => x.Doctors, 10), "医生数"),
            Count(c.Integer("志愿者人数", x => x.Volunteers, 12), "志愿者数"),
            Count(c.Integer("服务人数", x => x.Served, 10), "服务人次", "受益人数") with { Help = "按上报数填写，与登记明细分开。" },
            Count(c.Integer("其中入户", x => x.ServedAtHome, 10), "入户人数", "入户服务人数") with { Help = "因行动不便到家里服务的人数，含在服务人数内。" },
            c.Codes("服务项目", x => x.Services, "clinic-service", 24),
            c.LongText("备注", x => x.Note) with { Shown = false },
        ],
        KeyWithin = RegionLevel.Township,
        Writers = [Act.Write, Act.WriteHealth],
        DefaultSort = "-" + nameof(Clinic.HeldOn),
        Rules = ClinicRules.Check,
        Followers = Records,
        Repeats = ClinicRules.Repeats,
        DeleteGuard = ClinicRules.RefuseDelete,
        RowHref = row => $"/clinics/{row.Id}",
        NameOf = row => ((Clinic)row).Venue,
    };

    /// <summary>The records of a clinic: those of its township, day and place.</summary>
    public static IQueryable<ClinicRecord> Records(AppDbContext db, Clinic clinic)
    {
        var range = RegionKey.Subtree(RegionKey.TownshipOf(clinic.Region));
        return db.Set<ClinicRecord>().Where(r => r.HeldOn == clinic.HeldOn && r.Venue == clinic.Venue && r.Region >= range.Lo && r.Region < range.Hi);
    }

    /// <summary>The place columns of a row that may belong to a township as a whole; its village may be named in the head of the sheet.</summary>
    public static IEnumerable<Column> Places(IEnumerable<Column> places, params string[] headFacts) => places.Select(p => p.Place switch
    {
        RegionLevel.Village => p with { Required = false, HeadFacts = headFacts },
        RegionLevel.Township => p with { Required = true },
        _ => p,
    });

    private static Column Count(Column column, params string[] aliases) => column with { Min = 0, Max = 100_000, Unit = "人", Total = true, Aliases = aliases };
}

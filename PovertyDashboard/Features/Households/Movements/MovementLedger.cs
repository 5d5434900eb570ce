using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Households.Movements;

/// <summary>The ledger of movements (人口变动台账), known by household, kind, date and whom it is about.</summary>
public static class MovementLedger
{
    public const string Key = "movements";

    private static readonly Columns<Movement> c = new();

    public static readonly Column Kind = c.Code("变动类型", m => m.Kind, "movement-kind", 10) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["变动种类"], Editing = FormEditing.WhenNew };

    public static readonly Column HappenedOn = c.Date("发生日期", m => m.HappenedOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["变动日期"] };

    public static readonly Ledger<Movement> Ledger = new(Key, "人口变动台账", "条")
    {
        Columns =
        [
            .. c.Place(),
            Kind,
            HappenedOn,
            Hidden(c.Text("户编号", m => m.HouseholdNumber, 20)) with { IsKey = true, MaxLength = 20, Editing = FormEditing.ByActs, Help = "同村有重名的户主时填写。" },
            c.HouseholdName("户主", m => m.HouseholdName) with { Required = true, Aliases = ["户主姓名"], Editing = FormEditing.WhenNew },
            c.Text("变动对象", m => m.Subject, 10) with { IsKey = true, Required = true, MaxLength = 50, Searchable = true, Editing = FormEditing.WhenNew, Aliases = ["姓名", "变动人员"], Help = "整户变动填“全户”；一个人的变动填姓名，一人一行。" },
            Hidden(c.PersonId("证件号码", m => m.IdNumber)) with { Aliases = ["身份证号", "身份证号码"], Help = "出生、迁入的人填写后，自动登记为家庭成员。" },
            Hidden(c.Code("与户主关系", m => m.Relation, "relation")) with { Help = "出生、迁入的人填写。" },
            Hidden(c.Text("相关户编号", m => m.OtherNumber, 20)) with { MaxLength = 20, Help = "分户填新户的编号，并户填并入的户的编号。" },
            c.LongText("变动原因", m => m.Reason, 24) with { Aliases = ["原因", "去向"] },
            Hidden(c.Text("依据", m => m.Evidence, 20)) with { MaxLength = 200, Aliases = ["依据材料"] },
            c.Text("登记人", m => m.Recorder, 10) with { MaxLength = 50 },
            Hidden(c.LongText("备注", m => m.Remark)),
        ],
        KeyWithin = RegionLevel.Village,
        AlternateKey = ["变动类型", "发生日期", "户主", "变动对象"],
        DefaultSort = "-" + nameof(Movement.HappenedOn),
        Rules = MovementRules.Check,
        Fill = MovementRules.Fill,
        Store = new StoreRules<Movement> { Link = NumberedRows.LinkAsync, Check = MovementChecks.CheckAsync, Prepare = NumberedRows.PrepareAsync, RefuseDelete = MovementChecks.RefuseDeleteAsync },
        Consequences = MovementEffects.OfAsync,
        NameOf = row => $"{((Movement)row).HouseholdName} {((Movement)row).Kind}",
    };

    private static Column Hidden(Column column) => column with { Shown = false };
}

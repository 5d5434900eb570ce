using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Movements;

/// <summary>Rules over the fields of a movement (变动表内校验); pure.</summary>
public static class MovementRules
{
    public static IEnumerable<Fault> Check(Movement movement, RowContext context)
    {
        var (kind, subject) = (movement.Kind, movement.Subject);
        if (MovementKind.IsOfPerson(kind) && movement.IsWhole) yield return new Fault("变动对象", $"变动对象：{kind}要写明是谁。请填写姓名，一人一行。");
        if (MovementKind.IsOfHousehold(kind) && !movement.IsWhole) yield return new Fault("变动对象", $"变动对象：{kind}是整户的变动（“{subject}”）。请填写 全户。");
        if (MovementKind.HasOther(kind) && movement.OtherNumber.Length == 0)
            yield return new Fault("相关户编号", $"相关户编号：{kind}没有写另一户。请填写{(kind == MovementKind.Split ? "分出去的新户" : "并入的户")}的户编号。");
        if (!MovementKind.HasOther(kind) && movement.OtherNumber.Length > 0) yield return new Fault("相关户编号", $"相关户编号：{kind}不涉及另一户（“{movement.OtherNumber}”）。请清空。");
        if (movement.OtherNumber.Length > 0 && movement.OtherNumber == movement.HouseholdNumber) yield return new Fault("相关户编号", "相关户编号：与本户相同。请填写另一户的编号。");
        if (PersonIdNumber.BirthDate(movement.IdNumber) is { } born)
        {
            if (kind == MovementKind.Born && born != movement.HappenedOn) yield return new Fault("发生日期", $"发生日期：与证件号码里的出生日期不同（{born:yyyy-MM-dd}）。请核对后改为一致。");
            if (kind != MovementKind.Born && born > movement.HappenedOn) yield return new Fault("发生日期", $"发生日期：早于这个人的出生日期（{born:yyyy-MM-dd}）。请核对后填写。");
        }

        if (movement is { IsWhole: true, IdNumber.Length: > 0 }) yield return new Fault("证件号码", "证件号码：整户的变动不填证件号码。请清空，或在变动对象里填写姓名。");
    }

    public static void Fill(Movement movement)
    {
        if (movement.Subject.Length == 0) movement.Subject = Movement.Whole;
    }
}

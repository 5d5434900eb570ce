using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>Rules over the fields of a person on post (上岗人员表内校验); pure.</summary>
public static class HolderRules
{
    /// <summary>Reasons of an exit after which the household stands on its own feet (自立退出).</summary>
    public static readonly IReadOnlyList<string> SelfSupporting = ["自主就业", "稳定脱贫"];

    private const int PersonLength = 18;

    public static IEnumerable<Fault> Check(Holder holder, RowContext context)
    {
        if (holder.PostTitle.Length == 0) yield return new Fault("岗位类别", "岗位类别：没有写明是什么岗位。请填写岗位类别，或填写村里已有的岗位名称。");
        if (holder.AgreementFrom > holder.AgreementUntil)
            yield return new Fault("协议终止", $"协议终止：早于协议开始（“{holder.AgreementUntil:yyyy-MM-dd}”，开始是 {holder.AgreementFrom:yyyy-MM-dd}）。请核对后填写。");
        if (holder.ExitedOn < holder.StartedOn)
            yield return new Fault("退出日期", $"退出日期：早于上岗日期（“{holder.ExitedOn:yyyy-MM-dd}”，上岗是 {holder.StartedOn:yyyy-MM-dd}）。请核对后填写。");
        if (holder.ExitedOn is not null && holder.State is HolderState.OnPost or HolderState.OnLeave)
            yield return new Fault("在岗状态", $"在岗状态：已填写退出日期，状态却是“{holder.State}”。请改为退出，或删去退出日期。");
        if (holder.ExitReason.Length > 0 && holder.ExitedOn is null && IsOnPost(holder.State))
            yield return new Fault("退出原因", $"退出原因：人还在岗，不用填写（“{holder.ExitReason}”）。请删去，或把状态改为退出。");
        if (AgeOn(PersonIdNumber.BirthDate(holder.IdNumber), holder.StartedOn) is null && holder.IdNumber.Length >= PersonLength && holder.StartedOn != default)
            yield return new Fault("上岗日期", $"上岗日期：早于证件号码中的出生日期（“{holder.StartedOn:yyyy-MM-dd}”）。请核对后填写。");
    }

    /// <summary>Stored values that follow from others; run before each save on every path.</summary>
    public static void Fill(Holder holder)
    {
        holder.NameKey = NameSort.Key(holder.Name);
        holder.PersonKey = PersonKeyOf(holder.IdNumber);
        holder.BornOn = PersonIdNumber.BirthDate(holder.IdNumber);
        if (holder.Gender.Length == 0) holder.Gender = PersonIdNumber.Gender(holder.IdNumber) ?? "";
        holder.PostName = holder.PostTitle;
        if (holder.State.Length == 0) holder.State = holder.ExitedOn is null ? HolderState.OnPost : HolderState.Left;
        holder.IsOnPost = IsOnPost(holder.State);
        holder.ExitMonth = holder.ExitedOn is { } exit ? YearMonth.Of(exit) : null;
    }

    public static bool IsOnPost(string state) => state is HolderState.OnPost or HolderState.OnLeave or "";

    /// <summary>One person is known by the first 18 characters, also of a disability certificate.</summary>
    public static string PersonKeyOf(string number) => number.Length > PersonLength ? number[..PersonLength] : number;

    /// <summary>Full years (周岁) on the day; null without a birth date.</summary>
    public static int? AgeOn(DateOnly? bornOn, DateOnly day) =>
        bornOn is not { } born || born > day ? null : day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);

    /// <summary>
    /// Why two stays of one number cannot both be (一人多岗/重复): two names, or two posts at the same time (人社部发〔2019〕124号: 一人一岗). A person may
    /// change posts on one day; an exit without date counts as ended.
    /// </summary>
    public static string? ClashOf(Holder holder, Holder other)
    {
        if (holder.Name != other.Name) return $"一人多岗/重复（同一证件号码已登记为另一人“{other.Name}”）。请对照证件核对号码和姓名";
        if (holder.StartedOn >= EndOf(other) || other.StartedOn >= EndOf(holder)) return null;
        return $"一人多岗/重复（{other.StartedOn:yyyy-MM-dd} 起已在“{other.PostTitle}”岗位，没有退出）。一人只能有一个岗位，请先办理原岗位退出";
    }

    private static DateOnly EndOf(Holder holder) => holder.ExitedOn ?? (IsOnPost(holder.State) ? DateOnly.MaxValue : holder.StartedOn);
}

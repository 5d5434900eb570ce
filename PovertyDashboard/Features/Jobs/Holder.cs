using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The states of a person on a post (在岗状态), texts of code list holder-state.</summary>
public static class HolderState
{
    public const string OnPost = "在岗";
    public const string OnLeave = "请假";
    public const string Off = "离岗";
    public const string Left = "退出";
}

/// <summary>A person on a public-welfare post (上岗人员): one stay of one person on one post, from the first day to the exit.</summary>
public sealed class Holder : LedgerRow, IHouseholdRow, IOfficeRow
{
    public long PostId { get; set; }

    public Post? Post { get; set; }

    /// <summary>Name, kind and source of the post, repeated here so that lists and figures need no join; they follow the post.</summary>
    public string PostName { get; set; } = "";

    public string PostKind { get; set; } = "";

    public string PostSource { get; set; } = "";

    /// <summary>Who took the person on (招聘单位).</summary>
    public string Employer { get; set; } = "";

    public string Name { get; set; } = "";

    public string NameKey { get; set; } = "";

    public string Gender { get; set; } = "";

    public string IdNumber { get; set; } = "";

    /// <summary>The first 18 characters of the number, by which one person is known whatever certificate was shown.</summary>
    public string PersonKey { get; set; } = "";

    public DateOnly? BornOn { get; set; }

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public string HouseholdType { get; set; } = "";

    public string DisabilityKind { get; set; } = "";

    public string DisabilityGrade { get; set; } = "";

    public string Labour { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Who recommended the person (推荐人), e.g. 帮包负责人.</summary>
    public string Recommender { get; set; } = "";

    public DateOnly StartedOn { get; set; }

    public DateOnly? AgreementFrom { get; set; }

    /// <summary>Last day of the agreement (协议终止); null is 长期.</summary>
    public DateOnly? AgreementUntil { get; set; }

    /// <summary>月补贴标准 of this person in fen; null takes the post's.</summary>
    public long? MonthlyPay { get; set; }

    public string BankName { get; set; } = "";

    public string BankCard { get; set; } = "";

    public bool? Insured { get; set; }

    public DateOnly? InsuredUntil { get; set; }

    public string State { get; set; } = "";

    /// <summary>Last day on the post (退出日期).</summary>
    public DateOnly? ExitedOn { get; set; }

    public string ExitReason { get; set; } = "";

    /// <summary>Month of the exit as yyyymm, for comparison with months of pay.</summary>
    public int? ExitMonth { get; set; }

    /// <summary>On post today: 在岗 or 请假.</summary>
    public bool IsOnPost { get; set; }

    public string Remark { get; set; } = "";

    /// <summary>The name of the post as it is, or as kind and source make it.</summary>
    public string PostTitle => PostName.Length > 0 ? PostName : Post.DefaultName(PostKind, PostSource);
}

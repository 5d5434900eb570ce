using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The measures of posts (岗位指标).</summary>
public static class PostMeasures
{
    public static readonly RowMeasure<Post> All = new("posts.all", "公益岗位", PostLedger.Ledger, (_, day) => p => p.SetUpOn == null || p.SetUpOn <= day) { IsChip = false };

    public static readonly RowMeasure<Post> Quota = new("posts.quota", "岗位名额", PostLedger.Ledger, (_, day) => p => p.SetUpOn == null || p.SetUpOn <= day)
    {
        Sum = p => p.Quota ?? 0,
        Unit = "人",
        IsChip = false,
    };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        All, Quota,
        new RowMeasure<Post>("posts.vacant", "有空额", PostLedger.Ledger, (db, _) => p => db.Set<Holder>().Count(h => h.PostId == p.Id && h.IsOnPost) < p.Quota) { AlsoDependsOn = [HolderLedger.Key] },
        new RowMeasure<Post>("posts.over-quota", "超名额", PostLedger.Ledger, (db, _) => p => db.Set<Holder>().Count(h => h.PostId == p.Id && h.IsOnPost) > p.Quota)
        {
            AlsoDependsOn = [HolderLedger.Key],
            Good = GoodDirection.Down,
        },
        new RowMeasure<Post>("posts.empty", "无人在岗", PostLedger.Ledger, (db, _) => p => !db.Set<Holder>().Any(h => h.PostId == p.Id && h.IsOnPost)) { AlsoDependsOn = [HolderLedger.Key] },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("posts.by-kind", All, [PostLedger.Kind]),
        new("posts.by-kind-and-source", All, [PostLedger.Kind, PostLedger.Source]),
    ];
}

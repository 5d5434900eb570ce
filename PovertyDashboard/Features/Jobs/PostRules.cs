using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>Rules of posts that look at their people (岗位校验), and how its people follow a renamed post.</summary>
internal static class PostRules
{
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Post> posts, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>();
        foreach (var post in posts)
        {
            var hours = context.Settings.DayHours(context.Row.Today);
            if (post.DailyHours > hours * 10)
                faults.Add(new(post, new Fault("每日工时", $"每日工时：超过每天 {hours} 小时（“{ColumnText.Scaled(post.DailyHours.Value, 1)}”）。请填写不大于 {hours} 的数。")));
            if (post.Id != 0 && await context.Db.Set<Holder>().AnyAsync(h => h.PostId == post.Id && h.Region != post.Region, ct))
                faults.Add(new(post, new Fault("村", "村：岗位上已有人员，不能改到别的村。请在新村另设岗位。")));
        }

        return faults;
    }

    /// <summary>Name, kind and source on its people follow the post.</summary>
    public static async Task CarryAsync(IReadOnlyList<Post> posts, EffectContext context, CancellationToken ct)
    {
        var byId = posts.Where(p => p.Id != 0).ToDictionary(p => p.Id);
        foreach (var ids in byId.Keys.Chunk(500))
            foreach (var holder in await context.Db.Set<Holder>().Where(h => ids.Contains(h.PostId)).ToListAsync(ct))
            {
                var post = byId[holder.PostId];
                (holder.PostName, holder.PostKind, holder.PostSource) = (post.Name, post.Kind, post.Source);
            }

        if (!context.IsByHand) await context.Db.SaveChangesAsync(ct);
    }

    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, Post post, CancellationToken ct)
    {
        var people = await db.Set<Holder>().CountAsync(h => h.PostId == post.Id, ct);
        return people == 0 ? null : $"删除：岗位上登记有 {people} 人，不能删除。请先把他们的登记删去，或保留岗位。";
    }
}

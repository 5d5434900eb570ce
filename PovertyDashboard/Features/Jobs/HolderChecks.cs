using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>Rules of people on posts that need other rows (上岗人员跨行校验): one person one post, the post's own kind, attendance within the stay, age.</summary>
internal static class HolderChecks
{
    private const int Chunk = 500;

    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Holder> holders, EffectContext context, CancellationToken ct)
    {
        var faults = new Dictionary<Holder, Fault>(ReferenceEqualityComparer.Instance);
        await CheckPostsAsync(holders, context, faults, ct);
        foreach (var holder in holders.Where(h => context.IsByHand && !faults.ContainsKey(h)))
            if (FaultNow(holder, context) is { } now) faults[holder] = now;
        await CheckAttendanceAsync(holders, context, faults, ct);
        await CheckPersonsAsync(holders, context, faults, ct);
        return [.. faults.Select(f => new RowFault(f.Key, f.Value))];
    }

    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, Holder holder, CancellationToken ct)
    {
        if (await db.Set<WageLine>().AnyAsync(l => l.HolderId == holder.Id, ct)) return "删除：这个人已有工资记录，不能删除。请办理退出，记录保留。";
        return await db.Set<Attendance>().AnyAsync(a => a.HolderId == holder.Id, ct) ? "删除：这个人已有考勤记录，不能删除。请办理退出；确属误登的，先删去考勤。" : null;
    }

    /// <summary>An existing post says itself of what kind it is; a new one must be told.</summary>
    private static async Task CheckPostsAsync(IReadOnlyList<Holder> holders, EffectContext context, Dictionary<Holder, Fault> faults, CancellationToken ct)
    {
        var posts = new Dictionary<long, Post>();
        foreach (var ids in holders.Select(h => h.PostId).Where(id => id != 0).Distinct().Chunk(Chunk))
            foreach (var post in await context.Db.Set<Post>().Where(p => ids.Contains(p.Id)).ToListAsync(ct)) posts[post.Id] = post;
        foreach (var holder in holders)
        {
            if (!posts.TryGetValue(holder.PostId, out var post))
            {
                if (holder.PostKind.Length == 0) faults[holder] = new Fault("岗位名称", $"岗位名称：村里没有“{holder.PostName}”这个岗位。请填写岗位类别和岗位来源，一并登记；或改为已有的岗位。");
                else if (holder.PostSource.Length == 0) faults[holder] = new Fault("岗位来源", $"岗位来源：村里还没有“{holder.PostTitle}”这个岗位，必填项为空。请选择岗位来源，或填写已有的岗位名称。");
            }
            else if (holder.PostKind != post.Kind) faults[holder] = Differs("岗位类别", holder.PostKind, post.Name, post.Kind);
            else if (holder.PostSource != post.Source) faults[holder] = Differs("岗位来源", holder.PostSource, post.Name, post.Source);
        }

        static Fault Differs(string header, string written, string post, string own) =>
            new(header, $"{header}：与岗位登记不同（“{written}”，岗位“{post}”是“{own}”）。请改为一致，或另填岗位名称。");
    }

    /// <summary>What is entered now keeps today's rules; a file may bring older stays as they were.</summary>
    private static Fault? FaultNow(Holder holder, EffectContext context)
    {
        if (holder.State == HolderState.Left && holder.ExitedOn is null) return new Fault("退出日期", "退出日期：状态是退出，没有填写退出日期。请填写最后一个在岗的日子。");
        if (holder.State == HolderState.Left && holder.ExitReason.Length == 0) return new Fault("退出原因", "退出原因：状态是退出，没有选择原因。请选择，例如 自主就业。");
        if (holder.Id != 0 || HolderRules.AgeOn(holder.BornOn, holder.StartedOn) is not { } age) return null;
        var (least, most) = (context.Settings.MinAge(holder.StartedOn), context.Settings.MaxAge(holder.StartedOn, holder.Gender));
        if (age < least) return new Fault("上岗日期", $"上岗日期：上岗时未满 {least} 周岁（{age} 岁）。请核对证件号码和上岗日期。");
        return age > most ? new Fault("上岗日期", $"上岗日期：上岗时超过 {most} 周岁（{age} 岁）。请核对证件号码；年龄规定有变化时，由系统管理员调整设置。") : null;
    }

    /// <summary>Days of attendance must lie within the stay.</summary>
    private static async Task CheckAttendanceAsync(IReadOnlyList<Holder> holders, EffectContext context, Dictionary<Holder, Fault> faults, CancellationToken ct)
    {
        var stored = holders.Where(h => h.Id != 0 && !faults.ContainsKey(h)).ToDictionary(h => h.Id);
        foreach (var ids in stored.Keys.Chunk(Chunk))
            foreach (var row in await context.Db.Set<Attendance>().AsNoTracking().Where(a => ids.Contains(a.HolderId)).OrderBy(a => a.Month).ToListAsync(ct))
            {
                var holder = stored[row.HolderId];
                if (!faults.ContainsKey(holder) && AttendanceRules.DayOutside(row, holder) is { } day)
                    faults[holder] = day < holder.StartedOn
                        ? new Fault("上岗日期", string.Create(CultureInfo.InvariantCulture, $"上岗日期：{day:yyyy-MM-dd} 已有出勤记录，不能晚于这一天（“{holder.StartedOn:yyyy-MM-dd}”）。请核对，或先改考勤。"))
                        : new Fault("退出日期", string.Create(CultureInfo.InvariantCulture, $"退出日期：退出以后还有出勤记录（{day:yyyy-MM-dd}）。请先改考勤，或核对退出日期。"));
            }
    }

    /// <summary>The rows of a file in their order: the first of two that clash stands, the second is refused.</summary>
    private static async Task CheckPersonsAsync(IReadOnlyList<Holder> holders, EffectContext context, Dictionary<Holder, Fault> faults, CancellationToken ct)
    {
        var known = new Dictionary<string, List<Holder>>();
        var mine = holders.Where(h => h.Id != 0).Select(h => h.Id).ToHashSet();
        foreach (var keys in holders.Select(h => HolderRules.PersonKeyOf(h.IdNumber)).Where(k => k.Length > 0).Distinct().Chunk(Chunk))
            // The whole store: a post in another town counts too.
            foreach (var other in await context.Db.Set<Holder>().IgnoreQueryFilters().AsNoTracking().Where(h => !h.IsDeleted && keys.Contains(h.PersonKey)).OrderBy(h => h.Id).ToListAsync(ct))
                if (!mine.Contains(other.Id)) Add(other.PersonKey, other);

        foreach (var holder in holders.Where(h => h.IdNumber.Length > 0 && !faults.ContainsKey(h)))
        {
            var key = HolderRules.PersonKeyOf(holder.IdNumber);
            var clash = known.GetValueOrDefault(key)?.Select(other => (Other: other, Text: HolderRules.ClashOf(holder, other))).FirstOrDefault(c => c.Text is not null) ?? default;
            if (clash.Text is null) Add(key, holder);
            else faults[holder] = new Fault("身份证号", RowValidation.Sentence("身份证号", IsHidden(clash.Other) ? "一人多岗/重复（同一证件号码在其他地区已登记上岗）。请与当地核实，原岗位退出后再登记" : clash.Text));
        }

        void Add(string key, Holder holder)
        {
            if (!known.TryGetValue(key, out var list)) known[key] = list = [];
            list.Add(holder);
        }

        bool IsHidden(Holder other) => other.Id != 0 && !context.Row.User.Scope.Contains(other.Region);
    }
}

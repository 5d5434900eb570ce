using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>Ties people to their posts and households (上岗人员关联): an unknown post is added with its first person.</summary>
internal static class HolderPosts
{
    private const int Chunk = 500;

    /// <summary>The post of the village by its name; kind and source are the post's where the row gives none.</summary>
    public static async Task LinkAsync(IReadOnlyList<Holder> holders, EffectContext context, CancellationToken ct)
    {
        foreach (var village in holders.GroupBy(h => h.Region))
        {
            var posts = await context.Db.Set<Post>().Where(p => p.Region == village.Key).OrderBy(p => p.Id).ToListAsync(ct);
            foreach (var holder in village)
            {
                var name = TextFold.Fold(holder.PostTitle);
                var post = posts.Find(p => TextFold.Fold(p.Name) == name);
                holder.PostId = post?.Id ?? 0;
                if (post is null) continue;
                holder.PostName = post.Name;
                if (holder.PostKind.Length == 0) holder.PostKind = post.Kind;
                if (holder.PostSource.Length == 0) holder.PostSource = post.Source;
            }
        }
    }

    /// <summary>Adds the posts that only these rows name, and finds the households of the persons.</summary>
    public static async Task PrepareAsync(IReadOnlyList<Holder> holders, EffectContext context, CancellationToken ct)
    {
        await AddPostsAsync(holders, context, ct);
        if (context.Members is not { } members) return;
        foreach (var some in holders.Where(h => h.HouseholdId is null).Chunk(Chunk))
        {
            var keys = some.Select(h => HolderRules.PersonKeyOf(h.IdNumber)).ToList();
            var found = (await members(context.Db).Where(m => keys.Contains(m.IdNumber)).ToListAsync(ct)).ToLookup(m => m.IdNumber);
            foreach (var holder in some)
                // Somebody who stands in two households is linked to neither.
                if (found[HolderRules.PersonKeyOf(holder.IdNumber)].ToList() is [var only])
                {
                    holder.HouseholdId = only.HouseholdId;
                    if (holder.HouseholdName.Length == 0) holder.HouseholdName = only.HouseholdName;
                }
        }
    }

    private static async Task AddPostsAsync(IReadOnlyList<Holder> holders, EffectContext context, CancellationToken ct)
    {
        var added = new List<(Post Post, List<Holder> People)>();
        foreach (var people in holders.Where(h => h.PostId == 0).GroupBy(h => (h.Region, TextFold.Fold(h.PostTitle))))
        {
            var first = people.First();
            var post = new Post
            {
                Region = first.Region,
                Name = first.PostTitle,
                Kind = first.PostKind,
                Source = first.PostSource,
                Quota = Math.Max(1, people.Count(h => HolderRules.IsOnPost(h.State))),
                Remark = "由上岗人员登记带出，请核对名额",
            };
            added.Add((post, [.. people]));
            context.Db.Add(post);
            // The form's row is saved together with its post; a file's rows need the number first.
            if (context.IsByHand) first.Post = post;
        }

        if (added.Count == 0 || context.IsByHand) return;
        await context.Db.SaveChangesAsync(ct);
        foreach (var (post, people) in added)
            foreach (var holder in people) holder.PostId = post.Id;
    }
}

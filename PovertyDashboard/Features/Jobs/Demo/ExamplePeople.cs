using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Jobs.Demo;

/// <summary>示例 people on posts, chosen among the members of 示例 households; two of each town have left because they stand on their own feet.</summary>
internal static class ExamplePeople
{
    private static readonly string[] Kinds = ["保洁", "护路", "护理照料", "村级公共服务"];
    private static readonly string[] Sources = ["扶贫", "人社", "光伏收益"];

    public static async Task AddAsync(AppDbContext db, PersonKeys members, long town, int count, CancellationToken ct)
    {
        var range = RegionKey.Subtree(town);
        var people = await members(db).Where(m => m.Region >= range.Lo && m.Region < range.Hi).OrderBy(m => m.HouseholdId).ThenBy(m => m.IdNumber).ToListAsync(ct);
        var chosen = people.GroupBy(m => m.HouseholdId).Select(h => h.FirstOrDefault(m => AgeOf(m) is >= 22 and <= 61)).OfType<PersonKey>().ToList();
        var step = Math.Max(1, chosen.Count / count);
        var posts = new Dictionary<(long, string), Post>();
        for (var i = 0; i < count && i * step < chosen.Count; i++)
        {
            var member = chosen[i * step];
            var (kind, source) = (Kinds[i % Kinds.Length], Sources[i % Sources.Length]);
            var name = Post.DefaultName(kind, source);
            if (!posts.TryGetValue((member.Region, name), out var post))
            {
                posts[(member.Region, name)] = post = new Post { Region = member.Region, Name = name, Kind = kind, Source = source, Quota = 1 + (i % 2), SetUpOn = new(2019, 1, 1), Remark = JobsDemo.Mark };
                db.Add(post);
            }

            db.Add(Make(member, post, i));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>A person on the post since some month of 2019; of each town the third and the eighth have left in 2020.</summary>
    public static Holder Make(PersonKey member, Post post, int i)
    {
        var startedOn = new DateOnly(2019, 1 + (i % 12), 1 + (i % 3 * 9));
        var holder = new Holder
        {
            Region = member.Region,
            PostId = post.Id,
            Post = post.Id == 0 ? post : null,
            PostName = post.Name,
            PostKind = post.Kind,
            PostSource = post.Source,
            Employer = post.Source == "人社" ? "县人社局" : "镇扶贫办",
            Name = member.Name,
            IdNumber = member.IdNumber,
            HouseholdName = member.HouseholdName,
            HouseholdId = member.HouseholdId,
            Recommender = "帮扶责任人",
            StartedOn = startedOn,
            AgreementFrom = startedOn,
            AgreementUntil = startedOn.AddYears(i % 4 == 0 ? 1 : 3).AddDays(i % 4 == 0 ? 60 : -1),
            MonthlyPay = i % 5 == 0 ? 600_00 : null,
            BankName = "山东省农村信用社",
            BankCard = string.Create(CultureInfo.InvariantCulture, $"62230000{(member.HouseholdId * 37) + i:00000000000}"),
            Insured = i % 9 != 4,
            InsuredUntil = i % 9 == 4 ? null : new DateOnly(2020, i % 6 == 2 ? 7 : 12, 31),
            State = HolderState.OnPost,
            Remark = JobsDemo.Mark,
        };
        if (i is 2 or 7) (holder.State, holder.ExitedOn, holder.ExitReason) = (HolderState.Left, new DateOnly(2020, i == 2 ? 5 : 6, i == 2 ? 31 : 30), HolderRules.SelfSupporting[i == 2 ? 0 : 1]);
        return holder;
    }

    private static int? AgeOf(PersonKey member) => HolderRules.AgeOn(PersonIdNumber.BirthDate(member.IdNumber), new DateOnly(2019, 1, 1));
}

using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Checklists.Month;

namespace PovertyDashboard.Tests.Features.Checklists.Month;

public sealed class VillageRankingTests
{
    [Fact]
    public void Villages_are_ranked_by_rate_then_score_and_level_ones_share_a_place()
    {
        var ranking = VillageRanking.Of([Village(1, 5, 80), Village(2, 10, 70), Village(3, 5, 90), Village(4, 5, 90)], null);
        Assert.Equal([(2L, 1), (3L, 2), (4L, 2), (1L, 4)], ranking.Select(r => (r.Village.Region, r.Place)));
        Assert.All(ranking, r => Assert.Null(r.Moved));
    }

    [Fact]
    public void A_village_moves_by_the_difference_to_the_day_before_and_counts_the_households_of_the_day()
    {
        var ranking = VillageRanking.Of([Village(1, 9, 80), Village(2, 6, 80)], [Village(1, 2, 80), Village(2, 6, 80)]);
        Assert.Equal([(1L, 1, 1, 7), (2L, 2, -1, 0)], ranking.Select(r => (r.Village.Region, r.Place, r.Moved ?? 0, r.Today)));
    }

    [Fact]
    public void A_village_without_households_comes_last() =>
        Assert.Equal([1L, 2L], VillageRanking.Of([new VillageProgress(2, 0, 0, 0, 0, 0, 0), Village(1, 0, 0)], null).Select(r => r.Village.Region));

    private static VillageProgress Village(long region, int done, int score) => new(region, 10, done, 0, 0, score, 100);
}

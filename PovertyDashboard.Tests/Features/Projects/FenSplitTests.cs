using CsCheck;
using PovertyDashboard.Features.Projects;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>An amount that is divided is whole again to the fen (最大余数法).</summary>
public sealed class FenSplitTests
{
    private static readonly Gen<(long Fen, long[] Parts)> Amounts = Gen.Select(Gen.Long[0, 9_000_000_000_000], Gen.Long[0, 1_000_000].Array[1, 60]).Select(a => (a.Item1, a.Item2));

    [Fact]
    public void The_parts_make_the_amount_to_the_fen() => Amounts.Sample(a => Assert.Equal(a.Parts.Sum() == 0 ? 0 : a.Fen, FenSplit.By(a.Fen, a.Parts).Sum()));

    [Fact]
    public void Nobody_is_a_whole_fen_away_from_his_share_and_who_has_no_part_gets_nothing() => Amounts.Sample(a =>
    {
        var whole = (Int128)a.Parts.Sum();
        foreach (var (part, fen) in a.Parts.Zip(FenSplit.By(a.Fen, a.Parts)))
        {
            Assert.True(Int128.Abs((Int128)fen * whole - (Int128)a.Fen * part) < Int128.Max(whole, 1));
            if (part == 0) Assert.Equal(0, fen);
        }
    });

    [Fact]
    public void Whoever_has_more_parts_never_gets_less() => Amounts.Sample(a =>
    {
        var fen = FenSplit.By(a.Fen, a.Parts);
        for (var i = 1; i < fen.Count; i++)
            if (a.Parts[i] > a.Parts[i - 1]) Assert.True(fen[i] >= fen[i - 1]);
    });

    [Fact]
    public void Equal_parts_differ_by_a_fen_at_most_and_dividing_again_gives_the_same() => Gen.Select(Gen.Long[0, 9_000_000_000_000], Gen.Int[1, 200]).Sample((fen, count) =>
    {
        var equal = FenSplit.Equally(fen, count);
        Assert.True(equal.Max() - equal.Min() <= 1);
        Assert.Equal(fen, equal.Sum());
        Assert.Equal(equal, FenSplit.Equally(fen, count));
    });

    [Fact]
    public void A_plan_that_was_divided_is_its_pool_and_its_rows_are_the_plan() => Gen.Select(Gen.Long[1, 99_999_999], Gen.Long[0, 99_999_99], Gen.Int[1, 40]).Sample((work, rest, homes) =>
    {
        var plan = new DistributionPlan(2020, "电站", work + rest);
        var lines = Enumerable.Range(1, homes).Select(i => new PlanLine { Village = 1, HouseholdId = i, HouseholdName = $"户{i}", Class = DistributionClass.Post }).ToList();
        DistributionPlan.DivideEqually(lines, work);
        plan.Lines.AddRange(lines);
        plan.Lines.Add(new PlanLine { Village = 1, Class = DistributionClass.Collective, Amount = rest });
        Assert.Equal((0, work + rest, work + rest), (plan.Rest, plan.Sum, plan.Rows().Sum(r => r.Amount)));
    });

    [Fact]
    public void The_villages_shares_of_a_joint_station_make_its_money() => Gen.Select(Gen.Long[0, 1_000_000_00], Gen.Int[1, 9].Array[1, 20]).Sample((fen, parts) =>
    {
        var book = new ShareBook([.. parts.Select((p, i) => new ProjectShare { Region = i + 1, Parts = p, Whole = parts.Sum() })]);
        Assert.True(book.IsComplete);
        Assert.Equal(fen, book.Divide(fen).Sum(d => d.Fen));
    });

    [Fact]
    public void One_of_eleven_of_a_million_is_90909_and_nine_or_ten_fen()
    {
        var fen = FenSplit.Equally(1_000_000_00, 11);
        Assert.Equal([90_909_10L, 90_909_09, 90_909_09], fen.Take(3));
        Assert.Equal(1_000_000_00, fen.Sum());
    }

    [Fact]
    public void A_negative_amount_or_part_is_a_mistake_of_the_program()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FenSplit.By(-1, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FenSplit.By(1, [2, -1]));
        Assert.Equal([0, 0], FenSplit.By(100, [0, 0]));
        Assert.Empty(FenSplit.By(100, []));
    }
}

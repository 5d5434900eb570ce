using PovertyDashboard.Features.Inspections;
using PovertyDashboard.Features.Inspections.Sampling;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>The draw is a pure function of seed, frozen list, must-draw households and numbers: the same on every machine and in every version.</summary>
public sealed class SampleDrawTests
{
    private static readonly Candidate[] Households = [.. Enumerable.Range(1, 60).Select(i => new Candidate(i <= 40 ? 1 : 2, $"H{i:000}"))];

    private static readonly SampleQuota Ten = new([new Stratum(0, 10, 3)]);

    [Fact]
    public void A_ticket_is_the_SHA256_that_anybody_can_make()
    {
        // printf '20200812|371522116001' | sha256sum
        Assert.Equal("d044d3e32e559cc7b43145d7014fdca944012723869fc6909733424e0234d780", SampleDraw.Ticket("20200812", "371522116001"));
    }

    [Fact]
    public void The_same_seed_draws_the_same_list_in_whatever_order_the_households_come()
    {
        var drawn = SampleDraw.Draw("7", Households, new HashSet<string>(), Ten);
        Assert.Equal(drawn, SampleDraw.Draw("7", Households.Reverse().ToList(), new HashSet<string>(), Ten));
        Assert.Equal(Enumerable.Range(1, 13), drawn.Select(d => d.Order));
        Assert.Equal((10, 3), (drawn.Count(d => d.Kind == SampleKind.Random), drawn.Count(d => d.Kind == SampleKind.Reserve)));
        Assert.Equal(13, drawn.Select(d => d.Household.Key).Distinct().Count());
        Assert.NotEqual(drawn, SampleDraw.Draw("8", Households, new HashSet<string>(), Ten));
    }

    [Fact]
    public void A_drawn_list_is_fixed_for_ever()
    {
        // Whoever changes the algorithm breaks the proof of every list that has been drawn.
        var drawn = SampleDraw.Draw("20200812", Households, new HashSet<string>(), new SampleQuota([new Stratum(0, 5, 0)])).Select(d => d.Household.Key);
        Assert.Equal(["H005", "H047", "H027", "H058", "H013"], drawn);
    }

    [Fact]
    public void Households_that_must_be_drawn_come_first_and_count_in_the_size()
    {
        var drawn = SampleDraw.Draw("7", Households, new HashSet<string> { "H005", "H050" }, Ten);
        Assert.Equal(["H005", "H050"], drawn.Where(d => d.Kind == SampleKind.Must).Select(d => d.Household.Key).Order());
        Assert.All(drawn.Take(2), d => Assert.Equal(SampleKind.Must, d.Kind));
        Assert.Equal(10, drawn.Count(d => d.Kind != SampleKind.Reserve));
    }

    [Fact]
    public void Each_village_gives_its_own_number()
    {
        var drawn = SampleDraw.Draw("7", Households, new HashSet<string>(), new SampleQuota([new Stratum(1, 4, 1), new Stratum(2, 6, 2)]));
        Assert.Equal((4, 6, 3), (drawn.Count(d => d is { Household.Village: 1, Kind: SampleKind.Random }), drawn.Count(d => d is { Household.Village: 2, Kind: SampleKind.Random }), drawn.Count(d => d.Kind == SampleKind.Reserve)));
    }

    [Fact]
    public void The_frozen_list_and_the_numbers_come_back_as_they_were()
    {
        Assert.Equal(Households.Order(Comparer<Candidate>.Create((a, b) => string.CompareOrdinal(a.Key, b.Key))), SampleDraw.Thaw(SampleDraw.Freeze(Households.Reverse())));
        Assert.Equal(SampleDraw.HashOf(Households), SampleDraw.HashOf(Households.Reverse()));
        Assert.NotEqual(SampleDraw.HashOf(Households), SampleDraw.HashOf(Households.Skip(1)));
        var quota = new SampleQuota([new Stratum(1, 4, 1), new Stratum(2, 6, 0)]);
        Assert.Equal(quota.Strata, SampleQuota.Parse(quota.ToString()).Strata);
    }

    [Theory]
    [InlineData(60, 50)]
    [InlineData(50, 50)]
    [InlineData(49, 25)]
    [InlineData(12, 12)]
    public void A_village_gives_households_by_its_size(int households, int drawn) => Assert.Equal(drawn, new SampleLimits(50, 50, 25).Of(households));
}

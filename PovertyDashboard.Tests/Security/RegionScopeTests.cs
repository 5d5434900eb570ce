using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Security;

/// <summary>The user's own place and the names of places as he sees them.</summary>
public sealed class RegionScopeTests
{
    private const long City = 371500000000, Gaoxin = 371590000000, Hanji = 371590115000, Dayang = 371590115299, Hanjixin = 371590115201, Xuying = 371590108000, Shen = 371522000000, Zhangzhai = 371522116000;

    private static readonly DateOnly Day = new(2020, 8, 31);

    private static readonly RegionTree Tree = new(new (long Key, string Name)[]
    {
        (City, "聊城市"), (Gaoxin, "高新区"), (Hanji, "韩集镇"), (Dayang, "大杨新村"), (Hanjixin, "韩集新村"), (Xuying, "许营镇"), (Shen, "莘县"), (Zhangzhai, "张寨镇"),
    }.Select(r => new Region { Key = r.Key, Name = r.Name, Level = RegionKey.LevelOf(r.Key) }));

    [Theory]
    [InlineData(new[] { Hanji }, Hanji)]
    [InlineData(new[] { Hanji, Dayang }, Hanji)]
    [InlineData(new[] { Dayang, Hanjixin }, Hanji)]
    [InlineData(new[] { Hanji, Xuying }, Gaoxin)]
    [InlineData(new[] { Dayang, Zhangzhai }, City)]
    [InlineData(new[] { City, Zhangzhai }, City)]
    public void Home_is_the_lowest_place_that_holds_all_of_the_users(long[] keys, long home) => Assert.Equal(home, RegionScope.Of(keys).HomeIn(Tree));

    [Fact]
    public void Everything_is_at_home_in_the_city_and_nothing_nowhere()
    {
        Assert.Equal(City, RegionScope.Everything.HomeIn(Tree));
        Assert.Null(RegionScope.Nothing.HomeIn(Tree));
        Assert.Empty(RegionScope.Nothing.NodesIn(Tree, Day));
        Assert.Equal(Tree.Nodes.Count, RegionScope.Everything.NodesIn(Tree, Day).Count());
    }

    [Fact]
    public void A_place_of_which_only_a_part_is_the_users_says_so()
    {
        var scope = RegionScope.Of([Dayang, Xuying, Zhangzhai]);

        Assert.Equal(["我的地区（3 个）", "莘县（部分）", "张寨镇", "高新区（部分）", "许营镇", "韩集镇（部分）", "大杨新村"], scope.NodesIn(Tree, Day).Select(n => scope.NameOf(n.Key, Tree)));
        Assert.Equal(["聊城市", "韩集镇"], new[] { City, Hanji }.Select(k => RegionScope.Everything.NameOf(k, Tree)));
        Assert.Equal("聊城市（部分）", RegionScope.Of([Hanji]).NameOf(City, Tree));
    }

    [Fact]
    public void On_paper_the_places_are_named()
    {
        Assert.Equal("张寨镇、大杨新村", RegionScope.Of([Dayang, Zhangzhai]).FormalNameOf(City, Tree));
        Assert.Equal("韩集镇", RegionScope.Of([Hanji, Zhangzhai]).FormalNameOf(Hanji, Tree));
        Assert.Equal("张寨镇等 4 个地区", RegionScope.Of([Dayang, Hanjixin, Xuying, Zhangzhai]).FormalNameOf(City, Tree));
        Assert.Equal("聊城市", RegionScope.Everything.FormalNameOf(City, Tree));
    }
}

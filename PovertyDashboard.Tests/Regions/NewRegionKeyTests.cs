using PovertyDashboard.Regions;

namespace PovertyDashboard.Tests.Regions;

public class NewRegionKeyTests
{
    private const long City = 371500000000, County = 371522000000, Town = 371522116000;

    [Theory]
    [InlineData(City, "", 371523000000)]
    [InlineData(County, "", 371522117000)]
    [InlineData(Town, "", 371522116241)]
    [InlineData(Town, "371522116300", 371522116300)]
    [InlineData(Town, "371522116240", 371522116241)]
    [InlineData(Town, "371590115300", 371522116241)]
    [InlineData(County, "371522200", 371522200000)]
    public void The_key_is_the_code_where_it_fits_else_the_next_number(long parent, string code, long key) => Assert.Equal(key, NewRegionKey.For(Tree(City, County, Town, 371522116240), parent, code));

    [Fact]
    public void After_the_last_number_a_gap_is_taken_and_then_there_is_no_room()
    {
        Assert.Equal(371522116001, NewRegionKey.For(Tree(Town, 371522116999), Town, ""));
        Assert.Null(NewRegionKey.For(Tree([City, .. Enumerable.Range(1, 99).Select(n => RegionKey.Below(City, n))]), City, ""));
        Assert.Null(NewRegionKey.For(Tree(Town, 371522116240), 371522116240, ""));
    }

    [Fact]
    public void Numbers_and_keys_below_a_place_answer_each_other()
    {
        Assert.Equal((Town, 116), (RegionKey.Below(County, 116), RegionKey.NumberOf(Town)));
        Assert.Equal((County, 22), (RegionKey.Below(City, 22), RegionKey.NumberOf(County)));
        Assert.Equal(240, RegionKey.NumberOf(371522116240));
    }

    [Fact]
    public void A_former_name_counts_where_no_place_bears_it_now()
    {
        var reader = new PlaceReader(new RegionTree(
        [
            Region(Town, "张寨镇"), Region(371522117000, "新寨镇", "旧寨镇|张寨镇"), Region(371522116240, "前村", "老村"), Region(371522116241, "后村", "前村"),
        ]));
        Assert.Equal(371522116240, reader.Read("", "张寨镇", "老村", null, wantsVillage: true).Key);
        Assert.Equal(371522116240, reader.Read("", "张寨镇", "前村", null, wantsVillage: true).Key);
        Assert.Equal(371522117000, reader.Read("", "旧寨", "", null, wantsVillage: false).Key);
        Assert.Equal(Town, reader.Read("", "张寨", "", null, wantsVillage: false).Key);
    }

    [Fact]
    public void Of_two_villages_of_one_name_the_one_that_goes_on_is_meant()
    {
        var ended = Region(371522116240, "前村");
        ended.ValidTo = new DateOnly(2019, 12, 31);
        var reader = new PlaceReader(new RegionTree([Region(Town, "张寨镇"), ended, Region(371522116241, "前村")]));
        Assert.Equal(371522116241, reader.Read("", "张寨镇", "前村", null, wantsVillage: true).Key);
    }

    private static RegionTree Tree(params long[] keys) => new(keys.Select(k => Region(k, $"示例{k}")));

    private static Region Region(long key, string name, string former = "") => new() { Key = key, Name = name, FormerNames = former, Level = RegionKey.LevelOf(key) };
}

using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Tests.Ledgers;

public class NameSortTests
{
    [Fact]
    public void Names_stand_in_pinyin_order()
    {
        string[] names = ["赵某", "安某", "邓某", "王某", "李某", "陈某"];

        var sorted = names.OrderBy(NameSort.Key, StringComparer.Ordinal);

        Assert.Equal(["安某", "陈某", "邓某", "李某", "王某", "赵某"], sorted);
    }

    [Theory]
    [InlineData("单", "沙", "尚")]
    [InlineData("曾", "袁", "张")]
    [InlineData("仇", "祁", "任")]
    [InlineData("解", "向", "辛")]
    [InlineData("盖", "冯", "耿")]
    [InlineData("查", "袁", "张")]
    [InlineData("区", "穆", "彭")]
    [InlineData("朴", "彭", "蒲")]
    [InlineData("尉", "王", "吴")]
    [InlineData("任", "秦", "沈")]
    [InlineData("肖", "向", "谢")]
    [InlineData("纪", "胡", "江")]
    [InlineData("葛", "高", "龚")]
    [InlineData("莘", "邵", "石")]
    public void A_surname_with_a_sound_of_its_own_stands_where_it_is_spoken(string surname, string before, string after)
    {
        string[] keys = [NameSort.Key(before + "伟"), NameSort.Key(surname + "伟"), NameSort.Key(after + "伟")];

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Blanks_and_middle_dots_do_not_move_a_name()
    {
        Assert.Equal(NameSort.Key("张三"), NameSort.Key("张 三"));
        Assert.Equal(NameSort.Key("买买提艾力"), NameSort.Key("买买提·艾力"));
        Assert.Equal("", NameSort.Key(" "));
    }

    [Fact]
    public void Keys_are_plain_hexadecimal() => Assert.Matches("^[0-9A-F]+$", NameSort.Key("邓某"));
}

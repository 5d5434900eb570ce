using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Tests.Ledgers;

public sealed class ColumnParserTests
{
    private static readonly CodeLists Codes = new(
    [
        new CodeEntry { List = "health", Order = 0, Text = "健康" },
        new CodeEntry { List = "health", Order = 1, Text = "长期慢性病" },
        new CodeEntry { List = "health", Order = 3, Text = "残疾" },
        new CodeEntry { List = "cause", Order = 0, Text = "缺劳力", Aliases = "缺劳动力" },
    ]);

    private static readonly ColumnParser Parser = new(Codes, new DateOnly(2020, 8, 31));

    [Theory]
    [InlineData("1,234.50", 123450L)]
    [InlineData("１２", 1200L)]
    [InlineData("500元", 50000L)]
    [InlineData("13万", 13000000L)]
    [InlineData("9530.495", 953050L)]
    [InlineData("-0.005", -1L)]
    public void Money_is_read_to_the_fen(string written, long fen) => Assert.Equal(fen, Value(ColumnKind.Money, written, scale: 2));

    [Theory]
    [InlineData("五百元")]
    [InlineData("abc")]
    [InlineData("1.2.3")]
    public void What_is_no_money_is_refused(string written) => Assert.StartsWith("不是金额", Fault(ColumnKind.Money, written), StringComparison.Ordinal);

    [Theory]
    [InlineData("/")]
    [InlineData("—")]
    [InlineData("无")]
    [InlineData("空")]
    [InlineData("  ")]
    [InlineData("371599********0017")]
    [InlineData("尾号 3308")]
    public void Blank_words_and_masked_values_are_not_given(string written) => Assert.False(Parse(ColumnKind.Money, written).IsGiven);

    [Theory]
    [InlineData("是", true)]
    [InlineData("√", true)]
    [InlineData("1", true)]
    [InlineData("有", true)]
    [InlineData("×", false)]
    [InlineData("无", false)]
    [InlineData("０", false)]
    public void Yes_and_no_have_many_spellings(string written, bool expected) => Assert.Equal(expected, Value(ColumnKind.YesNo, written));

    [Theory]
    [InlineData("371599198001010017", "371599198001010017")]
    [InlineData("'37159919500101003x", "37159919500101003X")]
    [InlineData("37159919500101003Ｘ", "37159919500101003X")]
    [InlineData("371599 19800101 0017", "371599198001010017")]
    [InlineData("37159919800101001743", "37159919800101001743")]
    public void Identity_numbers_are_kept_as_text(string written, string expected) => Assert.Equal(expected, Value(ColumnKind.PersonId, written));

    [Theory]
    [InlineData("371599198001010018", "证件号码校验位错误")]
    [InlineData("371599201002290115", "证件号码中的出生日期不存在")]
    [InlineData("3715991980", "证件号码位数不对")]
    [InlineData("3.71599E+17", "证件号码为数字且已丢失精度")]
    public void A_wrong_identity_number_is_refused(string written, string fault) =>
        Assert.StartsWith(fault, Fault(ColumnKind.PersonId, written), StringComparison.Ordinal);

    [Fact]
    public void An_identity_number_stored_as_number_has_lost_digits() =>
        Assert.StartsWith("证件号码为数字且已丢失精度", Parser.Parse(ColumnOf(ColumnKind.PersonId), new Written("371599198001010050", IsNumber: true)).Fault, StringComparison.Ordinal);

    [Fact]
    public void A_phone_stored_as_number_is_kept() =>
        Assert.Equal("13948150725", Parser.Parse(ColumnOf(ColumnKind.Phone), new Written("13948150725", IsNumber: true)).Value);

    [Fact]
    public void Several_codes_are_stored_in_list_order() =>
        Assert.Equal("长期慢性病,残疾", Parser.Parse(ColumnOf(ColumnKind.Codes) with { CodeList = "health" }, new Written("残疾，长期慢性病")).Value);

    [Fact]
    public void A_code_alias_becomes_its_text() =>
        Assert.Equal("缺劳力", Parser.Parse(ColumnOf(ColumnKind.Code) with { CodeList = "cause" }, new Written("缺劳动力")).Value);

    [Fact]
    public void An_unknown_code_is_refused_with_the_choices() =>
        Assert.Contains("缺劳力", Parser.Parse(ColumnOf(ColumnKind.Code) with { CodeList = "cause" }, new Written("懒")).Fault, StringComparison.Ordinal);

    [Fact]
    public void Blanks_inside_names_go() => Assert.Equal("张三", Value(ColumnKind.PersonName, "张 三"));

    [Theory]
    [InlineData("一号电站2期", "一号电站2期")]
    [InlineData("G341 辅路 3 标段", "G341 辅路 3 标段")]
    [InlineData("341", "341")]
    [InlineData("张 三", "张三")]
    public void A_column_of_households_and_projects_takes_names_with_digits(string written, string expected) => Assert.Equal(expected, HouseholdOrProject(written).Value);

    [Theory]
    [InlineData("/")]
    [InlineData("——")]
    public void A_stroke_names_neither_household_nor_project(string written) => Assert.False(HouseholdOrProject(written).IsGiven);

    [Fact]
    public void A_household_alone_has_no_digits_in_its_name() => Assert.StartsWith("姓名含有数字", Fault(ColumnKind.HouseholdName, "邓某2"), StringComparison.Ordinal);

    [Fact]
    public void A_fraction_is_no_whole_number() => Assert.StartsWith("不是整数", Fault(ColumnKind.Integer, "2.5"), StringComparison.Ordinal);

    private static Parsed Parse(ColumnKind kind, string written, int scale = 0) => Parser.Parse(ColumnOf(kind) with { Scale = scale }, new Written(written));

    private static Parsed HouseholdOrProject(string written) => Parser.Parse(ColumnOf(ColumnKind.HouseholdName) with { MayNameProject = true }, new Written(written));

    private static object? Value(ColumnKind kind, string written, int scale = 0) => Parse(kind, written, scale).Value;

    private static string? Fault(ColumnKind kind, string written) => Parse(kind, written).Fault;

    private static Column ColumnOf(ColumnKind kind) => new() { Key = "x", Header = "x", Kind = kind, Get = _ => null, ValueType = typeof(object) };
}

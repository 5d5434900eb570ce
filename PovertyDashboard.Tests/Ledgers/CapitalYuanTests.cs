using CsCheck;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Tests.Ledgers;

public sealed class CapitalYuanTests
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(1, "壹分")]
    [InlineData(10, "壹角整")]
    [InlineData(100_00, "壹佰元整")]
    [InlineData(325_04, "叁佰贰拾伍元零肆分")]
    [InlineData(1_680_32, "壹仟陆佰捌拾元叁角贰分")]
    [InlineData(10_005_00, "壹万零伍元整")]
    [InlineData(107_000_53, "壹拾万柒仟元伍角叁分")]
    [InlineData(1_409_50, "壹仟肆佰零玖元伍角整")]
    [InlineData(6_007_14, "陆仟零柒元壹角肆分")]
    [InlineData(100_000_000_00, "壹亿元整")]
    [InlineData(10_000_500_00, "壹仟万零伍佰元整")]
    [InlineData(-20_00, "负贰拾元整")]
    public void Amounts_stand_as_forms_want_them(long fen, string words) => Assert.Equal(words, CapitalYuan.Of(fen));

    [Fact]
    public void The_words_say_the_same_amount() => Gen.Long[-9_999_999_999_99, 9_999_999_999_99].Sample(fen => Assert.Equal(fen, Read(CapitalYuan.Of(fen))));

    [Fact]
    public void Beyond_the_form_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => CapitalYuan.Of(long.MaxValue));

    /// <summary>Reads the words back by their places.</summary>
    private static long Read(string words)
    {
        if (words.StartsWith('负')) return -Read(words[1..]);
        long fen = 0, group = 0, digit = 0;
        foreach (var c in words)
        {
            switch (c)
            {
                case '拾': (group, digit) = (group + (digit * 10), 0); break;
                case '佰': (group, digit) = (group + (digit * 100), 0); break;
                case '仟': (group, digit) = (group + (digit * 1_000), 0); break;
                case '万': (fen, group, digit) = (fen + ((group + digit) * 10_000_00), 0, 0); break;
                case '亿': (fen, group, digit) = (fen + ((group + digit) * 100_000_000_00), 0, 0); break;
                case '元': (fen, group, digit) = (fen + ((group + digit) * 100), 0, 0); break;
                case '角': (fen, digit) = (fen + (digit * 10), 0); break;
                case '分': (fen, digit) = (fen + digit, 0); break;
                case '整': break;
                default: digit = Digits.IndexOf(c, StringComparison.Ordinal); break;
            }
        }

        return fen;
    }
}

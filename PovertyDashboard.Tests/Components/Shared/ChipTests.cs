using Bunit;
using PovertyDashboard.Components.Shared;

namespace PovertyDashboard.Tests.Components.Shared;

public class ChipTests : ComponentContext
{
    private static readonly DateOnly Today = new(2020, 8, 21);

    [Theory]
    [InlineData("待交办", "assign", "待交办")]
    [InlineData("整改中", "rectify", "整改中")]
    [InlineData("已整改待核验", "verify", "待核验")]
    [InlineData("已销号", "closed", "已销号")]
    [InlineData("逾期", "overdue", "逾期")]
    public void A_state_has_colour_icon_and_word(string word, string tone, string shown)
    {
        var chip = Context.Render<StatusChip>(p => p.Add(c => c.Word, word)).Find(".chip");
        Assert.Contains(tone, chip.ClassName, StringComparison.Ordinal);
        Assert.NotNull(chip.QuerySelector("svg"));
        Assert.Equal(shown, chip.TextContent.Trim());
    }

    [Fact]
    public void A_word_that_is_no_state_is_grey_and_stays_as_it_is()
    {
        var chip = Context.Render<StatusChip>(p => p.Add(c => c.Word, "一般脱贫户")).Find(".chip");
        Assert.Contains("assign", chip.ClassName, StringComparison.Ordinal);
        Assert.Equal("一般脱贫户", chip.TextContent.Trim());
    }

    [Theory]
    [InlineData(-7, "逾期 7 天", "overdue")]
    [InlineData(0, "今天到期", "verify")]
    [InlineData(3, "剩 3 天", "verify")]
    [InlineData(4, "剩 4 天", "plain")]
    public void A_deadline_tells_the_days_and_asks_for_attention_in_the_last_three(int days, string text, string tone)
    {
        var chip = Context.Render<DeadlineChip>(p => p.Add(c => c.Deadline, Today.AddDays(days)).Add(c => c.Today, Today)).Find(".chip");
        Assert.Equal(text, chip.TextContent.Trim());
        Assert.Contains(tone, chip.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_entry_is_never_late() =>
        Assert.Empty(Context.Render<DeadlineChip>(p => p.Add(c => c.Deadline, Today.AddDays(-7)).Add(c => c.Today, Today).Add(c => c.IsClosed, true)).Markup.Trim());
}

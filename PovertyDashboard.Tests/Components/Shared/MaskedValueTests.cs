using Bunit;
using PovertyDashboard.Components.Shared;

namespace PovertyDashboard.Tests.Components.Shared;

public class MaskedValueTests : ComponentContext
{
    private const string Masked = "371599********0017";
    private const string Full = "371599198001010017";

    [Fact]
    public async Task The_eye_shows_the_full_value_for_thirty_seconds()
    {
        var value = Show(() => Task.FromResult<string?>(Full));
        Assert.Contains(Masked, value.Markup, StringComparison.Ordinal);
        await value.Find("button").ClickAsync();
        Assert.Contains(Full, value.Markup, StringComparison.Ordinal);

        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Contains(Full, value.Markup, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromSeconds(2));
        value.WaitForAssertion(() => Assert.DoesNotContain(Full, value.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_click_hides_it_at_once()
    {
        var value = Show(() => Task.FromResult<string?>(Full));
        await value.Find("button").ClickAsync();
        await value.Find("button").ClickAsync();
        Assert.DoesNotContain(Full, value.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_value_stays_masked()
    {
        var value = Show(() => Task.FromResult<string?>(null));
        await value.Find("button").ClickAsync();
        Assert.Contains(Masked, value.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_value_of_one_row_does_not_stay_when_the_component_shows_another()
    {
        var value = Show(() => Task.FromResult<string?>(Full));
        await value.Find("button").ClickAsync();
        value.Render(p => p.Add(v => v.Masked, "371599********0020"));
        Assert.DoesNotContain(Full, value.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_right_there_is_no_eye_and_without_a_value_a_dash()
    {
        Assert.Empty(Show(null).FindAll("button"));
        Assert.Equal("—", Context.Render<MaskedValue>(p => p.Add(v => v.Masked, "").Add(v => v.Label, "电话")).Find("span").TextContent);
    }

    private IRenderedComponent<MaskedValue> Show(Func<Task<string?>>? reveal) =>
        Context.Render<MaskedValue>(p => p.Add(v => v.Masked, Masked).Add(v => v.Label, "证件号码").Add(v => v.Reveal, reveal));
}

using PovertyDashboard.Components.Layout;

namespace PovertyDashboard.Tests.Components.Layout;

/// <summary>The colours of tokens.css reach the contrast that WCAG 2.2 AA asks for, in both themes.</summary>
public class ContrastTests
{
    private static readonly string[] Statuses = ["assign", "rectify", "verify", "closed", "overdue"];

    private static readonly (string Text, string Ground)[] TextPairs =
    [
        .. from text in (string[])["text-1", "text-2", "text-3"]
           from ground in (string[])["background", "surface", "head", "hover", "zebra", "changed"]
           select (text, ground),
        .. from ground in (string[])["surface", "background", "hover", "zebra"] select ("primary", ground),
        ("on-primary", "primary"), ("primary-strong", "primary-soft"), ("on-primary", "primary-strong"),
        ("appbar-text", "appbar"), ("appbar-text", "appbar-control"), ("appbar-text-2", "appbar"), ("appbar-text-2", "appbar-control"),
        ("drawer-text", "surface"), ("drawer-text", "hover"), ("action-disabled", "disabled-fill"),
        .. from kind in (string[])["success", "warning", "error", "info"] select ("on-semantic", kind),
        .. from status in Statuses select (status + "-text", status + "-fill"),
        .. from status in Statuses select (status + "-text", "surface"),
        .. from status in Statuses select (status + "-bar-label", status + "-bar"),
        .. from n in Enumerable.Range(1, 7) select ($"chart-{n}-label", $"chart-{n}"),
    ];

    private static readonly (string Mark, string Ground)[] MarkPairs =
    [
        ("input-line", "surface"), ("drawer-icon", "surface"), ("action", "surface"), ("primary", "surface"),
        .. from status in Statuses select (status + "-bar", "surface"),
        .. from n in Enumerable.Range(1, 7) select ($"chart-{n}", "surface"),
    ];

    public static TheoryData<bool> Themes => [false, true];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_stands_out_by_four_and_a_half_to_one(bool isDark) => Check(TextPairs, 4.5, isDark);

    [Theory]
    [MemberData(nameof(Themes))]
    public void Outlines_icons_and_marks_stand_out_by_three_to_one(bool isDark) => Check(MarkPairs, 3, isDark);

    [Fact]
    public void Every_colour_of_the_light_theme_but_labels_and_the_picture_has_a_dark_one()
    {
        var same = Tokens.Light.Where(t => t.Value.StartsWith('#') && !t.Key.StartsWith("scene-", StringComparison.Ordinal) && !t.Key.EndsWith("-label", StringComparison.Ordinal) && Tokens.Dark[t.Key] == t.Value).Select(t => t.Key);
        Assert.Equal(["appbar-text"], same.Order());
    }

    private static void Check((string Mark, string Ground)[] pairs, double least, bool isDark)
    {
        Assert.NotEmpty(pairs);
        var tokens = isDark ? Tokens.Dark : Tokens.Light;
        var low = pairs.Select(p => (p.Mark, p.Ground, Ratio: Ratio(tokens[p.Mark], tokens[p.Ground]))).Where(p => p.Ratio < least);
        Assert.Empty(low.Select(p => $"{p.Mark} on {p.Ground}: {p.Ratio:0.00}"));
    }

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var parts = Enumerable.Range(0, 3).Select(i => Convert.ToInt32(hex.Substring(1 + 2 * i, 2), 16) / 255.0)
            .Select(v => v <= 0.03928 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}

using AngleSharp.Dom;
using Bunit;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Components.Ledgers;

/// <summary>列设置: which columns stand in the table and in which order, kept in the browser, and exported as they stand.</summary>
public sealed class ColumnChooserTests
{
    [Fact]
    public async Task A_column_is_hidden_another_moved_up_and_the_choice_is_kept_and_exported()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, [Row("A-1"), Row("A-2")]);
        screen.Open();
        Assert.Contains("类别", Heads(screen));
        Open(screen);
        Box(screen, "类别").Change(false);
        Button(screen, "上移 发现日期").Click();
        Press(screen, "保存列设置");

        screen.Page.WaitForAssertion(() => Assert.DoesNotContain("类别", Heads(screen)));
        var kept = screen.Context.JSInterop.Invocations["localStorage.setItem"][^1].Arguments;
        Assert.Equal("ledger:staff:samples", kept[0]);
        Assert.DoesNotContain("\"Kind\"", (string)kept[1]!, StringComparison.Ordinal);
        screen.Page.FindAll(".toolbar button").First(b => b.TextContent.Trim() == "导出").Click();
        var href = screen.Page.WaitForElement(".mud-dialog a.btn.main").GetAttribute("href")!;
        var columns = Uri.UnescapeDataString(href[(href.IndexOf("cols=", StringComparison.Ordinal) + 5)..]).Split(',');
        Assert.DoesNotContain("Kind", columns);
        Assert.Contains("Day", columns);
    }

    [Fact]
    public async Task Without_a_column_it_says_so_and_the_standard_comes_back_by_one_button()
    {
        await using var screen = await LedgerScreen.OfAsync(Staff, [Row("A-1")]);
        screen.Open();
        var standard = Heads(screen);
        Open(screen);
        for (var i = 0; i < screen.Page.FindAll(".choices input").Count; i++) screen.Page.FindAll(".choices input")[i].Change(false);
        Press(screen, "保存列设置");
        Assert.Equal("显示的列：一列也没有选。请至少选择一列。", screen.Page.Find(".mud-dialog .field-error").TextContent.Trim());

        Press(screen, "恢复默认");
        Press(screen, "保存列设置");
        screen.Page.WaitForAssertion(() => Assert.Empty(screen.Page.FindAll(".choices")));
        Assert.Equal(standard, Heads(screen));
    }

    private static void Open(LedgerScreen screen)
    {
        screen.Page.FindAll(".toolbar button").First(b => b.TextContent.Trim() == "列设置").Click();
        screen.Page.WaitForElement(".choices li");
    }

    private static IElement Box(LedgerScreen screen, string column) => screen.Page.FindAll(".choices li").First(l => l.QuerySelector("label span")!.TextContent == column).QuerySelector("input")!;

    private static IElement Button(LedgerScreen screen, string label) => screen.Page.Find($".choices button[aria-label='{label}']");

    private static void Press(LedgerScreen screen, string text) => screen.Page.FindAll(".mud-dialog-actions button").First(b => b.TextContent.Trim() == text).Click();

    private static List<string> Heads(LedgerScreen screen) => [.. screen.Page.FindAll(".ledger-table thead th").Select(h => h.TextContent.Trim())];
}

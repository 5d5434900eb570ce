using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Components.Shared;

namespace PovertyDashboard.Tests.Components.Shared;

public class ConfirmDialogTests : ComponentContext
{
    private static readonly ConfirmRequest Close = new("销号这 1 件问题？", "销号", "20200817-012 · 环东新村", ReasonLabel: "核验说明", ReasonHint: "写明现场看到的情况");

    [Fact]
    public async Task The_button_repeats_the_act_and_the_reason_comes_back()
    {
        var (provider, answer) = Ask(Close);
        provider.Find("textarea").Input(" 小路已修好 ");
        Assert.Equal("销号", provider.Find(".btn.main").TextContent);
        await provider.Find(".btn.main").ClickAsync();
        Assert.Equal(new ConfirmAnswer(true, "小路已修好"), await answer);
    }

    [Fact]
    public async Task Without_the_reason_it_stays_and_says_what_to_write()
    {
        var (provider, answer) = Ask(Close);
        await provider.Find(".btn.main").ClickAsync();
        Assert.False(answer.IsCompleted);
        Assert.Equal("核验说明：没有填。请写明现场看到的情况。", provider.Find("[role=alert]").TextContent);
        var field = provider.Find("textarea");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal(provider.Find("[role=alert]").Id, field.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Cancelling_is_a_no()
    {
        var (provider, answer) = Ask(new ConfirmRequest("删除 2 条走访？", "删除", IsDanger: true));
        Assert.Equal("删除", provider.Find(".btn.danger").TextContent);
        await provider.Find(".btn.text").ClickAsync();
        Assert.Equal(new ConfirmAnswer(false, ""), await answer);
    }

    private (IRenderedComponent<MudDialogProvider> Provider, Task<ConfirmAnswer> Answer) Ask(ConfirmRequest request)
    {
        var provider = Context.Render<MudDialogProvider>();
        var dialogs = Context.Services.GetRequiredService<IDialogService>();
        Task<ConfirmAnswer>? answer = null;
        _ = provider.InvokeAsync(() => { answer = ConfirmDialog.AskAsync(dialogs, request); });
        provider.WaitForElement(".btn.text");
        return (provider, answer!);
    }
}

using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Features.Jobs.Pages;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>The dialog of an exit: refused without a reason, and a self-supporting household counts after it.</summary>
public sealed class HolderExitTests : IAsyncLifetime
{
    private JobsScreen _screen = null!;

    public async Task InitializeAsync() => _screen = await JobsScreen.OfAsync(Staff);

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task An_exit_needs_a_day_and_a_reason_and_is_then_stored()
    {
        var holder = await _screen.Store.AddHolderAsync();
        var page = _screen.Show<Opener>("/");
        await page.InvokeAsync(() => _screen.Context.Services.GetRequiredService<IDialogService>().ShowAsync<HolderExitDialog>(null, new DialogParameters<HolderExitDialog> { { d => d.Holder, holder } }));
        page.WaitForElement("#exit-day").Change("2020-02-30");
        await SaveAsync(page);
        Assert.Contains("退出日期：日期不存在（没有 2020-02-30 这一天）", page.Markup, StringComparison.Ordinal);
        page.Find("#exit-day").Change("2020-08-31");
        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.Contains("退出原因：状态是退出，没有选择原因", page.Markup, StringComparison.Ordinal));
        page.Find("#exit-reason").Change("稳定脱贫");
        await SaveAsync(page);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#exit-day")));
        var stored = await _screen.Store.InStoreAsync(UserIdentity.System, db => db.Set<Holder>().AsNoTracking().SingleAsync());
        Assert.Equal((HolderState.Left, "稳定脱贫", (DateOnly?)Today, false), (stored.State, stored.ExitReason, stored.ExitedOn, stored.IsOnPost));
    }

    private static Task SaveAsync(IRenderedComponent<IComponent> page) => page.FindAll(".mud-dialog button").Single(b => b.TextContent == "办理退出").ClickAsync(new MouseEventArgs());

    private sealed class Opener : ComponentBase;
}

using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Pages;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Ledgers;

namespace PovertyDashboard.Tests.Components.Ledgers;

/// <summary>The ledger page with its dialogs, rendered for a user on a real store.</summary>
public sealed class LedgerScreen : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-screen-").FullName;

    // Two cores may be shared by several test runs.
    static LedgerScreen() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    private LedgerScreen(Action<IServiceCollection>? more)
    {
        foreach (var service in LedgerBench.Builder($"Data Source={Path.Combine(_folder, "store.db")};Pooling=False", more).Services) Context.Services.Add(service);
        Context.Services.AddControls();
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.JSInterop.SetupModule("./js/ledger.js");
        Context.JSInterop.Setup<string?>("localStorage.getItem", _ => true).SetResult(null);
    }

    public BunitContext Context { get; } = new();

    public IRenderedComponent<IComponent> Page { get; private set; } = default!;

    public string Uri => Navigation.ToBaseRelativePath(Navigation.Uri);

    private NavigationManager Navigation => Context.Services.GetRequiredService<NavigationManager>();

    /// <summary>A store with the rows; the page is opened by <see cref="Open"/>.</summary>
    public static async Task<LedgerScreen> OfAsync(UserIdentity user, IEnumerable<SampleRow> rows, Action<IServiceCollection>? more = null)
    {
        var screen = new LedgerScreen(more);
        await LedgerBench.FillAsync(screen.Context.Services);
        await screen.InStoreAsync(async db =>
        {
            db.AddRange(rows);
            return await db.SaveChangesAsync();
        });
        screen.Context.Services.GetRequiredService<CurrentUser>().Identity = user;
        screen.Context.SetRendererInfo(new RendererInfo("Server", true));
        return screen;
    }

    /// <summary>Opens the address and waits until rows, an empty state or a missing page stand there.</summary>
    public void Open(string query = "", string ledger = "samples")
    {
        Navigation.NavigateTo($"/ledgers/{ledger}{query}");
        Page = Context.Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudDialogProvider>(1);
            builder.CloseComponent();
            builder.OpenComponent<MudSnackbarProvider>(2);
            builder.CloseComponent();
            builder.OpenComponent<LedgerPage>(3);
            builder.AddComponentParameter(4, nameof(LedgerPage.Key), ledger);
            builder.CloseComponent();
        });
        Page.WaitForElement(".ledger-table tbody tr, .empty");
    }

    /// <summary>Follows the link of an element, as the browser would.</summary>
    public void Follow(AngleSharp.Dom.IElement link)
    {
        var href = link.GetAttribute("href")!;
        Page.InvokeAsync(() => Navigation.NavigateTo(href)).GetAwaiter().GetResult();
    }

    public Task GoAsync(string address) => Page.InvokeAsync(() => Navigation.NavigateTo(address));

    /// <summary>The texts of a column of the table, from the top.</summary>
    public IReadOnlyList<string> Cells(string head)
    {
        var heads = Page.FindAll(".ledger-table thead th").Select(h => h.TextContent.Trim()).ToList();
        // Two-row heads: the second row's cells belong to the columns of the groups, in order.
        var rows = Page.FindAll(".ledger-table thead tr");
        var order = rows.Count == 1 ? heads : Flat(rows);
        var at = order.FindIndex(h => h.StartsWith(head, StringComparison.Ordinal));
        Assert.True(at >= 0, $"{head}: {string.Join('|', order)}");
        return [.. Page.FindAll(".ledger-table tbody tr").Select(r => r.Children[at].TextContent.Trim())];
    }

    public async Task<T> InStoreAsync<T>(Func<AppDbContext, Task<T>> work, UserIdentity? user = null)
    {
        await using var scope = Context.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user ?? UserIdentity.System);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static List<string> Flat(IReadOnlyList<AngleSharp.Dom.IElement> rows)
    {
        var second = new Queue<string>(rows[1].Children.Select(c => c.TextContent.Trim()));
        var flat = new List<string>();
        foreach (var cell in rows[0].Children)
        {
            var span = int.Parse(cell.GetAttribute("colspan") ?? "1", System.Globalization.CultureInfo.InvariantCulture);
            if (!cell.ClassList.Contains("band")) flat.Add(cell.TextContent.Trim());
            else
                for (var i = 0; i < span; i++) flat.Add(second.Dequeue());
        }

        return flat;
    }
}

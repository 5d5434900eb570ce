using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households.FilePage;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Ledgers;

namespace PovertyDashboard.Tests.Features.Households;

/// <summary>The household file with its dialogs, rendered for a user on a real store; the problem ledger stands for every linked one.</summary>
internal sealed class FileScreen : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("household-file-").FullName;
    private readonly BunitContext _context = new();

    static FileScreen() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    private FileScreen()
    {
        foreach (var service in LedgerBench.Builder($"Data Source={Path.Combine(_folder, "store.db")};Pooling=False", services => services.AddRemediation()).Services) _context.Services.Add(service);
        _context.Services.AddControls();
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public IRenderedComponent<IComponent> Page { get; private set; } = default!;

    public BunitJSInterop Js => _context.JSInterop;

    public static async Task<FileScreen> OfAsync(UserIdentity user, params LedgerRow[] rows)
    {
        var screen = new FileScreen();
        await LedgerBench.FillAsync(screen._context.Services);
        await screen.InStoreAsync(async db =>
        {
            db.AddRange(rows);
            db.AddRange(new[] { "relation:户主", "relation:配偶", "relation:之子", "relation:之女", "gender:男", "gender:女" }
                .Select((entry, order) => new CodeEntry { List = entry.Split(':')[0], Text = entry.Split(':')[1], Order = order }));
            return await db.SaveChangesAsync();
        });
        await screen._context.Services.GetRequiredService<CodeListDirectory>().LoadAsync(CancellationToken.None);
        screen._context.Services.GetRequiredService<CurrentUser>().Identity = user;
        screen._context.SetRendererInfo(new RendererInfo("Server", true));
        return screen;
    }

    /// <summary>Opens the file and waits until it, or the sentence that says why not, stands there.</summary>
    public void Open(long id, string query = "")
    {
        if (Page is not null) _context.DisposeComponentsAsync().GetAwaiter().GetResult();
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/households/{id}{query}");
        Page = _context.Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudDialogProvider>(1);
            builder.CloseComponent();
            builder.OpenComponent<MudSnackbarProvider>(2);
            builder.CloseComponent();
            builder.OpenComponent<HouseholdFilePage>(3);
            builder.AddComponentParameter(4, nameof(HouseholdFilePage.Id), id);
            builder.CloseComponent();
        });
        Page.WaitForElement("h1");
    }

    public string TextOf(string selector) => Page.Find(selector).TextContent.Trim();

    public IReadOnlyList<string> TextsOf(string selector) => [.. Page.FindAll(selector).Select(e => e.TextContent.Trim())];

    public async Task<T> InStoreAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = _context.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(UserIdentity.System);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Features.Administration.Codes;
using PovertyDashboard.Features.Administration.DatedSettings;
using PovertyDashboard.Features.Administration.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Live;

/// <summary>What administrators change is seen by the pages of every process on the store.</summary>
public sealed class ReferenceDirectoriesTests
{
    private static readonly UserIdentity Admin = new("two.admin", "管理员", [Roles.Administrator], RegionScope.Nothing);

    [Fact]
    public async Task Another_process_reads_places_settings_and_texts_again_and_tells_its_pages()
    {
        await using var first = new TestSite { EnvironmentName = Environments.Production };
        _ = first.Services;
        await using var second = new TestSite { EnvironmentName = Environments.Production, Folder = first.Folder, DeletesFolder = false };
        var (regions, settings, codes) = (second.Services.GetRequiredService<RegionDirectory>(), second.Services.GetRequiredService<SettingsDirectory>(), second.Services.GetRequiredService<CodeListDirectory>());
        var heard = new TaskCompletionSource<LiveBatch>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = second.Services.GetRequiredService<LiveFeed>().Subscribe(batch =>
        {
            if (batch.Touches([ReferenceDirectories.OfRegions])) heard.TrySetResult(batch);
            return Task.CompletedTask;
        });

        var day = new DateOnly(2030, 1, 1);
        Assert.True((await first.AsAsync(Admin, s => s.GetRequiredService<CodeListService>().AddAsync("fuel", new CodeDraft("示例电", "", []), CancellationToken.None))).Done);
        Assert.True((await first.AsAsync(Admin, s => s.GetRequiredService<SettingService>().AddAsync(new NewSetting("recheck.days", "9", day, "示例"), false, CancellationToken.None))).Done);
        var added = await first.AsAsync(Admin, s => s.GetRequiredService<RegionService>().AddAsync(StagingSite.Hanji, new RegionDraft("示例远村", "", null, null), CancellationToken.None));
        Assert.True(added.Done, added.Message);

        var batch = await heard.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("示例远村", regions.Tree.NameOf(added.Key));
        Assert.Equal("9", settings.Text("recheck.days", day));
        Assert.Contains("示例电", codes.Current.Texts("fuel"));
        // Every open page counts again, whatever it shows.
        Assert.All(second.Services.GetRequiredService<LedgerCatalog>().Ledgers, ledger => Assert.Contains(StagingSite.Dayang, batch.Changes[ledger.Key]));
    }
}

using System.Collections;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Components.Layout;

namespace PovertyDashboard.Tests.Components.Layout;

/// <summary>MudBlazor speaks Chinese, in every text it has.</summary>
public partial class ControlTextsTests
{
    [Fact]
    public void Every_text_of_the_package_has_a_Chinese_one_and_none_is_left_over()
    {
        var package = PackageTexts();
        Assert.True(package.Count > 100);
        Assert.Empty(package.Keys.Except(ControlTexts.All.Keys));
        Assert.Empty(ControlTexts.All.Keys.Except(package.Keys));
    }

    [Fact]
    public void No_text_names_a_value_that_the_package_does_not_give()
    {
        var package = PackageTexts();
        var wrong = ControlTexts.All.Where(t => Places(t.Value).Except(Places(package[t.Key])).Any()).Select(t => t.Key);
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_control_gets_the_Chinese_text_whatever_the_machine_speaks()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddControls();
        using var provider = services.BuildServiceProvider();
        var interceptor = provider.GetRequiredService<ILocalizationInterceptor>();
        Assert.Equal("关闭", interceptor.Handle("MudDialog_Close").Value);
    }

    private static Dictionary<string, string> PackageTexts()
    {
        using var stream = typeof(MudTheme).Assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources");
        Assert.NotNull(stream);
        using var reader = new ResourceReader(stream);
        return reader.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}

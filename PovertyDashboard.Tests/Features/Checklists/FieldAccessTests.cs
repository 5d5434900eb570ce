using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Attachments;

namespace PovertyDashboard.Tests.Features.Checklists;

/// <summary>Who gets the round, who may send, and what the kept page holds.</summary>
public sealed class FieldAccessTests(SharedFieldSite shared) : IClassFixture<SharedFieldSite>
{
    private FieldSite Site => shared.Site;

    private string Round => $"/checklists/{Site.Campaign.Id}/round";

    [Fact]
    public async Task The_round_holds_the_households_of_the_scope_and_nothing_that_a_lost_phone_must_not_hold()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        await FieldSite.TicksAsync(phone, Site.Tick(Site.Households[0], 2, CheckResult.Failed, reasons: "灶台油污"));
        var text = await phone.GetStringAsync(Round);
        foreach (var secret in new[] { "371599195211030020", "13812345678", "6228480000000003308" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\d)\d{17}[\dXx](?!\d)", text);

        var round = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        Assert.Equal((FieldSite.Inspector, "2020-08-31", false), ((string)round["user"]!, (string)round["today"]!, (bool)round["isAsOf"]!));
        Assert.Equal(Site.Households.Count, round["households"]!.AsArray().Count);
        Assert.Equal([(FieldSite.Deng, 2), (FieldSite.Dayang, 10)], round["villages"]!.AsArray().Select(v => ((long)v!["id"]!, (int)v["households"]!)));
        Assert.Equal(7, round["templates"]![0]!["items"]!.AsArray().Count);
        var answer = round["households"]!.AsArray().Single(h => (long)h!["id"]! == Site.Households[0].Id)!["sheets"]![0]!["answers"]![0]!;
        Assert.Equal(("不达标", "灶台油污", 1, "待交办"), ((string)answer["result"]!, (string)answer["reasons"]!, (int)answer["version"]!, (string)answer["problem"]!));

        var village = await phone.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>($"{Round}?village={FieldSite.Deng}");
        Assert.Equal(2, village!["households"]!.AsArray().Count);
        using var abroad = await phone.GetAsync($"{Round}?village={Site.Foreign.Region}");
        Assert.Equal(HttpStatusCode.NotFound, abroad.StatusCode);
    }

    [Fact]
    public async Task An_inspector_of_one_village_gets_its_households_only_and_no_campaign_of_elsewhere()
    {
        using var phone = await Site.PhoneAsync(FieldSite.OneVillage);
        var round = await phone.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>(Round);
        Assert.All(round!["households"]!.AsArray(), h => Assert.Equal(FieldSite.Deng, (long)h!["village"]!));
        var other = await phone.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>($"{Round}?village={FieldSite.Dayang}");
        Assert.Empty(other!["households"]!.AsArray());
        using var none = await phone.GetAsync("/checklists/99999/round");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_leader_gets_neither_page_nor_round_and_may_not_send()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Leader);
        foreach (var address in new[] { Round, $"/checklists/{Site.Campaign.Id}/field" })
        {
            using var answer = await phone.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        var household = Site.Take();
        using var ticks = await phone.PostAsJsonAsync("/checklists/ticks", new { ticks = new[] { Site.Tick(household, 0, CheckResult.Passed) } });
        Assert.Equal(HttpStatusCode.Forbidden, ticks.StatusCode);
        Assert.Empty(await Site.ChecksOfAsync(household));
    }

    [Fact]
    public async Task A_script_without_a_login_is_told_401_and_a_page_is_led_to_the_login()
    {
        using var visitor = Site.Visitor();
        using var page = await visitor.GetAsync($"/checklists/{Site.Campaign.Id}/field");
        Assert.Equal((HttpStatusCode.Found, "/login"), (page.StatusCode, page.Headers.Location!.AbsolutePath));
        visitor.DefaultRequestHeaders.Accept.Clear();
        visitor.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        using var round = await visitor.GetAsync(Round);
        Assert.Equal(HttpStatusCode.Unauthorized, round.StatusCode);
        using var ticks = await visitor.PostAsJsonAsync("/checklists/ticks", new { ticks = Array.Empty<object>() });
        Assert.Equal(HttpStatusCode.Unauthorized, ticks.StatusCode);
    }

    [Fact]
    public async Task An_expired_login_is_told_401_and_the_same_batch_goes_through_after_the_next()
    {
        await using var site = await FieldSite.StartAsync(new DateTime(2020, 8, 31, 9, 0, 0));
        using var phone = await site.PhoneAsync(FieldSite.Inspector);
        var household = site.Take();
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        using var late = await phone.PostAsJsonAsync("/checklists/ticks", new { ticks = new[] { site.Tick(household, 0, CheckResult.Passed, age: 1800) } });
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        using var again = await site.PhoneAsync(FieldSite.Inspector);
        Assert.Equal("saved", (string)Assert.Single(await FieldSite.TicksAsync(again, site.Tick(household, 0, CheckResult.Passed, age: 1860)))!["outcome"]!);
    }

    [Fact]
    public async Task A_user_with_a_one_time_password_is_told_403_not_sent_to_a_page()
    {
        await Site.AddUserAsync("field.fresh", Roles.Inspector, FieldSite.Hanji);
        await Site.InStoreAsync(UserIdentity.System, async db =>
        {
            (await db.Set<AppUser>().SingleAsync(u => u.UserName == "field.fresh")).MustChangePassword = true;
            return await db.SaveChangesAsync();
        });
        using var phone = await Site.PhoneAsync("field.fresh");
        using var round = await phone.GetAsync(Round);
        Assert.Equal(HttpStatusCode.Forbidden, round.StatusCode);
    }

    [Theory]
    [InlineData("/checklists/ticks", "application/x-www-form-urlencoded", true, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/checklists/ticks", "multipart/form-data", true, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/checklists/ticks", "text/plain", true, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/checklists/ticks", "application/json", false, HttpStatusCode.BadRequest)]
    [InlineData("/checklists/finish", "text/plain", true, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/checklists/finish", "application/json", false, HttpStatusCode.BadRequest)]
    [InlineData("/checklists/photos?check=1&item=1", "multipart/form-data", true, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/checklists/photos?check=1&item=1", "image/jpeg", false, HttpStatusCode.BadRequest)]
    public async Task What_another_site_can_make_a_browser_send_is_refused(string address, string type, bool withHeader, HttpStatusCode status)
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        if (!withHeader) phone.DefaultRequestHeaders.Remove("X-Field-User");
        var body = System.Text.Json.JsonSerializer.Serialize(new { ticks = new[] { Site.Tick(Site.Households[8], 0, CheckResult.Passed) } });
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await phone.PostAsync(address, content);
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await Site.ChecksOfAsync(Site.Households[8]));
    }

    [Fact]
    public async Task What_one_user_ticked_is_not_stored_under_the_name_of_the_next()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Colleague);
        phone.DefaultRequestHeaders.Remove("X-Field-User");
        phone.DefaultRequestHeaders.Add("X-Field-User", FieldSite.Inspector);
        var household = Site.Take();
        using var ticks = await phone.PostAsJsonAsync("/checklists/ticks", new { ticks = new[] { Site.Tick(household, 0, CheckResult.Passed) } });
        Assert.Equal(HttpStatusCode.Conflict, ticks.StatusCode);
        using var photo = await FieldSite.PhotoAsync(phone, 1, 1, TestPictures.Jpeg(80, 60));
        Assert.Equal(HttpStatusCode.Conflict, photo.StatusCode);
        Assert.Empty(await Site.ChecksOfAsync(household));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"ticks\":[]}")]
    [InlineData("{\"ticks\":[null]}")]
    [InlineData("{\"ticks\":[{\"campaign\":\"one\"}]}")]
    public async Task What_is_no_batch_is_a_bad_request(string body)
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await phone.PostAsync("/checklists/ticks", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_kept_page_is_the_same_for_everybody_and_names_only_files_that_are_there()
    {
        using var first = await Site.LoggedInAsync(FieldSite.Inspector);
        using var second = await Site.LoggedInAsync(FieldSite.OneVillage);
        using var answer = await first.GetAsync($"/checklists/{Site.Campaign.Id}/field");
        var (mine, theirs) = (await answer.Content.ReadAsStringAsync(), await second.GetStringAsync("/checklists/99999/field"));
        var nonce = new Regex("nonce=\"([^\"]+)\"");
        Assert.Equal(nonce.Replace(mine, ""), nonce.Replace(theirs, ""));
        Assert.Contains($"'nonce-{WebUtility.HtmlDecode(nonce.Match(mine).Groups[1].Value)}'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("blazor", mine, StringComparison.OrdinalIgnoreCase);

        var files = Regex.Matches(mine, "(?:href|src)=\"(/[^\"]+\\.(?:js|css|svg))\"").Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.Contains(files, f => f.StartsWith("/js/field/store.", StringComparison.Ordinal));
        Assert.True(files.Count >= 18, $"Only {files.Count} files.");
        foreach (var file in files.Append("/checklists/sw.js"))
        {
            using var found = await first.GetAsync(file);
            Assert.True(found.IsSuccessStatusCode, file);
        }

        // Every script that another one imports is in the map, so that the kept set fits together.
        Assert.All(Directory.EnumerateFiles(Architecture.SourceTree.Full("PovertyDashboard/wwwroot/js/field"), "*.js"), f => Assert.Contains($"\"/js/field/{Path.GetFileName(f)}\":", mine, StringComparison.Ordinal));
        Assert.Contains("\"/js/shrink.js\":", mine, StringComparison.Ordinal);
    }
}

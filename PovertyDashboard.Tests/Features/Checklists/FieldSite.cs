using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Checklists;

/// <summary>The whole site with a campaign of 韩集镇, households in two of its villages and one elsewhere; its clock is the test's.</summary>
public sealed class FieldSite : TestSite
{
    public const long Hanji = StagingSite.Hanji, Dayang = StagingSite.Dayang, Deng = 371590115237, Zhangzhai = StagingSite.Zhangzhai;

    public const string Inspector = "field.inspector", Colleague = "field.colleague", Leader = "field.leader", OneVillage = "field.village";

    private int _taken;

    private FieldSite(Microsoft.Extensions.Time.Testing.FakeTimeProvider clock)
    {
        EnvironmentName = "Staging";
        Time = Clock = clock;
    }

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock { get; }

    public Campaign Campaign { get; private set; } = new();

    public IReadOnlyList<Household> Households { get; private set; } = [];

    public Household Foreign { get; private set; } = new();

    public ChecklistTemplate Template { get; private set; } = new();

    /// <summary>The site at the given time in China.</summary>
    public static async Task<FieldSite> StartAsync(DateTime local)
    {
        var site = new FieldSite(new(new DateTimeOffset(local, TimeSpan.FromHours(8))));
        await site.AddUserAsync(Inspector, Roles.Inspector, Hanji);
        await site.AddUserAsync(Colleague, Roles.Inspector, Hanji);
        await site.AddUserAsync(Leader, Roles.Leader, Hanji);
        await site.AddUserAsync(OneVillage, Roles.Inspector, Deng);
        await site.InStoreAsync(UserIdentity.System, async db =>
        {
            site.Campaign = new Campaign { Region = Hanji, Month = 202008, Title = "规范提升月", StartsOn = new(2020, 8, 10), EndsOn = new(2020, 9, 5), Families = "六净一规范", Unit = "韩集镇督导组" };
            site.Households = [.. Enumerable.Range(0, 12).Select(at => new Household { Region = at < 10 ? Dayang : Deng, Number = $"37159900{at:00}", HeadName = $"邓某{at}", HeadId = "371599195211030020", VillagePhone = "13812345678", BankCard = "6228480000000003308", Size = 2, Type = "脱贫享受政策户" })];
            site.Foreign = new Household { Region = Zhangzhai + 202, Number = "3715220001", HeadName = "张某" };
            db.Add(site.Campaign);
            db.AddRange(site.Households);
            db.Add(site.Foreign);
            await db.SaveChangesAsync();
            site.Template = await db.Set<ChecklistTemplate>().AsNoTracking().Include(t => t.Items.OrderBy(i => i.Number)).SingleAsync(t => t.Family == "六净一规范");
            return true;
        });
        return site;
    }

    /// <summary>A household that no other test has touched.</summary>
    public Household Take() => Households[_taken++];

    /// <summary>A script of the page, as the browser sends it.</summary>
    public async Task<HttpClient> PhoneAsync(string user)
    {
        var client = await LoggedInAsync(user);
        client.DefaultRequestHeaders.Accept.Clear();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        client.DefaultRequestHeaders.Add("X-Field-User", user);
        return client;
    }

    public object Tick(Household household, int item, string result, long? check = null, int seen = 0, string reasons = "", double age = 0) => new
    {
        key = $"k{item}",
        campaign = Campaign.Id,
        household = household.Id,
        item = Template.Items[item].Id,
        check,
        seen,
        result,
        reasons,
        note = "",
        due = (string?)null,
        age,
    };

    /// <summary>Posts the ticks and returns the replies.</summary>
    public static async Task<JsonArray> TicksAsync(HttpClient phone, params object[] ticks)
    {
        using var answer = await phone.PostAsJsonAsync("/checklists/ticks", new { ticks });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await JsonOf(answer))["results"]!.AsArray();
    }

    public static Task<HttpResponseMessage> PhotoAsync(HttpClient phone, long check, long item, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return phone.PostAsync($"/checklists/photos?check={check}&item={item}", content);
    }

    public static async Task<JsonNode> JsonOf(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync()) ?? throw new JsonException("No JSON.");

    /// <summary>The checks of a household with their answers.</summary>
    public Task<List<Check>> ChecksOfAsync(Household household) => InStoreAsync(UserIdentity.System, db =>
        db.Set<Check>().AsNoTracking().Include(c => c.Answers).Where(c => c.HouseholdId == household.Id).OrderBy(c => c.CheckedOn).ToListAsync());
}

/// <summary>One such site for a class of tests, on the afternoon of 2020-08-31.</summary>
public sealed class SharedFieldSite : IAsyncLifetime
{
    public FieldSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await FieldSite.StartAsync(new DateTime(2020, 8, 31, 14, 0, 0));

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Checklists.ChecklistStore;

namespace PovertyDashboard.Tests.Features.Checklists.Month;

public sealed class TrainingServiceTests : IAsyncLifetime
{
    private ChecklistStore store = null!;
    private long training;

    public async Task InitializeAsync()
    {
        store = await CreateAsync();
        await using var scope = Scope(UserIdentity.System);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var held = new Training { Region = Hanji, HeldOn = Today, Venue = "三楼会议室", Title = "规范提升月培训", Audience = "全镇" };
        db.AddRange(held, Person("王某", "帮扶责任人"), Person("李某", "帮扶责任人"), Person("张某", "扶贫专干"));
        await db.SaveChangesAsync();
        training = held.Id;
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Signing_is_counted_by_class_of_attendee()
    {
        var sheet = await ReadAsync();
        Assert.Null(await SignAsync(Staff, sheet.People.Single(p => p.Name == "王某")));
        Assert.Equal([("帮扶责任人", 2, 1), ("扶贫专干", 1, 0)], (await ReadAsync()).ByClass);
    }

    [Fact]
    public async Task A_leader_may_look_but_not_sign_and_who_saw_an_old_state_is_told()
    {
        var person = (await ReadAsync()).People[0];
        Assert.Contains("只能查看", await SignAsync(Leader, person), StringComparison.Ordinal);
        Assert.Null(await SignAsync(Staff, person));
        await using var scope = Scope(Staff);
        Assert.Contains("已先修改", await scope.ServiceProvider.GetRequiredService<TrainingService>().SignAsync(person.Id, person.Version, false, Today, default), StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_without_attendees_and_a_signature_before_the_day_get_a_sentence()
    {
        var context = new RowContext(Today, Staff);
        Assert.Contains("没有参加人员", MonthRules.Check(new Training { HeldOn = Today, Attended = 0 }, context).Single().Message, StringComparison.Ordinal);
        Assert.Contains("没有参加人员", MonthRules.Check(new Training { HeldOn = Today }, context).Single().Message, StringComparison.Ordinal);
        Assert.Empty(MonthRules.Check(new Training { HeldOn = Today, Attended = 46 }, context));
        Assert.Contains("还没有开始", MonthRules.Check(new SignIn { HeldOn = Today.AddDays(1), HasSigned = true }, context).Single().Message, StringComparison.Ordinal);
        Assert.Equal(["计划日期", "到村日期"], MonthRules.Check(new Round { StartsOn = Today, EndsOn = Today, PlannedOn = Today.AddDays(1), VisitedOn = Today.AddDays(-1) }, context).Select(f => f.Column));
    }

    [Fact]
    public async Task A_form_without_attendees_is_refused_and_what_was_stored_stays()
    {
        await using var scope = Scope(Staff);
        var editor = scope.ServiceProvider.GetRequiredService<LedgerEditor>();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var stored = await db.Set<Training>().AsNoTracking().SingleAsync(t => t.Id == training);
        stored.Audience = "";
        foreach (var row in new[] { stored, new Training { Region = Hanji, HeldOn = Today, Venue = "会议室", Title = "没有人的培训" } })
        {
            var refused = Assert.IsType<RowInvalid>(await editor.SaveAsync(ChecklistLedgers.Trainings, row, row.Version, default));
            Assert.Equal("参加人数：培训没有参加人员。请填写参加人数，或在“参加人员”里写明哪些人参加。", Assert.Single(refused.Faults).Message);
        }

        Assert.Equal(["全镇"], await db.Set<Training>().Select(t => t.Audience).ToListAsync());
    }

    private static SignIn Person(string name, string kind) => new() { Region = Hanji, HeldOn = Today, Training = "规范提升月培训", Name = name, Class = kind, Unit = "示例村" };

    private AsyncServiceScope Scope(UserIdentity user) => store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);

    private async Task<TrainingSheet> ReadAsync()
    {
        await using var scope = Scope(Leader);
        return (await scope.ServiceProvider.GetRequiredService<TrainingService>().ReadAsync(training, default))!;
    }

    private async Task<string?> SignAsync(UserIdentity user, SignIn person)
    {
        await using var scope = Scope(user);
        return await scope.ServiceProvider.GetRequiredService<TrainingService>().SignAsync(person.Id, person.Version, true, Today, default);
    }
}

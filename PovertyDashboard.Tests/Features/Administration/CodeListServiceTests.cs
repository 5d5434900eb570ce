using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Features.Administration.Codes;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>Texts are added, ordered, spelled otherwise and retired; what rows hold is never renamed or lost.</summary>
public sealed class CodeListServiceTests(StagingSite site) : IClassFixture<StagingSite>
{
    private const string Category = "problem-category", State = "problem-state", Road = "road";

    private static readonly DateOnly Today = new(2020, 8, 31);

    private CodeLists Codes => site.Services.GetRequiredService<CodeListDirectory>().Current;

    private Ledger Problems => site.Services.GetRequiredService<LedgerCatalog>().Ledger("problems")!;

    [Fact]
    public async Task An_added_text_is_offered_and_its_spellings_are_read_at_once()
    {
        var outcome = await AddAsync(Category, "示例类别", "别写法", "又一写法");
        Assert.True(outcome.Done, outcome.Message);
        Assert.Equal("示例类别", Codes.Texts(Category)[^1]);
        var column = Problems.Columns.First(c => c.CodeList == Category);
        Assert.Equal("示例类别", new ColumnParser(Codes, Today).Parse(column, new Written("又一写法")).Value);
        var entry = await site.InStoreAsync(UserIdentity.System, db => db.Audit.SingleAsync(a => a.Subject == ReferenceDirectories.OfCodeLists && a.RowId == outcome.Key));
        Assert.Equal(("新增代码", AdminScreen.Admin.Name), (entry.Action, entry.User));
        Assert.Contains("问题类别", entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_text_stays_on_old_rows_and_is_refused_on_new_ones()
    {
        var id = (await AddAsync(Category, "示例旧类别")).Key;
        await site.InStoreAsync(UserIdentity.System, db =>
        {
            db.Add(Problem("20200801-601", "示例旧类别"));
            return db.SaveChangesAsync();
        });
        Assert.Equal(1, await AsAsync(AdminScreen.Admin, s => s.CountUsesAsync(Entry(Category, id), CancellationToken.None)));
        Assert.True((await AsAsync(AdminScreen.Admin, s => s.RetireAsync(Category, id, true, CancellationToken.None))).Done);

        Assert.DoesNotContain("示例旧类别", Codes.Texts(Category));
        Assert.Equal("示例旧类别", Codes.KnownTexts(Category)[^1]);
        var context = new RowContext(Today, UserIdentity.System);
        var stored = await site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().AsNoTracking().SingleAsync(p => p.Number == "20200801-601"));
        Assert.DoesNotContain(RowValidation.Check(Problems, Problems.Columns, stored, context, Codes), f => f.Column == "问题类别");
        var fault = Assert.Single(RowValidation.Check(Problems, Problems.Columns, Problem("20200801-602", "示例旧类别"), context, Codes), f => f.Column == "问题类别");
        Assert.Equal("问题类别：已经停用（“示例旧类别”）。请从列表中选择。", fault.Message);

        await AsAsync(AdminScreen.Admin, s => s.RetireAsync(Category, id, false, CancellationToken.None));
        Assert.Contains("示例旧类别", Codes.Texts(Category));
    }

    [Fact]
    public async Task A_text_or_spelling_that_means_another_text_is_refused()
    {
        var same = await AddAsync(Category, " 住 房 ");
        Assert.Equal("名称：“住 房”与“住房”相同。请换一个名称。", Assert.Single(same.Faults).Message);
        var alias = await AddAsync(Category, "示例撞名", "住房");
        Assert.Equal("别名：“住房”已经是“住房”的写法。请去掉。", Assert.Single(alias.Faults).Message);
        var comma = await AddAsync(Category, "水，电");
        Assert.Equal("名称：含有逗号或竖线（“水，电”）。请去掉，它们用来隔开几个代码。", Assert.Single(comma.Faults).Message);
        Assert.Equal("名称：没有填写。请填写要存入台账的文字。", Assert.Single((await AddAsync(Category, "")).Faults).Message);
    }

    [Fact]
    public async Task A_text_is_not_renamed_but_its_spellings_change_unless_somebody_was_faster()
    {
        var id = (await AddAsync(Category, "示例不改名", "旧写法")).Key;
        var seen = Entry(Category, id);
        var renamed = await AsAsync(AdminScreen.Admin, s => s.ChangeAsync(seen, new CodeDraft("改了名", "", []), CancellationToken.None));
        Assert.StartsWith("名称不能改：", renamed.Message, StringComparison.Ordinal);
        Assert.True((await AsAsync(AdminScreen.Admin, s => s.ChangeAsync(seen, new CodeDraft("示例不改名", "99", ["新写法"]), CancellationToken.None))).Done);
        Assert.Equal(("示例不改名", null), (Codes.Match(Category, "新写法"), Codes.Match(Category, "旧写法")));
        var late = await AsAsync(AdminScreen.Admin, s => s.ChangeAsync(seen, new CodeDraft("示例不改名", "", ["第三种"]), CancellationToken.None));
        Assert.Contains("刚刚被别人改过", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_the_program_acts_upon_take_spellings_only()
    {
        Assert.Equal("不能添加：状态由办理步骤决定，不能增减。", (await AddAsync(State, "示例状态")).Message);
        var entry = Codes.Entries(State)[0];
        Assert.StartsWith("不能停用：", (await AsAsync(AdminScreen.Admin, s => s.RetireAsync(State, entry.Id, true, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.True((await AsAsync(AdminScreen.Admin, s => s.ChangeAsync(entry, new CodeDraft(entry.Text, entry.Code, ["示例写法"]), CancellationToken.None))).Done);
        Assert.Equal(entry.Text, Codes.Match(State, "示例写法"));
    }

    [Fact]
    public async Task The_order_is_changed_step_by_step_and_the_last_offered_text_stays()
    {
        var texts = Codes.Texts(Road);
        var second = Codes.Entries(Road)[1];
        await AsAsync(AdminScreen.Admin, s => s.MoveAsync(Road, second.Id, true, CancellationToken.None));
        Assert.Equal([texts[1], texts[0], .. texts.Skip(2)], Codes.Texts(Road));
        await AsAsync(AdminScreen.Admin, s => s.MoveAsync(Road, second.Id, true, CancellationToken.None));
        Assert.Equal(texts[1], Codes.Texts(Road)[0]);

        foreach (var entry in Codes.Entries(Road).Skip(1)) await AsAsync(AdminScreen.Admin, s => s.RetireAsync(Road, entry.Id, true, CancellationToken.None));
        var last = await AsAsync(AdminScreen.Admin, s => s.RetireAsync(Road, second.Id, true, CancellationToken.None));
        Assert.Contains("是最后一项可选的", last.Message, StringComparison.Ordinal);
        var history = await AsAsync(AdminScreen.Admin, s => s.HistoryAsync(Road, CancellationToken.None));
        Assert.Contains(history, h => h.Action == "调整代码顺序");
    }

    [Fact]
    public async Task Lists_are_named_by_their_columns_and_only_administrators_see_or_change_them()
    {
        var lists = await AsAsync(AdminScreen.Admin, s => Task.FromResult(s.List()));
        Assert.Equal("问题类别", lists.Single(l => l.Key == Category).Title);
        Assert.Contains("整改台账 · 问题类别", lists.Single(l => l.Key == Category).UsedBy);
        Assert.All(lists, l => Assert.DoesNotContain(l.Title, char.IsAsciiLetterLower));

        Assert.Empty(await AsAsync(AdminScreen.Staff, s => Task.FromResult(s.List())));
        Assert.Equal(AdminDesk.NoRight, (await AsAsync(AdminScreen.Staff, s => s.AddAsync(Category, new CodeDraft("示例无权", "", []), CancellationToken.None))).Message);
    }

    [Fact]
    public void Spellings_are_split_at_any_usual_mark() => Assert.Equal(["甲", "乙", "丙"], CodeDraft.Split(" 甲、乙，丙; 甲 "));

    private static Problem Problem(string number, string category) => new()
    {
        Region = StagingSite.Dayang,
        Number = number,
        Source = "自查",
        Category = category,
        Description = "屋顶漏雨",
        FoundOn = new DateOnly(2020, 8, 1),
        DueOn = new DateOnly(2020, 9, 10),
    };

    private CodeEntry Entry(string list, long id) => Codes.Entries(list).Single(e => e.Id == id);

    private Task<AdminOutcome> AddAsync(string list, string text, params string[] aliases) => AsAsync(AdminScreen.Admin, s => s.AddAsync(list, new CodeDraft(text.Trim(), "", aliases), CancellationToken.None));

    private Task<T> AsAsync<T>(UserIdentity user, Func<CodeListService, Task<T>> work) => site.AsAsync(user, services => work(services.GetRequiredService<CodeListService>()));
}

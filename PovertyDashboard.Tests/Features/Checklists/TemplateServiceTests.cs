using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Checklists;

public sealed class TemplateServiceTests
{
    [Fact]
    public async Task An_edit_makes_the_next_version_in_its_place_and_leaves_the_old_one_alone()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var draft = TemplateDraft.Of(store.Template, ChecklistStore.Hanji);
        draft.Items[0].Standard = "院内无杂物。";
        draft.Items.Add(new ItemDraft { Name = "门窗净", Group = "六净", Category = "户容户貌", Reasons = "玻璃破损，窗帘脏污", Weight = 2 });
        var saved = await SaveAsync(store, ChecklistStore.Staff, draft);
        Assert.Empty(saved.Faults);
        Assert.Equal((2, 8, "own-1", "玻璃破损|窗帘脏污"), (saved.Saved!.Number, saved.Saved.Items.Count, saved.Saved.Items[^1].Code, saved.Saved.Items[^1].Reasons));

        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            var first = await db.Set<ChecklistTemplate>().Include(t => t.Items).SingleAsync(t => t.Number == 1 && t.Family == "六净一规范");
            Assert.Equal(7, first.Items.Count);
            Assert.DoesNotContain(first.Items, i => i.Standard == "院内无杂物。");
            Assert.Equal(2, Assert.Single(await ChecklistVersions.CurrentAsync(db, ChecklistStore.Dayang, ["六净一规范"], CancellationToken.None)).Number);
            Assert.Equal(1, Assert.Single(await ChecklistVersions.CurrentAsync(db, ChecklistStore.Zhangzhai, ["六净一规范"], CancellationToken.None)).Number);
        });
        Assert.Contains("门窗净", store.Services.GetRequiredService<CodeListDirectory>().Current.Texts(ChecklistCodes.Items));
    }

    [Fact]
    public async Task A_new_checklist_is_offered_to_campaigns_at_once()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var draft = new TemplateDraft { Region = ChecklistStore.Hanji, Family = "政策知晓", Source = "自查" };
        draft.Items.Add(new ItemDraft { Name = "知道帮扶责任人", Category = "帮扶责任" });
        Assert.Equal("政策知晓（第 1 版）", (await SaveAsync(store, ChecklistStore.Staff, draft)).Saved!.Title);
        Assert.Equal(["六净一规范", "四类标准自查", "政策知晓"], store.Services.GetRequiredService<CodeListDirectory>().Current.Texts(ChecklistCodes.Families));
        Assert.Contains("已有“政策知晓”", (await SaveAsync(store, ChecklistStore.Staff, draft)).Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspectors_leaders_and_staff_of_other_places_may_not_edit()
    {
        await using var store = await ChecklistStore.CreateAsync();
        foreach (var user in new[] { ChecklistStore.Inspector, ChecklistStore.Leader, UserIdentity.Nobody })
            Assert.Contains("不能修改检查表", (await SaveAsync(store, user, TemplateDraft.Of(store.Template, ChecklistStore.Hanji))).Faults[0].Message, StringComparison.Ordinal);
        var outside = await SaveAsync(store, ChecklistStore.Staff, TemplateDraft.Of(store.Template, ChecklistStore.City));
        Assert.Contains("管辖范围", outside.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_what_somebody_has_edited_meanwhile_is_refused()
    {
        await using var store = await ChecklistStore.CreateAsync();
        Assert.NotNull((await SaveAsync(store, ChecklistStore.Staff, TemplateDraft.Of(store.Template, ChecklistStore.Hanji))).Saved);
        var late = await SaveAsync(store, ChecklistStore.Staff, TemplateDraft.Of(store.Template, ChecklistStore.Hanji));
        Assert.Contains("第 2 版", late.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_draft_is_named_with_what_to_do()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var draft = TemplateDraft.Of(store.Template, ChecklistStore.Hanji);
        (draft.Items[0].Name, draft.Items[1].Name, draft.Items[2].Weight, draft.Items[3].Category, draft.Source) = ("", "厕所净", 0, "卫生", "领导");
        var outcome = await SaveAsync(store, ChecklistStore.Staff, draft);
        Assert.Null(outcome.Saved);
        Assert.Equal(["检查性质", "第 1 项", "第 2 项", "第 3 项", "第 4 项", "第 4 项"], outcome.Faults.Select(f => f.Column));
        Assert.All(outcome.Faults, f => Assert.Contains("请", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_shipped_checklists_are_sound()
    {
        var files = TemplateSeed.Read();
        Assert.Equal(["六净一规范", "四类标准自查"], files.Select(f => f.Family));
        Assert.Equal(["院内净", "室内净", "厨房净", "厕所净", "个人净", "院外净", "物品摆放规范"], files[0].Items.Select(i => i.Name));
        Assert.Equal(["达标", "项目", "资料", "问题整改"], files[1].Items.Select(i => i.Group).Distinct());
        var items = files.SelectMany(f => f.Items).ToList();
        Assert.Equal(items.Count, items.Select(i => i.Code).Distinct().Count());
        Assert.All(items, i => Assert.True(i is { Standard.Length: > 0, Reasons.Count: > 0, Weight: > 0 }));
    }

    private static Task<TemplateOutcome> SaveAsync(ChecklistStore store, UserIdentity user, TemplateDraft draft) =>
        store.WithAsync<TemplateService, TemplateOutcome>(user, s => s.SaveAsync(draft, CancellationToken.None));
}

using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Checklists;

public sealed class CheckColumnsTests
{
    private static string Sample => Path.Combine(AppContext.BaseDirectory, "data", "samples", "六净一规范检查-韩集镇.xlsx");

    [Fact]
    public async Task The_columns_of_a_region_are_those_of_the_sheet()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var columns = await ColumnsAsync(store, ChecklistStore.Hanji);
        Assert.Equal(
            ["县", "乡镇", "村", "户主", "院内净", "室内净", "厨房净", "厕所净", "个人净", "院外净", "物品摆放规范", "检查日期", "检查人", "备注"],
            columns.Take(14).Select(c => c.Header));
        Assert.All(columns.Skip(4).Take(6), c => Assert.Equal("六净", c.Group));
        Assert.Equal("一规范", columns[10].Group);
        Assert.Contains("个人卫生净", columns[8].Aliases);
    }

    [Fact]
    public async Task A_new_version_shares_the_columns_of_its_items_and_old_checks_keep_theirs()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var old = await store.SaveAsync(store.Tick("order", CheckResult.Passed));
        var saved = await EditAsync(store, draft =>
        {
            draft.Items.RemoveAll(i => i.Code == "order");
            draft.Items[0].Name = "庭院整洁";
            draft.Items.Add(new ItemDraft { Name = "门窗净", Group = "六净", Weight = 3, Category = "户容户貌" });
        });
        Assert.Equal(("六净一规范（第 2 版）", ChecklistStore.Hanji), (saved.Title, saved.Region));
        var columns = await ColumnsAsync(store, ChecklistStore.Hanji);
        Assert.Equal(
            ["庭院整洁", "室内净", "厨房净", "厕所净", "个人净", "院外净", "门窗净", "物品摆放规范"],
            columns.Where(c => c.Key.StartsWith("Answers.", StringComparison.Ordinal)).Select(c => c.Header));
        Assert.Contains("院内净", columns.Single(c => c.Header == "庭院整洁").Aliases);

        var check = await store.ReadAsync(old.CheckId);
        Assert.Equal(("六净一规范（第 1 版）", CheckResult.Passed), (check.TemplateTitle, columns.Single(c => c.Header == "物品摆放规范").Get(check)));
        // Another place still has the first version only.
        Assert.DoesNotContain(await ColumnsAsync(store, ChecklistStore.Zhangzhai), c => c.Header == "门窗净");
    }

    [Fact]
    public async Task A_row_takes_the_version_it_names_whatever_the_order_of_its_cells()
    {
        await using var store = await ChecklistStore.CreateAsync();
        await store.SaveAsync(store.Tick("yard", CheckResult.Passed));
        var second = await EditAsync(store, draft => draft.Items[0].Weight = 5);
        var columns = await ColumnsAsync(store, ChecklistStore.Hanji);
        var (yard, title) = (columns.Single(c => c.Header == "院内净"), columns.Single(c => c.Header == "检查表"));

        var unnamed = new Check { Region = ChecklistStore.Dayang };
        yard.Set!(unnamed, CheckResult.Failed);
        Assert.Equal((second.Id, second.Title, 5), (unnamed.TemplateId, unnamed.TemplateTitle, unnamed.Answers![0].Weight));

        foreach (var titleFirst in new[] { true, false })
        {
            var named = new Check { Region = ChecklistStore.Dayang };
            if (titleFirst) title.Set!(named, store.Template.Title);
            yard.Set!(named, CheckResult.Passed);
            if (!titleFirst) title.Set!(named, store.Template.Title);
            Assert.Equal((store.Template.Id, 1, store.Item("yard").Id), (named.TemplateId, named.Answers![0].Weight, named.Answers[0].ItemId));
        }

        var unknown = new Check { Region = ChecklistStore.Dayang };
        yard.Set!(unknown, CheckResult.Passed);
        title.Set!(unknown, "六净一规范（第 9 版）");
        Assert.Contains("第 9 版", Assert.Single(CheckRules.Faults(unknown, new RowContext(ChecklistStore.Today, ChecklistStore.Staff))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_sheet_comes_in_with_its_answers_and_opens_its_problems_and_a_second_time_changes_nothing()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var first = await ImportAsync(store);
        Assert.Equal((90, 88, 0, 2), (first.Rows.Count, Count(first, RowFate.Added), Count(first, RowFate.Unchanged), Count(first, RowFate.Refused)));
        Assert.Equal([(19, "厨房净"), (30, "检查日期")], first.Rows.Where(r => r.Fate == RowFate.Refused).Select(r => (r.Row, r.Faults[0].Column)));
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            var checks = await db.Set<Check>().Include(c => c.Answers).ToListAsync();
            Assert.All(checks, c => Assert.Equal((7, "韩集镇督导组", store.Template.Id), (c.AnsweredCount, c.Unit, c.TemplateId)));
            Assert.All(checks, c => Assert.All(c.Answers!, a => Assert.Equal(c.Region, a.Region)));
            var failed = checks.Sum(c => c.FailedCount);
            var problems = await db.Set<Problem>().ToListAsync();
            Assert.Equal(failed, problems.Count);
            Assert.Equal(failed, problems.Select(p => p.Number).Distinct().Count());
            Assert.All(problems, p => Assert.Equal(ProblemState.Waiting, p.State));
        });
        var before = (await store.ProblemsAsync()).Count;
        var second = await ImportAsync(store);
        Assert.Equal(88, Count(second, RowFate.Unchanged));
        Assert.Equal(before, (await store.ProblemsAsync()).Count);
    }

    private static int Count(SheetResult sheet, RowFate fate) => sheet.Rows.Count(r => r.Fate == fate);

    private static async Task<SheetResult> ImportAsync(ChecklistStore store)
    {
        await using var file = File.OpenRead(Sample);
        var result = await store.WithAsync<Importer, FileResult>(UserIdentity.System, i => i.ImportAsync(file, Path.GetFileName(Sample), ReadLimits.Verb, new ImportRequest(), null, CancellationToken.None));
        return Assert.Single(result.Sheets);
    }

    private static async Task<IReadOnlyList<Column>> ColumnsAsync(ChecklistStore store, long region)
    {
        IReadOnlyList<Column> columns = [];
        await store.InStoreAsync(UserIdentity.System, async db => columns = await CheckLedger.Ledger.AllColumnsAsync(db, region, CancellationToken.None));
        return columns;
    }

    private static async Task<ChecklistTemplate> EditAsync(ChecklistStore store, Action<TemplateDraft> edit)
    {
        var draft = TemplateDraft.Of(store.Template, ChecklistStore.Hanji);
        edit(draft);
        var outcome = await store.WithAsync<TemplateService, TemplateOutcome>(ChecklistStore.Staff, s => s.SaveAsync(draft, CancellationToken.None));
        Assert.Empty(outcome.Faults);
        return outcome.Saved!;
    }
}

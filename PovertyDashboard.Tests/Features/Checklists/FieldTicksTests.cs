using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Attachments;

namespace PovertyDashboard.Tests.Features.Checklists;

/// <summary>What a phone's queue sends arrives once, under the right day and the right name, or is answered with a sentence.</summary>
public sealed class FieldTicksTests(SharedFieldSite shared) : IClassFixture<SharedFieldSite>
{
    private FieldSite Site => shared.Site;

    [Fact]
    public async Task The_same_batch_twice_leaves_one_answer_of_one_version()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        var household = Site.Take();
        object[] batch = [Site.Tick(household, 0, CheckResult.Passed), Site.Tick(household, 2, CheckResult.Failed, reasons: "灶台油污"), Site.Tick(household, 3, CheckResult.NotApplicable, reasons: "使用公用设施")];
        var first = await FieldSite.TicksAsync(phone, batch);
        var second = await FieldSite.TicksAsync(phone, batch);
        Assert.Equal(["saved", "saved", "saved"], first.Select(r => (string)r!["outcome"]!));
        Assert.Equal(first.ToJsonString(), second.ToJsonString());

        var check = Assert.Single(await Site.ChecksOfAsync(household));
        Assert.Equal((long)first[0]!["check"]!, check.Id);
        Assert.Equal(3, check.Answers!.Count);
        Assert.All(check.Answers!, a => Assert.Equal(1, a.Version));
        Assert.Equal(1, await Site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().CountAsync(p => p.HouseholdId == household.Id)));
        var ids = check.Answers!.ConvertAll(a => a.Id);
        Assert.Equal(3, await Site.InStoreAsync(UserIdentity.System, db => db.Set<AuditEntry>().CountAsync(a => a.Subject == "check-answers" && ids.Contains(a.RowId))));
    }

    [Fact]
    public async Task A_tick_on_an_item_that_was_changed_meanwhile_brings_back_the_other_answer()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        using var other = await Site.PhoneAsync(FieldSite.Colleague);
        var household = Site.Take();
        await FieldSite.TicksAsync(other, Site.Tick(household, 0, CheckResult.Failed, reasons: "垃圾杂物"));
        var reply = Assert.Single(await FieldSite.TicksAsync(phone, Site.Tick(household, 0, CheckResult.Passed)))!;
        Assert.Equal("conflict", (string)reply["outcome"]!);
        Assert.Equal(("不达标", "垃圾杂物", FieldSite.Colleague, "08-31 14:00"), ((string)reply["answer"]!["result"]!, (string)reply["answer"]!["reasons"]!, (string)reply["answer"]!["by"]!, (string)reply["answer"]!["at"]!));
        Assert.Null(reply["answer"]!["isMine"]);

        // 用我的: a change of the other answer.
        var mine = Site.Tick(household, 0, CheckResult.Passed, (long)reply["check"]!, (int)reply["answer"]!["version"]!);
        Assert.Equal("saved", (string)Assert.Single(await FieldSite.TicksAsync(phone, mine))!["outcome"]!);
        Assert.Equal(CheckResult.Passed, Assert.Single(Assert.Single(await Site.ChecksOfAsync(household)).Answers!).Result);
    }

    [Fact]
    public async Task After_a_lost_reply_the_phone_learns_that_the_other_answer_is_its_own()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        var household = Site.Take();
        await FieldSite.TicksAsync(phone, Site.Tick(household, 0, CheckResult.Passed));
        var reply = Assert.Single(await FieldSite.TicksAsync(phone, Site.Tick(household, 0, CheckResult.Failed)))!;
        Assert.Equal(("conflict", true), ((string)reply["outcome"]!, (bool)reply["answer"]!["isMine"]!));
    }

    [Fact]
    public async Task A_tick_counts_for_the_day_on_which_its_check_was_begun()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        var household = Site.Take();
        var hour = TimeSpan.FromHours(1).TotalSeconds;
        await FieldSite.TicksAsync(phone, Site.Tick(household, 0, CheckResult.Passed, age: 24 * hour), Site.Tick(household, 1, CheckResult.Passed, age: 24 * hour), Site.Tick(household, 2, CheckResult.Failed, age: 24 * hour));
        var check = Assert.Single(await Site.ChecksOfAsync(household));
        Assert.Equal((new DateOnly(2020, 8, 30), 3), (check.CheckedOn, check.Answers!.Count));
        Assert.Equal(new DateOnly(2020, 8, 30), await Site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().Where(p => p.HouseholdId == household.Id).Select(p => p.FoundOn).SingleAsync()));

        // A clock that runs fast counts as now.
        var next = Site.Take();
        await FieldSite.TicksAsync(phone, Site.Tick(next, 0, CheckResult.Passed, age: -5 * hour));
        Assert.Equal(new DateOnly(2020, 8, 31), Assert.Single(await Site.ChecksOfAsync(next)).CheckedOn);
    }

    [Theory]
    [InlineData(25, "检查期")]
    [InlineData(40, "31 天")]
    public async Task A_tick_from_before_the_campaign_or_from_long_ago_is_refused_with_a_sentence(int days, string says)
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        var reply = Assert.Single(await FieldSite.TicksAsync(phone, Site.Tick(Site.Foreign, 0, CheckResult.Passed, age: TimeSpan.FromDays(days).TotalSeconds)))!;
        Assert.Equal("refused", (string)reply["outcome"]!);
        Assert.Contains(says, (string)reply["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_household_out_of_the_scope_is_refused_and_the_others_of_the_batch_are_stored()
    {
        using var phone = await Site.PhoneAsync(FieldSite.OneVillage);
        var (inside, outside) = (Site.Households[10], Site.Households[9]);
        var replies = await FieldSite.TicksAsync(phone, Site.Tick(outside, 0, CheckResult.Passed), Site.Tick(Site.Foreign, 1, CheckResult.Passed), Site.Tick(inside, 2, CheckResult.Passed));
        Assert.Equal(["refused", "refused", "saved"], replies.Select(r => (string)r!["outcome"]!));
        Assert.Contains("管辖范围", (string)replies[0]!["reason"]!, StringComparison.Ordinal);
        Assert.Empty(await Site.ChecksOfAsync(outside));
        Assert.Empty(await Site.ChecksOfAsync(Site.Foreign));
        Assert.Single(await Site.ChecksOfAsync(inside));
    }

    [Fact]
    public async Task A_photo_sent_twice_is_kept_once_and_only_on_an_item_of_its_check()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        var household = Site.Take();
        var check = (long)Assert.Single(await FieldSite.TicksAsync(phone, Site.Tick(household, 2, CheckResult.Failed)))!["check"]!;
        var item = Site.Template.Items[2].Id;
        var ids = new List<long>();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await FieldSite.PhotoAsync(phone, check, item, TestPictures.Jpeg(400, 300));
            ids.Add((long)(await FieldSite.JsonOf(answer))["id"]!);
        }

        Assert.Equal(ids[0], ids[1]);
        var photo = await Site.InStoreAsync(UserIdentity.System, db => db.Set<Attachment>().SingleAsync(a => a.OwnerLedger == "checks" && a.OwnerId == check));
        Assert.Equal(("kitchen", AttachmentKind.Before), (photo.Item, photo.Kind));

        using var strange = await FieldSite.PhotoAsync(phone, check, 999_999, TestPictures.Jpeg(400, 300));
        Assert.Contains("管辖范围", (string)(await FieldSite.JsonOf(strange))["reason"]!, StringComparison.Ordinal);
        using var broken = await FieldSite.PhotoAsync(phone, check, item, [1, 2, 3]);
        Assert.Contains("不是能识别的照片", (string)(await FieldSite.JsonOf(broken))["reason"]!, StringComparison.Ordinal);
        using var large = await FieldSite.PhotoAsync(phone, check, item, new byte[PictureEncoder.MaxBytes + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);

        using var elsewhere = await Site.PhoneAsync(FieldSite.OneVillage);
        using var foreign = await FieldSite.PhotoAsync(elsewhere, check, item, TestPictures.Jpeg(200, 200));
        Assert.Contains("管辖范围", (string)(await FieldSite.JsonOf(foreign))["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finishing_says_what_is_missing_and_then_keeps_the_day_on_which_it_was_done()
    {
        using var phone = await Site.PhoneAsync(FieldSite.Inspector);
        var household = Site.Take();
        var day = TimeSpan.FromDays(1).TotalSeconds;
        var last = Site.Template.Items.Count - 1;
        var replies = await FieldSite.TicksAsync(phone, [.. Enumerable.Range(0, last).Select(i => Site.Tick(household, i, CheckResult.Passed, age: day))]);
        var check = (long)replies[0]!["check"]!;
        var early = await FinishAsync();
        Assert.False((bool)early["done"]!);
        Assert.Contains("物品摆放规范：还没有检查", (string)Assert.Single(early["faults"]!.AsArray())!, StringComparison.Ordinal);
        await FieldSite.TicksAsync(phone, Site.Tick(household, last, CheckResult.Passed, check));
        Assert.True((bool)(await FinishAsync())["done"]!);
        var version = Assert.Single(await Site.ChecksOfAsync(household)).Version;
        Assert.True((bool)(await FinishAsync())["done"]!);
        var stored = Assert.Single(await Site.ChecksOfAsync(household));
        Assert.Equal((new DateOnly(2020, 8, 30), "已当面反馈", version), (stored.FinishedOn!.Value, stored.Note, stored.Version));

        async Task<System.Text.Json.Nodes.JsonNode> FinishAsync()
        {
            using var answer = await phone.PostAsJsonAsync("/checklists/finish", new { check, note = "已当面反馈", age = day });
            return await FieldSite.JsonOf(answer);
        }
    }

    [Fact]
    public async Task A_check_begun_before_midnight_and_sent_after_it_belongs_to_the_evening()
    {
        await using var site = await FieldSite.StartAsync(new DateTime(2020, 8, 31, 23, 50, 0));
        using var phone = await site.PhoneAsync(FieldSite.Inspector);
        var household = site.Take();
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        await FieldSite.TicksAsync(phone, site.Tick(household, 0, CheckResult.Passed, age: 900));
        await FieldSite.TicksAsync(phone, site.Tick(site.Households[1], 0, CheckResult.Passed, age: 300));
        Assert.Equal(new DateOnly(2020, 8, 31), Assert.Single(await site.ChecksOfAsync(household)).CheckedOn);
        Assert.Equal(new DateOnly(2020, 9, 1), Assert.Single(await site.ChecksOfAsync(site.Households[1])).CheckedOn);
    }
}

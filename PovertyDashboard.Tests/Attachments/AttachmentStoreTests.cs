using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Checklists;

namespace PovertyDashboard.Tests.Attachments;

public sealed class AttachmentStoreTests
{
    [Fact]
    public async Task A_photo_hangs_on_the_item_of_its_check_and_is_seen_within_the_scope_only()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var owner = await OwnerAsync(store);
        var added = await AddAsync(store, ChecklistStore.Inspector, owner, TestPictures.Jpeg(800, 600));
        Assert.Equal("", added.Fault);
        Assert.Equal((ChecklistStore.Dayang, "孙某", AttachmentKind.Before), (added.Attachment!.Region, added.Attachment.TakenBy, added.Attachment.Kind));
        Assert.Equal(added.Attachment.Id, Assert.Single(await ListAsync(store, ChecklistStore.Leader, owner)).Id);
        Assert.Empty(await ListAsync(store, ChecklistStore.Leader, owner with { Item = "yard" }));

        Assert.NotNull(await ReadAsync(store, ChecklistStore.Leader, added.Attachment.Id));
        Assert.Null(await ReadAsync(store, ChecklistStore.Elsewhere, added.Attachment.Id));
        Assert.Null(await ReadAsync(store, UserIdentity.Nobody, added.Attachment.Id));
        Assert.Empty(await ListAsync(store, ChecklistStore.Elsewhere, owner));

        // The same picture sent twice is kept once.
        Assert.Equal(added.Attachment.Id, (await AddAsync(store, ChecklistStore.Inspector, owner, TestPictures.Jpeg(800, 600))).Attachment!.Id);
    }

    [Fact]
    public async Task Leaders_and_strangers_may_not_add_and_no_ledger_takes_no_photo()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var owner = await OwnerAsync(store);
        Assert.Contains("只能查看", (await AddAsync(store, ChecklistStore.Leader, owner, TestPictures.Jpeg(80, 60))).Fault, StringComparison.Ordinal);
        Assert.Contains("管辖范围", (await AddAsync(store, ChecklistStore.Elsewhere, owner, TestPictures.Jpeg(80, 60))).Fault, StringComparison.Ordinal);
        Assert.Contains("台账", (await AddAsync(store, ChecklistStore.Inspector, owner with { Ledger = "users" }, TestPictures.Jpeg(80, 60))).Fault, StringComparison.Ordinal);
        Assert.Contains("已被删除", (await AddAsync(store, ChecklistStore.Inspector, owner with { RowId = 99 }, TestPictures.Jpeg(80, 60))).Fault, StringComparison.Ordinal);
        Assert.Contains("照片类别", (await store.WithAsync<AttachmentStore, AttachmentOutcome>(ChecklistStore.Inspector, s => s.AddAsync(owner, "前", TestPictures.Jpeg(80, 60), CancellationToken.None))).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_deleted_with_a_reason_by_who_may_change_its_row()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var owner = await OwnerAsync(store);
        var id = (await AddAsync(store, ChecklistStore.Inspector, owner, TestPictures.Jpeg(80, 60))).Attachment!.Id;
        Assert.Contains("不能为空", await DeleteAsync(ChecklistStore.Inspector, " "), StringComparison.Ordinal);
        Assert.Contains("只能查看", await DeleteAsync(ChecklistStore.Leader, "拍错了"), StringComparison.Ordinal);
        Assert.Contains("管辖范围", await DeleteAsync(ChecklistStore.Elsewhere, "拍错了"), StringComparison.Ordinal);
        Assert.Null(await DeleteAsync(ChecklistStore.Inspector, "拍错了"));
        Assert.Empty(await ListAsync(store, ChecklistStore.Inspector, owner));
        Assert.Null(await ReadAsync(store, ChecklistStore.Inspector, id));

        Task<string?> DeleteAsync(UserIdentity user, string reason) => store.WithAsync<AttachmentStore, string?>(user, s => s.DeleteAsync(id, reason, CancellationToken.None));
    }

    [Fact]
    public async Task An_item_takes_nine_photos_and_the_audit_trail_holds_no_picture()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var owner = await OwnerAsync(store);
        for (var i = 0; i < AttachmentStore.MaxPerItem; i++) Assert.Equal("", (await AddAsync(store, ChecklistStore.Inspector, owner, TestPictures.Jpeg(80 + i, 60))).Fault);
        Assert.Contains("9 张", (await AddAsync(store, ChecklistStore.Inspector, owner, TestPictures.Jpeg(200, 60))).Fault, StringComparison.Ordinal);
        await store.InStoreAsync(UserIdentity.System, async db => Assert.True(await db.Set<AuditEntry>().MaxAsync(a => a.Details.Length) < 4000));
    }

    private static async Task<AttachmentOwner> OwnerAsync(ChecklistStore store) =>
        new("checks", (await store.SaveAsync(store.Tick("kitchen", CheckResult.Failed))).CheckId, "kitchen");

    private static Task<AttachmentOutcome> AddAsync(ChecklistStore store, UserIdentity user, AttachmentOwner owner, byte[] bytes) =>
        store.WithAsync<AttachmentStore, AttachmentOutcome>(user, s => s.AddAsync(owner, AttachmentKind.Before, bytes, CancellationToken.None));

    private static Task<IReadOnlyList<Attachment>> ListAsync(ChecklistStore store, UserIdentity user, AttachmentOwner owner) =>
        store.WithAsync<AttachmentStore, IReadOnlyList<Attachment>>(user, s => s.ListAsync(owner, CancellationToken.None));

    private static Task<(byte[] Bytes, string Sha256)?> ReadAsync(ChecklistStore store, UserIdentity user, long id) =>
        store.WithAsync<AttachmentStore, (byte[], string)?>(user, s => s.ReadAsync(id, thumbnail: true, CancellationToken.None));
}

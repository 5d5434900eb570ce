using Bunit;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Attachments;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Remediation;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Attachments;

/// <summary>The photo strip on a problem's 整改后 photos.</summary>
public sealed class PhotoStripTests : IAsyncLifetime
{
    private RemediationScreen _screen = null!;
    private Problem _problem = null!;
    private int _told;

    public async Task InitializeAsync()
    {
        _screen = await RemediationScreen.OfAsync(Staff);
        _problem = await _screen.Store.AddAsync();
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task A_chosen_picture_is_kept_shown_and_told()
    {
        var page = Show();
        await SendAsync(page, new SentPicture(TestPictures.Png(120, 80)));
        var photo = Assert.Single(page.FindAll(".photo"));
        Assert.Contains(AttachmentKind.After, photo.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("整改后照片（", photo.QuerySelector("img")!.GetAttribute("alt"), StringComparison.Ordinal);
        Assert.Equal(1, _told);
        var kept = Assert.Single(await ListAsync());
        Assert.Equal((Dayang, "赵某", $"/attachments/{kept.Id}/thumb"), (kept.Region, kept.TakenBy, photo.QuerySelector("img")!.GetAttribute("src")));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_nothing_is_kept()
    {
        var page = Show();
        await SendAsync(page, new SentPicture("这不是照片"u8.ToArray()));
        Assert.Equal("照片：不是能识别的照片。请选择 JPG、PNG 或 WEBP 格式的照片。", page.Find("[role=alert]").TextContent);
        Assert.Empty(page.FindAll(".photo"));
        Assert.Empty(await ListAsync());

        await SendAsync(page, new SentPicture(TestPictures.Jpeg(80, 60)));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_picture_that_is_too_large_is_refused_before_a_byte_is_sent()
    {
        var page = Show();
        var sent = new SentPicture([1], PictureEncoder.MaxBytes + 1);
        await SendAsync(page, sent);
        Assert.Contains("超过 10 MB", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.False(sent.IsRead);
    }

    [Fact]
    public async Task A_transfer_that_breaks_asks_for_the_picture_again()
    {
        var page = Show();
        await SendAsync(page, new SentPicture(null));
        Assert.Contains("请重新选择这张照片", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".photo"));
    }

    [Fact]
    public async Task A_photo_is_removed_with_a_reason_only()
    {
        await _screen.Store.PhotographAsync(Staff, _problem.Id);
        var page = Show();
        page.WaitForElement(".remove").Click();
        page.Find(".ask .danger").Click();
        Assert.Contains("删除原因", page.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Single(await ListAsync());

        page.Find(".ask input").Change("拍错了");
        page.Find(".ask .danger").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".photo")));
        Assert.Empty(page.FindAll(".ask"));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Nine_photos_are_enough()
    {
        for (var i = 0; i < AttachmentStore.MaxPerItem; i++) await _screen.Store.PhotographAsync(Staff, _problem.Id, width: 80 + i);
        var page = Show();
        page.WaitForAssertion(() => Assert.Equal(AttachmentStore.MaxPerItem, page.FindAll(".photo").Count));
        Assert.Empty(page.FindAll(".add"));
    }

    [Fact]
    public async Task Who_may_only_read_sees_the_photos_without_buttons()
    {
        var page = Show(canEdit: false);
        page.WaitForAssertion(() => Assert.Equal("没有照片", page.Find(".none").TextContent));
        Assert.Empty(page.FindAll(".add"));

        await _screen.Store.PhotographAsync(Staff, _problem.Id);
        page = Show(canEdit: false);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".photo a[href]")));
        Assert.Empty(page.FindAll(".add, .remove, .none"));
    }

    private IRenderedComponent<IComponent> Show(bool canEdit = true)
    {
        var told = EventCallback.Factory.Create<int>(this, count => _told = count);
        return _screen.Show<PhotoStrip>(
            ("Owner", Owner), ("Kind", AttachmentKind.After), ("Label", "整改后照片"), ("EmptyText", "没有照片"), ("CanEdit", canEdit), ("CountChanged", told));
    }

    private AttachmentOwner Owner => new(ProblemLedger.Key, _problem.Id, "after");

    /// <summary>As the script does for each chosen file.</summary>
    private static Task SendAsync(IRenderedComponent<IComponent> page, SentPicture picture)
    {
        var strip = page.FindComponent<PhotoStrip>();
        return strip.InvokeAsync(() => strip.Instance.ReceiveAsync(picture));
    }

    private Task<IReadOnlyList<Attachment>> ListAsync() =>
        _screen.Store.WithAsync<AttachmentStore, IReadOnlyList<Attachment>>(UserIdentity.System, store => store.ListAsync(Owner, CancellationToken.None));
}

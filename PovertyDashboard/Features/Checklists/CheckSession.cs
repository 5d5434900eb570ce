namespace PovertyDashboard.Features.Checklists;

/// <summary>
/// The inspector's work on one checklist of one household (检查过程): every change is sent at once, one tick of an item at a
/// time, and what could not be stored stays on the page and is sent again on demand.
/// </summary>
public sealed class CheckSession(CheckService service, long campaignId, long householdId, CheckSheet sheet)
{
    private const string Unreachable = "没有存上：连接或存储出了问题。内容还在本页，请稍后重试。";
    private readonly HashSet<ItemState> _sending = [];

    public ChecklistTemplate Template { get; } = sheet.Template;

    public Check? Check { get; private set; } = sheet.Check;

    /// <summary>Null until the first tick has started the check.</summary>
    public long? CheckId { get; private set; } = sheet.Check?.Id;

    public DateOnly? FinishedOn { get; private set; } = sheet.Check?.FinishedOn;

    public string Note { get; set; } = sheet.Check?.Note ?? "";

    public IReadOnlyList<ItemState> Items { get; private set; } = [.. sheet.Items.Select(i => new ItemState(i))];

    public int Answered => Items.Count(i => i.IsAnswered);

    /// <summary>Answers that are not stored (待上传).</summary>
    public int Unsent => Items.Count(i => i.State == SendState.Waiting);

    public CheckScore Score => CheckScore.Of(Items.Select(i => (i.Result, i.Item.Weight)));

    /// <summary>The first item that has no answer, after the given one and then from the top.</summary>
    public ItemState? NextOpen(ItemState? after = null)
    {
        var from = after is null ? 0 : Items.ToList().IndexOf(after) + 1;
        return Items.Skip(from).Concat(Items.Take(from)).FirstOrDefault(i => !i.IsAnswered);
    }

    /// <summary>Begins a new check of today after a finished one (再查一次).</summary>
    public void StartAgain()
    {
        (Check, CheckId, FinishedOn, Note) = (null, null, null, "");
        Items = [.. Items.Select(i => new ItemState(new SheetItem(i.Item, StoredAnswer.None)))];
    }

    /// <summary>Folds every other answered item, so that one stands open.</summary>
    public void Focus(ItemState item)
    {
        foreach (var other in Items.Where(i => i != item && i.State != SendState.Conflict)) other.IsOpen = false;
    }

    /// <summary>Sends the item as it stands; a change made meanwhile is sent after it.</summary>
    public async Task SendAsync(ItemState item, CancellationToken ct)
    {
        if (!item.IsAnswered || item.State == SendState.Conflict || !_sending.Add(item)) return;
        try
        {
            CheckTick sent;
            do
            {
                sent = item.Tick(campaignId, householdId, CheckId);
                Take(item, await service.TickAsync(sent, ct));
            }
            while (item.State == SendState.Stored && item.Tick(campaignId, householdId, CheckId) with { CheckId = sent.CheckId, VersionSeen = sent.VersionSeen, DueOn = sent.DueOn } != sent);
        }
        catch (Exception fault) when (fault is Microsoft.Data.Sqlite.SqliteException or Microsoft.EntityFrameworkCore.DbUpdateException or TimeoutException or IOException)
        {
            item.Fault = Unreachable;
        }
        finally
        {
            _sending.Remove(item);
        }
    }

    /// <summary>Sends everything that waits (重试).</summary>
    public async Task SendAllAsync(CancellationToken ct)
    {
        foreach (var item in Items.Where(i => i.State == SendState.Waiting).ToList()) await SendAsync(item, ct);
    }

    public async Task<FinishOutcome> FinishAsync(DateOnly today, CancellationToken ct)
    {
        if (CheckId is not { } id) return FinishOutcome.Refused("还没有检查任何一项。请先勾选。");
        var outcome = await service.FinishAsync(id, Note.Trim(), TimeSpan.Zero, ct);
        if (outcome.Done) FinishedOn ??= today;
        return outcome;
    }

    private void Take(ItemState item, TickOutcome outcome)
    {
        switch (outcome)
        {
            case TickOutcome.Saved saved:
                CheckId = saved.CheckId;
                item.Apply(saved.Answer);
                break;
            case TickOutcome.Conflict conflict:
                CheckId = conflict.CheckId;
                item.Dispute(conflict.Theirs);
                break;
            case TickOutcome.Refused refused:
                item.Fault = refused.Reason;
                break;
        }
    }
}

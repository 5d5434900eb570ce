using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>One person's month (考勤行): a tap shows at once and is stored in its turn; what is refused is set back with the reason.</summary>
public sealed partial class AttendanceRow(AttendanceDesk desk, Snack snack) : ComponentBase
{
    private const string Unreachable = "没有存上：连接或存储出了问题。请稍后再点一次。";
    private readonly Queue<AttendanceTick> waiting = new();
    private AttendanceLine line = default!;
    private AttendanceLine stored = default!;
    private bool isSending;

    [Parameter, EditorRequired]
    public AttendanceLine Line { get; set; } = default!;

    [Parameter, EditorRequired]
    public int Month { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>The line as it is stored now.</summary>
    [Parameter]
    public EventCallback<AttendanceLine> OnChange { get; set; }

    private int Blank => AttendanceReader.BlankDays(line, Month, Today < YearMonth.Last(Month) ? Today : YearMonth.Last(Month));

    private bool IsBehind => Blank > 0;

    protected override void OnParametersSet()
    {
        // What others have stored comes in between taps, never over them.
        if (!isSending) line = stored = Line;
    }

    private bool MayTick(int day) => desk.MayWrite && YearMonth.Day(Month, day) is var date && line.IsWithin(date) && (date <= Today || MonthMarks.At(line.Marks, day) == MonthMarks.Rest);

    private string Label(int day, char mark) => $"{line.Name} {day} 日 {(line.IsWithin(YearMonth.Day(Month, day)) ? MonthMarks.Word(mark) : "不在岗")}";

    private Task KeyAsync(KeyboardEventArgs key, int day) => key.Key switch
    {
        "Backspace" or "Delete" => TickAsync(day, MonthMarks.Blank),
        "1" => TickAsync(day, MonthMarks.Present),
        "2" => TickAsync(day, MonthMarks.Leave),
        "3" => TickAsync(day, MonthMarks.Absent),
        "4" => TickAsync(day, MonthMarks.Rest),
        _ => Task.CompletedTask,
    };

    private async Task TickAsync(int day, char mark)
    {
        waiting.Enqueue(new AttendanceTick(Line.HolderId, Month, day, MonthMarks.At(line.Marks, day), mark));
        line = line with { Marks = MonthMarks.With(line.Marks, day, mark) };
        if (isSending) return;
        isSending = true;
        while (waiting.TryDequeue(out var tick)) Take(await SendAsync(() => desk.TickAsync(tick, CancellationToken.None)));
        isSending = false;
        line = stored;
        await OnChange.InvokeAsync(stored);
    }

    private async Task FillAsync()
    {
        Take(await SendAsync(() => desk.FillAsync(Line.HolderId, Month, CancellationToken.None)));
        line = stored;
        await OnChange.InvokeAsync(stored);
    }

    private async Task ScoreAsync(ChangeEventArgs e)
    {
        var text = (e.Value as string ?? "").Trim();
        if (text.Length > 0 && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            snack.Failed($"{line.Name}：考核得分不是整数（“{text}”）。请填写 0 到 100 的整数。");
            return;
        }

        Take(await SendAsync(() => desk.ScoreAsync(Line.HolderId, Month, text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture), CancellationToken.None)));
        line = stored;
        await OnChange.InvokeAsync(stored);
    }

    private void Take(AttendanceOutcome outcome)
    {
        if (outcome.Row is { } row) stored = stored.With(row);
        if (!outcome.IsDone) snack.Failed($"{line.Name}：{outcome.Message}");
    }

    private static async Task<AttendanceOutcome> SendAsync(Func<Task<AttendanceOutcome>> send)
    {
        try
        {
            return await send();
        }
        catch (Exception fault) when (fault is SqliteException or DbUpdateException or TimeoutException or IOException)
        {
            return new AttendanceOutcome(null, Unreachable);
        }
    }
}

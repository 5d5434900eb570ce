using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>One person's line of the tick grid (考勤行): no number, phone or account is read for it.</summary>
public sealed record AttendanceLine(long HolderId, string Name, string Post, DateOnly StartedOn, DateOnly? ExitedOn)
{
    public string Marks { get; init; } = MonthMarks.None;

    /// <summary>Whether the month has been begun; else the marks are those it would begin with.</summary>
    public bool IsBegun { get; init; }

    public int? Score { get; init; }

    public bool IsWithin(DateOnly day) => day >= StartedOn && (ExitedOn is not { } exit || day <= exit);

    /// <summary>The line as the store has it now.</summary>
    public AttendanceLine With(Attendance row) => this with { Marks = row.Marks, Score = row.Score, IsBegun = true };
}

/// <summary>The people of one village in the month.</summary>
public sealed record AttendanceVillage(long Region, IReadOnlyList<AttendanceLine> Lines);

/// <summary>A township above whose villages the page shows: how many are on post and how many are marked up to today.</summary>
public sealed record AttendanceTown(long Region, int People, int Marked);

/// <summary>Reads what the attendance page shows (考勤页).</summary>
public sealed class AttendanceReader(IDbContextFactory<AppDbContext> contexts, AttendanceDesk desk, Clock clock)
{
    /// <summary>Everybody of the place who was on a post in the month, by village.</summary>
    public async Task<IReadOnlyList<AttendanceVillage>> VillagesAsync(long region, int month, CancellationToken ct)
    {
        var range = RegionKey.Subtree(region);
        var (first, last) = (YearMonth.First(month), YearMonth.Last(month));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<Attendance>().AsNoTracking().Where(a => a.Region >= range.Lo && a.Region < range.Hi && a.Month == month)
            .Select(a => new { a.HolderId, a.Marks, a.Score }).ToListAsync(ct);
        var byHolder = rows.ToLookup(r => r.HolderId);
        var begin = desk.NewMarks(month);
        var people = await db.Set<Holder>().AsNoTracking()
            .Where(h => h.Region >= range.Lo && h.Region < range.Hi && h.StartedOn <= last && (h.IsOnPost || h.ExitedOn >= first))
            .OrderBy(h => h.Region).ThenBy(h => h.NameKey).ThenBy(h => h.Id)
            .Select(h => new { h.Region, Line = new AttendanceLine(h.Id, h.Name, h.PostName, h.StartedOn, h.ExitedOn) }).ToListAsync(ct);
        return [.. people.GroupBy(p => p.Region).Select(g => new AttendanceVillage(g.Key, [.. g.Select(p =>
            byHolder[p.Line.HolderId].FirstOrDefault() is { } row ? p.Line with { Marks = row.Marks, Score = row.Score, IsBegun = true } : p.Line with { Marks = begin })]))];
    }

    /// <summary>The townships of the place that have people on posts.</summary>
    public async Task<IReadOnlyList<AttendanceTown>> TownsAsync(long region, int month, CancellationToken ct)
    {
        var upTo = clock.Today < YearMonth.Last(month) ? clock.Today : YearMonth.Last(month);
        return [.. (await VillagesAsync(region, month, ct)).GroupBy(v => RegionKey.TownshipOf(v.Region)).Select(g =>
        {
            var lines = g.SelectMany(v => v.Lines).ToList();
            return new AttendanceTown(g.Key, lines.Count, lines.Count(l => BlankDays(l, month, upTo) == 0));
        })];
    }

    /// <summary>Days of the stay up to the day that are not marked yet (未记).</summary>
    public static int BlankDays(AttendanceLine line, int month, DateOnly upTo) => Enumerable.Range(1, YearMonth.Days(month))
        .Count(day => YearMonth.Day(month, day) is var date && date <= upTo && line.IsWithin(date) && MonthMarks.At(line.Marks, day) == MonthMarks.Blank);
}

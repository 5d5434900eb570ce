using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using PovertyDashboard.Data;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.Trail;

/// <summary>What is looked for in the audit trail (审计查询); it stands in the address, so that page and export show the same.</summary>
public sealed record AuditQuery
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>First and last local day; empty for the beginning and the end.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Account name, whole.</summary>
    public string User { get; init; } = "";

    public string Action { get; init; } = "";

    /// <summary>Key of a ledger or of another subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Number of the row; 0 for all.</summary>
    public long Row { get; init; }

    /// <summary>Number of the entry beyond which the page begins; 0 for the newest.</summary>
    public long At { get; init; }

    /// <summary>Whether the page goes towards the newer entries.</summary>
    public bool Newer { get; init; }

    /// <summary>Whether anything is asked beside the days.</summary>
    public bool IsFiltered => User.Length > 0 || Action.Length > 0 || Subject.Length > 0 || Row != 0;

    public static AuditQuery Parse(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var query = new AuditQuery();
        foreach (var (name, all) in values)
        {
            var value = all.ToString().Trim();
            query = name switch
            {
                "from" => query with { From = Day(value) },
                "to" => query with { To = Day(value) },
                "user" => query with { User = value },
                "action" => query with { Action = value },
                "subject" => query with { Subject = value },
                "row" => query with { Row = Number(value) },
                "before" => query with { At = Number(value), Newer = false },
                "after" => query with { At = Number(value), Newer = true },
                _ => query,
            };
        }

        return query;
    }

    public string ToQueryString()
    {
        var text = new StringBuilder();
        Add("from", From?.ToString(DayForm, CultureInfo.InvariantCulture));
        Add("to", To?.ToString(DayForm, CultureInfo.InvariantCulture));
        Add("user", User);
        Add("action", Action);
        Add("subject", Subject);
        Add("row", Row == 0 ? null : Row.ToString(CultureInfo.InvariantCulture));
        Add(Newer ? "after" : "before", At == 0 ? null : At.ToString(CultureInfo.InvariantCulture));
        return text.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>The entries that are asked for, unordered and without pages.</summary>
    public IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries)
    {
        if (From is { } from)
        {
            var begins = Clock.ToUtc(from);
            entries = entries.Where(a => a.At >= begins);
        }

        if (To is { } to && to < DateOnly.MaxValue)
        {
            var ends = Clock.ToUtc(to.AddDays(1));
            entries = entries.Where(a => a.At < ends);
        }

        if (User.Length > 0) entries = entries.Where(a => a.User == User);
        if (Action.Length > 0) entries = entries.Where(a => a.Action == Action);
        if (Subject.Length > 0) entries = entries.Where(a => a.Subject == Subject);
        return Row == 0 ? entries : entries.Where(a => a.RowId == Row);
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

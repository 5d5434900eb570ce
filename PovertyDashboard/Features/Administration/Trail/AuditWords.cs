using System.Globalization;
using System.Text.Json;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Administration.Trail;

/// <summary>One changed value of an audit entry, fit for administrators (变更内容).</summary>
/// <param name="Name">Header of the column, or what the entry calls it.</param>
/// <param name="Values">Before and after, or the one value; personal ones are masked.</param>
public sealed record AuditValue(string Name, IReadOnlyList<string> Values)
{
    public override string ToString() => Values.Count == 0 ? Name : $"{Name}：{string.Join(" → ", Values)}";
}

/// <summary>
/// The words of audit entries (审计用语). Administrators have no business data: of a ledger's row they read which column changed, and
/// its value only where that is a code, a day, a number or yes and no. Names, numbers of people, health and free text are masked.
/// </summary>
public sealed class AuditWords(LedgerCatalog catalog, IEnumerable<AuditSubject> subjects, RegionDirectory regions)
{
    private const string Masked = "＊＊", Blank = "（空）";

    private static readonly Dictionary<string, string> Common = new()
    {
        [nameof(LedgerRow.Region)] = "地区",
        [nameof(LedgerRow.IsDeleted)] = "删除",
        [nameof(LedgerRow.DeleteReason)] = "删除原因",
        [nameof(IHouseholdRow.HouseholdId)] = "关联户",
    };

    private readonly Dictionary<string, string> _subjects = subjects.GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.First().Title);

    /// <summary>Every subject by key and title: ledgers, then the others.</summary>
    public IReadOnlyList<(string Key, string Title)> Subjects => [.. catalog.Ledgers.Select(l => (l.Key, l.Title)), .. _subjects.Select(s => (s.Key, s.Value))];

    public string SubjectOf(string key) => catalog.Ledger(key)?.Title ?? _subjects.GetValueOrDefault(key, key.Any(char.IsAscii) ? "其他记录" : key);

    public string PlaceOf(long region) => region == 0 ? "" : regions.Tree.NameOf(region);

    /// <summary>The values that the entry tells of.</summary>
    public IReadOnlyList<AuditValue> ValuesOf(AuditEntry entry)
    {
        if (entry.Details.Length == 0) return [];
        using var details = JsonDocument.Parse(entry.Details);
        var ledger = catalog.Ledger(entry.Subject);
        return [.. details.RootElement.EnumerateObject().Select(p => ValueOf(p, ledger)).OfType<AuditValue>()];
    }

    private AuditValue? ValueOf(JsonProperty property, Ledger? ledger)
    {
        var written = property.Value.EnumerateArray().ToList();
        if (ledger?.Columns.FirstOrDefault(c => c.Key == property.Name) is { } column) return new AuditValue(column.Header, [.. written.Select(v => TextOf(column, v))]);
        if (Common.TryGetValue(property.Name, out var common)) return new AuditValue(common, [.. written.Select(v => CommonOf(property.Name, v))]);
        // What an act of the product notes has a Chinese name; other properties of rows are internal (sort keys, links).
        if (property.Name.Any(char.IsAscii)) return null;
        if (property.Name == "查询") return new AuditValue("条件", [.. written.Select(v => ConditionsOf(v.GetString() ?? "", ledger))]);
        return new AuditValue(property.Name, [.. written.Select(Plain)]);
    }

    private static string TextOf(Column column, JsonElement value)
    {
        if (IsBlank(value)) return Blank;
        if (column.Sensitivity != Sensitivity.None) return value.ValueKind == JsonValueKind.String ? Mask.Text(column.Sensitivity, value.GetString()!) : Masked;
        return column.Kind switch
        {
            ColumnKind.Code or ColumnKind.Codes => Plain(value),
            ColumnKind.Date or ColumnKind.Month or ColumnKind.YesNo or ColumnKind.Integer or ColumnKind.Decimal or ColumnKind.Money => Stored(column, value),
            _ => Hidden(value),
        };
    }

    private string CommonOf(string name, JsonElement value) => name switch
    {
        nameof(LedgerRow.Region) => value.ValueKind == JsonValueKind.Number ? PlaceOf(value.GetInt64()) : Blank,
        nameof(LedgerRow.IsDeleted) => Plain(value),
        nameof(IHouseholdRow.HouseholdId) => IsBlank(value) ? "未关联" : "已关联",
        _ => IsBlank(value) ? Blank : Hidden(value),
    };

    /// <summary>Which conditions an export had: places and measures by name, of the others only the column.</summary>
    private string ConditionsOf(string queryString, Ledger? ledger)
    {
        var query = LedgerQuery.Parse(queryString);
        var parts = new List<string>();
        if (query.Region is { } region) parts.Add($"地区 {PlaceOf(region)}");
        if (query.Measure is { } key) parts.Add($"指标 {catalog.Measure(key)?.Title ?? "全部"}");
        if (query.Search.Length > 0) parts.Add($"搜索 {Masked}");
        parts.AddRange(query.Filters.Select(f => $"{ledger?.Columns.FirstOrDefault(c => c.Key == f.Column)?.Header ?? "其他列"} {Masked}"));
        if (query.Ids.Count > 0) parts.Add($"所选 {query.Ids.Count} 行");
        return parts.Count == 0 ? "全部" : string.Join("，", parts);
    }

    /// <summary>A stored number or day in the form of its column; what does not fit it any more stays hidden.</summary>
    private static string Stored(Column column, JsonElement value)
    {
        try
        {
            return ColumnText.Format(column, value.Deserialize(column.ValueType));
        }
        catch (JsonException)
        {
            return Masked;
        }
    }

    private static bool IsBlank(JsonElement value) => value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0);

    private static string Hidden(JsonElement value) => value.ValueKind == JsonValueKind.String ? $"{Masked}（{value.GetString()!.Length} 字）" : Masked;

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        _ when IsBlank(value) => Blank,
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole.ToString("#,0", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

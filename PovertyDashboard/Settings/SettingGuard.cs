using PovertyDashboard.Data;

namespace PovertyDashboard.Settings;

/// <summary>A value that is about to be added (拟新增的设置值), before it is stored.</summary>
/// <param name="Key">Name of the rule.</param>
/// <param name="EffectiveFrom">First day on which it would hold (生效日期).</param>
/// <param name="Until">First day on which a later value takes its place; null where none does.</param>
/// <param name="Db">The whole store, inside the transaction that adds the value.</param>
/// <param name="Today">The as-of date of the store.</param>
public sealed record SettingChange(string Key, string Value, DateOnly EffectiveFrom, DateOnly? Until, AppDbContext Db, DateOnly Today);

/// <summary>
/// What a room has to say before a value of its settings is added (设置把关): the sentence why it cannot be (wages of that month
/// are fixed), or null. A room registers one for the keys that begin with <paramref name="Prefix"/>.
/// </summary>
/// <param name="Prefix">Beginning of the keys, such as <c>wage.</c>.</param>
/// <param name="RefuseAsync">Why not, as 「生效日期：… 请 …。」; reads only.</param>
public sealed record SettingGuard(string Prefix, Func<SettingChange, CancellationToken, Task<string?>> RefuseAsync);

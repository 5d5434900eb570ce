namespace PovertyDashboard.Features.Checklists.Field;

/// <summary>
/// What a phone keeps of a campaign before it leaves the network (检查轮次): the households of the user's places with their
/// answers. Names, numbers of the register and what the checklist asks; never an ID number, a phone number or an illness.
/// </summary>
/// <param name="User">Account that it was made for; what the phone keeps is bound to it.</param>
/// <param name="Today">The store's day.</param>
/// <param name="IsAsOf">The store stands at that day (数据截至) instead of following the calendar.</param>
/// <param name="Households">Null where there are too many: then they are asked for village by village.</param>
public sealed record FieldRound(
    string User, DateOnly Today, bool IsAsOf, FieldCampaign Campaign, IReadOnlyList<FieldVillage> Villages,
    IReadOnlyList<FieldTemplate> Templates, IReadOnlyList<FieldHousehold>? Households);

/// <summary>The campaign as the phone shows it (活动).</summary>
public sealed record FieldCampaign(long Id, string Title, string Place, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<string> NotApplicable, string Other);

/// <summary>A village of the round (村), with the figures that the store has.</summary>
public sealed record FieldVillage(long Id, string Name, string Town, int Households, int Checked);

/// <summary>A version of a checklist (检查表版本) with its items in order.</summary>
public sealed record FieldTemplate(long Id, string Family, IReadOnlyList<FieldItem> Items);

/// <summary>One item of it (检查项).</summary>
public sealed record FieldItem(long Id, int Number, string Name, string Standard, int Weight, IReadOnlyList<string> Reasons, bool NeedsPhoto);

/// <summary>A household of the round (户).</summary>
/// <param name="Earlier">The last check before the campaign in words; null where there was none.</param>
/// <param name="Rechecks">Second looks that wait (待复查).</param>
public sealed record FieldHousehold(
    long Id, long Village, string Name, string Number, string? Size, string? Type, string? Earlier, int Rechecks, IReadOnlyList<FieldSheet> Sheets);

/// <summary>One checklist of a household (一张检查表) with its newest check of the campaign; check is null while it is unchecked.</summary>
public sealed record FieldSheet(long Template, long? Check, DateOnly? CheckedOn, DateOnly? FinishedOn, string? Note, IReadOnlyList<FieldAnswer> Answers);

/// <summary>A stored answer (已存答案) with its version, problem and photos; who and when are told only where two answers differ.</summary>
public sealed record FieldAnswer(
    long Item, string Result, string? Reasons, string? Note, int Version,
    string? Problem = null, DateOnly? Due = null, IReadOnlyList<long>? Photos = null, string? By = null, string? At = null, bool? IsMine = null);

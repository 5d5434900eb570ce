namespace PovertyDashboard.Features.Imports;

/// <summary>The drafts of a sheet's rows (表行草稿).</summary>
/// <param name="Township">The township of rows that name none; null where nothing tells it.</param>
/// <param name="LacksTownship">Whether some row names none.</param>
public sealed record SheetDrafts(List<DraftRow> Rows, long? Township, bool LacksTownship);

/// <summary>County, township and village as a row writes them; empty where it does not.</summary>
public readonly record struct PlaceTexts(string County, string Township, string Village);

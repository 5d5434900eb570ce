using System.Text.RegularExpressions;

namespace PovertyDashboard.Tests.Architecture;

/// <summary>What only a few files may do: touch Excel libraries, write beside the change pipeline, name a colour.</summary>
public sealed partial class BoundaryTests
{
    /// <summary>Reviewed files that speak SQL, and why; see ADR 0003.</summary>
    private static readonly IReadOnlyDictionary<string, string> Sql = new Dictionary<string, string>
    {
        ["PovertyDashboard/Data/BulkSession.cs"] = "prepared statements of BulkWriter, the one writer beside SaveChanges",
        ["PovertyDashboard/Data/RowShape.cs"] = "the same, made from the model",
        ["PovertyDashboard/Data/StoreOpening.cs"] = "looks what a file holds before anything is written to it, and frees EF's abandoned lock",
        ["PovertyDashboard/Data/StorePragmas.cs"] = "PRAGMAs of each connection",
        ["PovertyDashboard/Data/StoreWatch.cs"] = "reads PRAGMA data_version",
        ["PovertyDashboard/Live/StoreVerification.cs"] = "reads PRAGMA integrity_check and foreign_key_check",
    };

    [Fact]
    public void Only_Excel_knows_the_libraries_of_sheets()
    {
        var (inside, outside) = (SourceTree.SiteCode.Where(f => f.Folder == "Excel").ToList(), SourceTree.SiteCode.Where(f => f.Folder != "Excel"));

        Assert.Contains(inside, f => f.Code.Contains("using ClosedXML.Excel;", StringComparison.Ordinal));
        Assert.Contains(inside, f => f.Code.Contains("using CsvHelper", StringComparison.Ordinal));
        Assert.Empty(SourceTree.Hits(outside, SheetLibrary()));
    }

    [Fact]
    public void Only_reviewed_files_speak_SQL()
    {
        Assert.All(Sql.Keys, path => Assert.Contains(SourceTree.Site, f => f.Path == path && RawSql().IsMatch(f.Code)));
        Assert.Empty(SourceTree.Hits(SourceTree.SiteCode.Where(f => !Sql.ContainsKey(f.Path)), RawSql()));
    }

    [Fact]
    public void Only_Data_saves_beside_the_change_pipeline()
    {
        Assert.Contains(SourceTree.SiteCode, f => f.Folder == "Data" && Unchecked().IsMatch(f.Code));
        Assert.Empty(SourceTree.Hits(SourceTree.SiteCode.Where(f => f.Folder != "Data"), Unchecked()));
    }

    [Fact]
    public void Only_tokens_name_colours()
    {
        const string Tokens = "PovertyDashboard/wwwroot/css/tokens.css";

        Assert.Matches(HexColour(), SourceTree.Site.Single(f => f.Path == Tokens).Code);
        Assert.Empty(SourceTree.Hits(SourceTree.Site.Where(f => f.Path != Tokens), HexColour()));
    }

    [Theory]
    [InlineData("await rows.ExecuteUpdateAsync(s => s.SetProperty(r => r.Name, name), ct);")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"DELETE FROM Members\", ct);")]
    [InlineData("var rows = db.Set<Household>().FromSqlRaw(sql);")]
    [InlineData("await using var command = db.Database.GetDbConnection().CreateCommand();")]
    public void A_way_round_the_pipeline_is_seen(string code) => Assert.Matches(RawSql(), code);

    [GeneratedRegex(@"\b(ClosedXML|DocumentFormat|CsvHelper)\b[^\r\n]*")]
    private static partial Regex SheetLibrary();

    [GeneratedRegex(@"\b(Execute(Update|Delete|Sql|NonQuery|Scalar|Reader)\w*|FromSql\w*|SqlQuery\w*|CreateCommand|CommandText|GetDbConnection|Sqlite(Command|Connection)\b(?!StringBuilder))")]
    private static partial Regex RawSql();

    [GeneratedRegex(@"\bSaveRawAsync\b")]
    private static partial Regex Unchecked();

    [GeneratedRegex("#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})\\b")]
    private static partial Regex HexColour();
}

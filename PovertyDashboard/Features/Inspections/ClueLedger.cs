using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Inspections;

/// <summary>
/// The ledger of confidential clues (问题线索), known by its number within the township; for the discipline role alone. It has no
/// measures: clues are in no general figure.
/// </summary>
public static class ClueLedger
{
    public const string Key = "clues";

    private static readonly Columns<Clue> c = new();

    public static readonly Ledger<Clue> Ledger = new(Key, "问题线索", "件")
    {
        Columns =
        [
            .. InspectionLedger.Places(c.Place()),
            c.Text("线索编号", x => x.Number, 14) with { IsKey = true, Required = true, MaxLength = 30, Searchable = true, Aliases = ["编号"] },
            c.Date("收到日期", x => x.ReceivedOn) with { Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["受理日期"] },
            c.Code("线索来源", x => x.Source, "clue-source", 12) with { Required = true, QuickFilter = true },
            c.Text("督查名称", x => x.Plan, 22) with { MaxLength = 60, Shown = false, Suggest = SurveyReader.TitlesAsync },
            c.Text("被反映人", x => x.Person, 10) with { Required = true, MaxLength = 60, Searchable = true },
            c.Text("职务", x => x.Post, 14) with { MaxLength = 60, Aliases = ["单位职务"] },
            c.Text("反映人", x => x.Informant, 10) with { MaxLength = 60, Help = "匿名的不填。" },
            c.Phone("联系电话", x => x.Phone) with { Shown = false },
            c.HouseholdName("户主/项目", x => x.HouseholdName) with { MayNameProject = true, Aliases = ["户主", "项目"] },
            c.Code("线索类别", x => x.Kind, "clue-kind", 14) with { Required = true, QuickFilter = true },
            c.LongText("线索内容", x => x.Content, 34) with { Required = true, Searchable = true },
            c.Money("涉及金额", x => x.Amount) with { Min = 0 },
            c.Code("处置方式", x => x.Disposal, "clue-disposal", 12) with { QuickFilter = true },
            c.Text("承办人", x => x.Handler, 10) with { MaxLength = 60 },
            c.Date("办理时限", x => x.DueOn) with { MonthEnds = true },
            c.Date("办结日期", x => x.DoneOn) with { NotInFuture = true, QuickFilter = true },
            c.LongText("办理结果", x => x.Result, 24),
            c.LongText("备注", x => x.Remark, 16) with { Shown = false },
        ],
        KeyWithin = RegionLevel.Township,
        Writers = [Act.KeepClues],
        DefaultSort = "-" + nameof(Clue.ReceivedOn),
        Rules = Check,
        NameOf = row => $"线索 {((Clue)row).Number}",
    };

    private static IEnumerable<Fault> Check(Clue clue, RowContext context)
    {
        if (clue.DoneOn < clue.ReceivedOn) yield return new Fault("办结日期", $"办结日期：早于收到日期（“{clue.DoneOn:yyyy-MM-dd}”，收到日期是 {clue.ReceivedOn:yyyy-MM-dd}）。请核对后填写。");
        if (clue.DueOn < clue.ReceivedOn) yield return new Fault("办理时限", $"办理时限：早于收到日期（“{clue.DueOn:yyyy-MM-dd}”，收到日期是 {clue.ReceivedOn:yyyy-MM-dd}）。请核对后填写。");
        if (clue is { DoneOn: not null, Result: "" }) yield return new Fault("办理结果", "办理结果：有办结日期，没有写结果。请写明怎样办结。");
        if (clue is { DoneOn: not null, Disposal: "" }) yield return new Fault("处置方式", "处置方式：有办结日期，没有选处置方式。请选择谈话函询、初步核实、暂存待查或予以了结。");
    }
}

using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The ledger of drawn households (抽样户台账), known by plan and household.</summary>
public static class SampleLedger
{
    public const string Key = "samples";

    private static readonly Columns<Sample> c = new();

    public static readonly Column State = c.Code("状态", x => x.State, "sample-state", 8) with { Required = true, QuickFilter = true };

    public static readonly Column Kind = c.Code("抽取方式", x => x.Kind, "sample-kind", 8) with { Required = true, QuickFilter = true };

    public static readonly Column Reason = c.Code("替换原因", x => x.ReplaceReason, "replace-reason", 10);

    public static readonly Ledger<Sample> Ledger = new(Key, "抽样户台账", "户")
    {
        Columns =
        [
            .. c.Place(),
            .. SurveyColumns.PlanOf(c),
            c.Integer("抽样序号", x => x.Order, 8) with { Required = true, Min = 1, Max = 100_000, Aliases = ["序号"] },
            .. SurveyColumns.HouseholdOf(c),
            Kind,
            State,
            c.Date("访谈日期", x => x.VisitedOn) with { NotInFuture = true, QuickFilter = true },
            Reason,
            c.LongText("替换说明", x => x.ReplaceNote, 18) with { Shown = false },
            c.Date("替换日期", x => x.ReplacedOn) with { NotInFuture = true, Shown = false },
            c.Text("替换人", x => x.ReplacedBy, 10) with { MaxLength = 50, Shown = false },
            c.Integer("顶替序号", x => x.StandsFor, 8) with { Min = 1, Max = 100_000, Help = "替换进来的户，填被替换户的抽样序号。" },
            c.LongText("备注", x => x.Remark, 16) with { Shown = false },
        ],
        KeyWithin = RegionLevel.Village,
        AlternateKey = SurveyColumns.AlternateKey,
        Writers = [Act.PlanInspections, Act.Inspect],
        Editors = [Act.PlanInspections],
        DefaultSort = nameof(Sample.Order),
        Rules = SampleRules.Check,
        ImportGuard = SampleRules.RefuseImport,
        Store = new StoreRules<Sample>
        {
            Link = SurveyLinks.LinkAsync,
            Check = async (rows, context, ct) => await SurveyLinks.CheckAsync(rows, context, ct),
            Prepare = SurveyLinks.PrepareAsync,
        },
        NameOf = row => $"{((Sample)row).Plan} {((Sample)row).Order} {((Sample)row).HouseholdName}",
    };
}

/// <summary>Rules over the fields of a drawn household (抽样户表内校验); pure.</summary>
public static class SampleRules
{
    public static IEnumerable<Fault> Check(Sample sample, RowContext context)
    {
        if (sample is { State: SampleState.Replaced, ReplaceReason: "" }) yield return new Fault("替换原因", "替换原因：状态是“已替换”，没有写原因。请选择外出、住院、去世、拒访等原因。");
        if (sample is { State: not SampleState.Replaced, ReplaceReason.Length: > 0 }) yield return new Fault("替换原因", $"替换原因：状态是“{sample.State}”，却有替换原因（“{sample.ReplaceReason}”）。请删去原因，或把状态改为“已替换”。");
        if (sample is { State: SampleState.Visited, VisitedOn: null }) yield return new Fault("访谈日期", "访谈日期：状态是“已访”，没有填日期。请填写入户或打电话的日期。");
        if (sample is { State: not SampleState.Visited, VisitedOn: { } day }) yield return new Fault("状态", $"状态：填了访谈日期（“{day:yyyy-MM-dd}”），状态却是“{sample.State}”。请改为“已访”，或删去日期。");
        if (sample.StandsFor == sample.Order) yield return new Fault("顶替序号", $"顶替序号：与本户的抽样序号相同（“{sample.StandsFor}”）。请填写被替换户的序号。");
        if (sample is { StandsFor: not null, Kind: not SampleKind.Reserve }) yield return new Fault("顶替序号", $"顶替序号：只有备选户能顶替，这一户是“{sample.Kind}”。请删去序号，或核对抽取方式。");
    }

    /// <summary>The order of a draw, and how a household came into it, are evidence.</summary>
    public static string? RefuseImport(Sample stored, Sample incoming)
    {
        if (stored.Order != incoming.Order) return $"抽样序号：由抽样产生，文件不能改（台账里是“{stored.Order}”，文件里是“{incoming.Order}”）。请保留台账里的值。";
        return stored.Kind != incoming.Kind ? $"抽取方式：由抽样产生，文件不能改（台账里是“{stored.Kind}”，文件里是“{incoming.Kind}”）。请保留台账里的值。" : SurveyLinks.RefuseMove(stored, incoming);
    }
}

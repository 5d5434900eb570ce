using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Board;

/// <summary>The ledger of notices put up (公示记录): the timer of each village's board (公示牌).</summary>
public static class PostingLedger
{
    public const string Key = "postings";

    /// <summary>公示天数, the number to call (监督电话), and whether names of heads stand in full; dated local rules.</summary>
    public const string DaysKey = "board.days", HotlineKey = "board.phone", NamesKey = "board.full-names";

    private static readonly Columns<Posting> c = new();

    public static readonly Column PostedOn = c.Date("公示日期", p => p.PostedOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["张贴日期", "公示开始日期"] };

    public static readonly Ledger<Posting> Ledger = new(Key, "帮扶责任公示记录", "次")
    {
        Columns =
        [
            .. c.Place().Select(p => p with { IsKey = p.Place == RegionLevel.Village }),
            PostedOn,
            c.Integer("公示天数", p => p.Days, 10) with { Min = 1, Max = 365, Unit = "天", Help = "不填按设置的天数。" },
            c.Date("公示截止", p => p.EndsOn) with { Set = null, Help = "公示的最后一天，按公示日期和天数算出。" },
            c.Text("张贴地点", p => p.Venue, 20) with { MaxLength = 60, Searchable = true, Aliases = ["公示地点"] },
            c.LongText("备注", p => p.Remark, 20),
        ],
        ByThresholds = Rate,
        DefaultSort = "-" + nameof(Posting.PostedOn),
        NameOf = row => $"{((Posting)row).PostedOn:yyyy-MM-dd} 公示",
    };

    public static readonly RowMeasure<Posting> Current = new("postings.current", "公示中", Ledger, (_, day) => p => p.PostedOn <= day && p.EndsOn >= day) { HasHistory = true };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        Current,
        new RowMeasure<Posting>("postings.ended", "公示期满", Ledger, (_, day) => p => p.EndsOn < day) { HasHistory = true },
    ];

    private static void Rate(Posting posting, SettingsDirectory settings)
    {
        posting.Days ??= Math.Max(1, settings.Number(DaysKey, posting.PostedOn, 7));
        posting.EndsOn = posting.PostedOn.AddDays(posting.Days.Value - 1);
    }
}

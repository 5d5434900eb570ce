namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>两不愁三保障: whether every household has been looked at, and what it lacks.</summary>
public static class ScreeningTopic
{
    private static readonly string[] Items = ["income", "food", "clothing", "schooling", "medical", "housing", "water"];

    public static readonly DashboardTopic Topic = new("screening", "两不愁三保障")
    {
        Tiles =
        [
            new("households.screen-rate") { Title = "摸排覆盖率", Note = TileNote.PartOfWhole },
            new("households.unscreened") { Title = "还没有摸排的户", Note = TileNote.Villages },
            new("screenings.failing") { Title = "有未达标项的户", IsAlarm = true },
            new("screenings.met-rate") { Title = "全部达标率", Note = TileNote.PartOfWhole },
            new("incomes.per-head") { Title = "人均纯收入（最新年度）" },
            new("incomes.below-line") { Title = "低于收入线的户" },
            new("movements.year") { Title = "本年人口变动" },
            new("households.in-poverty-villages") { Title = "省定贫困村的户" },
        ],
        Cards =
        [
            new RateCard("screen-progress", "摸排覆盖率", 6, "households.screen-rate", "households.unscreened", 100),
            new MeasuresCard("screen-failures", "最近一次摸排：未达标", 6, [.. Items.Select(i => $"screenings.{i}-failed")], "screenings.newest") { EmptyTitle = "还没有摸排。", EmptyText = "登记或导入摸排后，这里显示各项未达标的户数。" },
            new SplitCard("water", "摸排：水源", 4, "screenings.by-water-source", Rows: "水源") { Empty = "还没有摸排。" },
            new SplitCard("movements", "本年人口变动：类型", 4, "movements.by-kind", Rows: "变动类型") { Empty = "本年还没有人口变动。" },
            new MonthsCard("net-income", "纯收入（按年度）", 4, "incomes.net-by-year") { Empty = "还没有收入表。" },
        ],
    };
}

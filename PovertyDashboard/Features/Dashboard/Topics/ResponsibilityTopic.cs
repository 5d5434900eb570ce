namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>三级网格: who answers for which household, and whether he comes.</summary>
public static class ResponsibilityTopic
{
    public static readonly DashboardTopic Topic = new("responsibility", "三级网格")
    {
        Tiles =
        [
            new("households.cover-rate") { Title = "包户覆盖率", Note = TileNote.PartOfWhole },
            new("households.uncovered") { Title = "没有帮扶责任人的户", IsAlarm = true },
            new("households.visit-rate") { Title = "按期走访率", Note = TileNote.PartOfWhole },
            new("households.unvisited") { Title = "未按期走访的户", Note = TileNote.Villages },
            new("visits.week") { Title = "近 7 天走访", Note = TileNote.Also("visits.findings", "本月发现问题 {0}") },
            new("pledges.signed-rate") { Title = "责任状签订率", Note = TileNote.PartOfWhole },
            new("meeting-attendees.rate") { Title = "例会到会率", Note = TileNote.PartOfWhole },
            new("meeting-tasks.overdue") { Title = "逾期的例会任务", Note = TileNote.Also("meeting-tasks.open", "未完成 {0}") },
        ],
        Cards =
        [
            new RateCard("visit-progress", "按期走访率", 6, "households.visit-rate", "households.unvisited", 80),
            new RateCard("cover-progress", "包户覆盖率", 6, "households.cover-rate", "households.uncovered", 100),
            new SplitCard("assignment-levels", "包联人员：层级", 4, "assignments.by-level", Rows: "层级") { Empty = "还没有登记包联责任。" },
            new SplitCard("assignment-units", "包联人员：单位", 4, "assignments.by-unit-level", Rows: "单位隶属关系") { Empty = "还没有登记包联责任。" },
            new SplitCard("visit-ways", "本月走访：方式", 4, "visits.by-way", Rows: "方式") { Empty = "本月还没有走访。" },
            new SplitCard("aid", "本年帮扶措施：类别", 4, "measures-taken.by-category", Rows: "措施类别") { Empty = "本年还没有帮扶措施。" },
            new SplitCard("pledges", "本年责任状：层级", 4, "pledges.by-level", Rows: "层级") { Empty = "本年还没有责任状。" },
            new SplitCard("presence", "例会：到会情况", 4, "meeting-attendees.by-presence", Rows: "到会情况") { Empty = "还没有例会签到。" },
        ],
    };
}

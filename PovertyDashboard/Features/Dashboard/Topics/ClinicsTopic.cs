namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>义诊: events, people served, flags and follow-up; counts only.</summary>
public static class ClinicsTopic
{
    public static readonly DashboardTopic Topic = new("clinics", "义诊")
    {
        Tiles =
        [
            new("clinics.events") { Title = "义诊活动", Base = TileBase.Month, Note = TileNote.Also("clinics.served", "服务 {0}") },
            new("clinic-records.all") { Title = "义诊登记" },
            new("follow-ups.rate") { Title = "义诊随访率", Note = TileNote.Also("follow-ups.done", "已随访 {0}") },
            new("follow-ups.overdue") { Title = "逾期没有随访", IsAlarm = true, Note = TileNote.Also("follow-ups.open", "待随访 {0}") },
        ],
        Cards =
        [
            .. DashboardCards.Named("clinic-pressure", "clinic-glucose", "clinics"),
            new SplitCard("follow-up-reasons", "待随访：原因", 12, "follow-ups.by-reason", Rows: "随访原因") { Empty = "没有待随访的人。" },
        ],
    };
}

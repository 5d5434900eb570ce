using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Clinics.ClinicStore;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>Figures against rows that are counted by hand, and against their own lists.</summary>
public sealed class ClinicMeasuresTests : IAsyncLifetime
{
    private static readonly string[] Keys = [ClinicLedger.Key, ClinicRecordLedger.Key, FollowUpLedger.Key, HealthTalkLedger.Key];

    private ClinicStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await OpenAsync();
        var uncounted = new Clinic { Region = Hanji, HeldOn = new(2020, 8, 1), Venue = "镇卫生院" };
        await _store.AddAsync(
            NewClinic(), uncounted, new HealthTalk { Region = Dayang, HeldOn = Day, Venue = Venue, Topic = "夏季防暑", Attended = 40 },
            Record("371599195211030020", 150, 80, null, "内科", atHome: true), Record("371599194503071233", 182, 96, 167, "内科,骨科"),
            Record("371599194806200311", 118, 76, 39, "骨科"), Record("371599196510100142", 88, 58, 75, "眼科"), Record("37159919500101003X", 128, 79, null, ""),
            FollowUp("甲", new(2020, 8, 8), null), FollowUp("乙", new(2020, 8, 8), new(2020, 8, 5)), FollowUp("丙", new(2020, 8, 31), null),
            FollowUp("丁", new(2020, 9, 7), null), FollowUp("戊", new(2020, 9, 8), null), FollowUp("己", new(2020, 10, 25), new(2020, 8, 20)));
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData("clinics.events", 2)]
    [InlineData("clinics.served", 46)]
    [InlineData("clinics.at-home", 3)]
    [InlineData("clinics.uncounted", 1)]
    [InlineData("clinics.without-records", 1)]
    [InlineData("clinic-records.all", 5)]
    [InlineData("clinic-records.pressure", 3)]
    [InlineData("clinic-records.glucose", 3)]
    [InlineData("clinic-records.urgent", 2)]
    [InlineData("clinic-records.at-home", 1)]
    [InlineData("clinic-records.internal", 2)]
    [InlineData("clinic-records.orthopaedics", 2)]
    [InlineData("clinic-records.other-departments", 1)]
    [InlineData("clinic-records.pressure-rate", 60)]
    [InlineData("clinic-records.glucose-rate", 100)]
    [InlineData("follow-ups.open", 4)]
    [InlineData("follow-ups.overdue", 1)]
    [InlineData("follow-ups.soon", 2)]
    [InlineData("follow-ups.asked", 4)]
    [InlineData("follow-ups.done", 2)]
    [InlineData("follow-ups.rate", 50)]
    [InlineData("follow-ups.referrals", 1)]
    [InlineData("health-talks.held", 1)]
    [InlineData("health-talks.attended", 40)]
    public async Task A_figure_counts_what_its_name_says(string key, int value)
    {
        var counted = await _store.InStoreAsync(UserIdentity.System, db => MeasureValue.OfAsync(db, _store.Catalog, _store.Catalog.Measure(key)!, null, Today, CancellationToken.None));
        Assert.Equal((decimal)value, counted.Value);
    }

    [Fact]
    public async Task Every_figure_of_every_place_is_the_length_of_its_list()
    {
        var measures = _store.Catalog.Measures.OfType<RowMeasure>().Where(m => Keys.Contains(m.Ledger.Key)).ToList();
        Assert.True(measures.Count >= 20);
        foreach (var measure in measures)
            foreach (var region in new[] { City, Hanji, Dayang, Zhangzhai })
            {
                var figure = await _store.Totals.FigureAsync(measure, region, RegionScope.Everything, CancellationToken.None);
                var query = new LedgerQuery { Region = region, Measure = measure.Key };
                var rows = await _store.InStoreAsync(UserIdentity.System, db => LedgerReader.CountAsync(db, measure.Ledger, _store.Catalog, query, Today, CancellationToken.None));
                Assert.Equal((measure.Key, region, (long)rows), (measure.Key, region, figure.Count));
            }
    }

    [Fact]
    public async Task The_parts_of_every_breakdown_are_lists_too()
    {
        var breakdowns = _store.Catalog.Breakdowns.Where(b => Keys.Contains(b.Measure.Ledger.Key)).ToList();
        Assert.Equal(5, breakdowns.Count);
        foreach (var breakdown in breakdowns)
            foreach (var part in await _store.Totals.SplitAsync(breakdown, Hanji, RegionScope.Everything, CancellationToken.None))
            {
                var query = new LedgerQuery { Region = Hanji, Measure = breakdown.Measure.Key };
                foreach (var (column, text) in breakdown.By.Zip([part.A, part.B])) query = query.WithFilter(column.Key, text.Length == 0 ? "空" : text);
                var rows = await _store.InStoreAsync(Leader, db => LedgerReader.CountAsync(db, breakdown.Measure.Ledger, _store.Catalog, query.AllowedTo(breakdown.Measure.Ledger, Leader), Today, CancellationToken.None));
                Assert.Equal((breakdown.Key, part.A, part.B, (long)rows), (breakdown.Key, part.A, part.B, part.Count));
            }
    }

    private static ClinicRecord Record(string id, int systolic, int diastolic, long? glucose, string departments, bool atHome = false)
    {
        var record = NewRecord(id: id, systolic: systolic, diastolic: diastolic, glucose: glucose, kind: glucose is null ? "" : HealthFlags.Fasting);
        (record.Departments, record.AtHome) = (departments, atHome);
        return record;
    }

    private static FollowUp FollowUp(string name, DateOnly due, DateOnly? done) => new()
    {
        Region = Dayang,
        Name = name,
        Age = 70,
        AskedOn = Day,
        Reason = name == "甲" ? FollowUpPlan.Refer : FollowUpPlan.Pressure,
        DueOn = due,
        DoneOn = done,
        Result = done is null ? "" : FollowUpPlan.Seen,
    };
}

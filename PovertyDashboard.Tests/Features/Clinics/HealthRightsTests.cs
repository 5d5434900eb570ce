using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Clinics.ClinicStore;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>Who meets what of a person's health: values are for the clinic, lists for offices and leaders, nothing for inspectors.</summary>
public sealed class HealthRightsTests : IAsyncLifetime
{
    private ClinicStore _store = null!;
    private ClinicRecord _record = null!;

    private static Ledger<ClinicRecord> Records => ClinicRecordLedger.Ledger;

    public async Task InitializeAsync()
    {
        _store = await OpenAsync();
        await _store.AddAsync(NewClinic());
        _record = NewRecord(systolic: 182, diastolic: 96);
        (_record.Phone, _record.HouseholdId, _record.HouseholdName) = ("13800001234", 77, "邓某");
        _record = await _store.RegisterAsync(_record);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task An_inspector_meets_no_health_row_in_any_query()
    {
        Assert.Equal((1, 0, 0), await CountsAsync(Inspector));
        Assert.Equal((1, 1, 1), await CountsAsync(Leader));
        Assert.Equal((1, 1, 1), await CountsAsync(Doctor));
        Assert.Equal((0, 0, 0), await CountsAsync(OtherDoctor));
    }

    [Fact]
    public void Only_the_clinic_sees_values_in_cells()
    {
        var tree = _store.Services.GetRequiredService<RegionDirectory>().Tree;
        foreach (var column in new[] { ClinicRecordLedger.Systolic, ClinicRecordLedger.Diastolic, ClinicRecordLedger.PressureFlag })
        {
            Assert.Equal("＊＊", CellText.Of(column, _record, tree, Today, Leader));
            Assert.Equal("＊＊", CellText.Of(column, _record, tree, Today, Staff));
            Assert.Equal(ColumnText.Of(column, _record, tree), CellText.Of(column, _record, tree, Today, Doctor));
        }
    }

    [Fact]
    public void What_was_measured_and_said_is_clinical_in_every_column()
    {
        string[] open = ["义诊日期", "义诊地点", "组织单位", "姓名", "性别", "年龄", "户主", "行动不便", "紧急转诊", "就诊科别", "转诊", "医生签名"];
        var known = Records.Columns.Where(c => c.Place is null && c.Sensitivity is Sensitivity.None).Select(c => c.Header);
        Assert.Equal(open, known);
        Assert.Equal(["身份证号", "联系电话"], Records.Columns.Where(c => c.Sensitivity is Sensitivity.Identity or Sensitivity.Phone).Select(c => c.Header));
        Assert.All(FollowUpLedger.Ledger.Columns.Where(c => new[] { "随访原因", "收缩压", "舒张压", "血糖", "血糖类型", "随访结果", "随访说明" }.Contains(c.Header)), c => Assert.Equal(Sensitivity.Clinical, c.Sensitivity));
    }

    [Fact]
    public async Task Nobody_looks_at_a_value_by_click_but_the_office_may_see_the_telephone()
    {
        var phone = ClinicRecordLedger.Column(nameof(ClinicRecord.Phone));
        Assert.Equal("13800001234", await ShowAsync(Staff, phone));
        Assert.Equal("13800001234", await ShowAsync(Doctor, phone));
        foreach (var user in new[] { Staff, Leader, Doctor, Inspector }) Assert.Null(await ShowAsync(user, ClinicRecordLedger.Systolic));
        Assert.Null(await ShowAsync(Leader, phone));
        Assert.Null(await ShowAsync(Inspector, phone));
    }

    [Fact]
    public void Values_cannot_be_guessed_by_conditions_and_orders()
    {
        var asked = new LedgerQuery { Sort = "-" + nameof(ClinicRecord.Systolic), Filters = [new(nameof(ClinicRecord.Systolic), "180.."), new("收缩压", "180.."), new(nameof(ClinicRecord.PressureFlag), HealthFlags.PressureUrgent)] };
        var leaders = asked.AllowedTo(Records, Leader);
        Assert.Equal([nameof(ClinicRecord.PressureFlag)], leaders.Filters.Select(f => f.Column));
        Assert.Empty(leaders.Sort);
        Assert.Same(asked, asked.AllowedTo(Records, Doctor));
    }

    [Fact]
    public async Task Office_and_leaders_may_not_write_records_and_each_clinic_only_its_own_place()
    {
        foreach (var user in new[] { Staff, Leader, Inspector })
        {
            Assert.False(Records.MayEdit(user));
            Assert.IsType<RowRefused>(await _store.SaveAsync(user, Records, NewRecord(id: "371599194503071233")));
        }

        Assert.IsType<RowRefused>(await _store.SaveAsync(OtherDoctor, Records, NewRecord(id: "371599194503071233")));
        Assert.True(ClinicLedger.Ledger.MayEdit(Staff));
        Assert.True(HealthTalkLedger.Ledger.MayEdit(Doctor));
    }

    [Fact]
    public async Task Values_over_time_and_the_plan_are_for_the_clinic()
    {
        foreach (var user in new[] { Staff, Leader, Inspector })
        {
            Assert.Empty(await _store.AsAsync(user, services => services.GetRequiredService<HealthHistory>().OfHouseholdAsync(77, CancellationToken.None)));
            Assert.Null(await _store.AsAsync(user, services => services.GetRequiredService<ClinicDesk>().RecordAsync(_record.Id, CancellationToken.None)));
            Assert.Empty(await _store.AsAsync(user, services => services.GetRequiredService<PersonFinder>().FindAsync("邓某", Dayang, Day, CancellationToken.None)));
        }

        var point = Assert.Single(Assert.Single(await _store.AsAsync(Doctor, services => services.GetRequiredService<HealthHistory>().OfHouseholdAsync(77, CancellationToken.None))).Points);
        Assert.Equal(("182/96", HealthFlags.PressureUrgent), (point.Pressure, point.PressureFlag));
    }

    [Fact]
    public async Task The_list_of_a_clinic_holds_no_values_for_the_office()
    {
        var clinic = await _store.InStoreAsync(Staff, db => db.Set<Clinic>().AsNoTracking().SingleAsync());
        var seen = await _store.AsAsync(Staff, services => services.GetRequiredService<ClinicDesk>().ReadAsync(clinic.Id, CancellationToken.None));
        var person = Assert.Single(seen!.People);
        Assert.Equal(("邓某", true, "138****1234"), (person.Name, person.IsUrgent, person.Phone));
        Assert.Null(person.Values);
        Assert.Equal(("", new DateOnly(2020, 8, 8)), (person.FollowUp!.Reason, person.FollowUp.DueOn));
        var own = await _store.AsAsync(Doctor, services => services.GetRequiredService<ClinicDesk>().ReadAsync(clinic.Id, CancellationToken.None));
        Assert.Equal("182/96", Assert.Single(own!.People).Values!.Pressure);
    }

    [Fact]
    public async Task The_page_of_a_health_ledger_gives_an_inspector_neither_rows_nor_figures()
    {
        var inspectors = await ReadAsync(Inspector);
        Assert.Empty(inspectors.Page.Rows);
        Assert.Empty(inspectors.Figures);
        var leaders = await ReadAsync(Leader);
        Assert.Equal((1, 1L), (leaders.Page.Total, leaders.Figures["clinic-records.urgent"].Count));
    }

    [Fact]
    public async Task The_audit_trail_tells_of_a_change_without_the_value()
    {
        var details = await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            var record = await db.Set<ClinicRecord>().SingleAsync();
            record.Systolic = 178;
            await db.SaveChangesAsync();
            return string.Join('\n', await db.Audit.Select(a => a.Details).ToListAsync());
        });
        Assert.Contains(nameof(ClinicRecord.Systolic), details, StringComparison.Ordinal);
        Assert.DoesNotContain("182", details, StringComparison.Ordinal);
        Assert.DoesNotContain("178", details, StringComparison.Ordinal);
    }

    private Task<(int Clinics, int Records, int FollowUps)> CountsAsync(UserIdentity user) => _store.InStoreAsync(user, async db =>
        (await db.Set<Clinic>().CountAsync(), await db.Set<ClinicRecord>().CountAsync(), await db.Set<FollowUp>().CountAsync()));

    private Task<string?> ShowAsync(UserIdentity user, Column column) =>
        _store.AsAsync(user, services => services.GetRequiredService<FullValues>().ShowAsync(Records, _record.Id, column, CancellationToken.None));

    private Task<LedgerPageData> ReadAsync(UserIdentity user) =>
        _store.AsAsync(user, services => services.GetRequiredService<LedgerPageReader>().ReadAsync(Records, new LedgerQuery(), CancellationToken.None));
}

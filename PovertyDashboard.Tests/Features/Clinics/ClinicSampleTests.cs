using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Clinics;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Imports;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>The sample of 大杨新村, imported once, with the rest of the room's ledgers.</summary>
public sealed class ImportedClinic : IAsyncLifetime
{
    public const string File = "义诊登记-大杨新村.xlsx";

    public ImportSite Site { get; } = new();

    public SheetResult First { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Site.Site.InStoreAsync(UserIdentity.System, async db =>
        {
            var household = new Household { Region = ClinicStore.Dayang, Number = "3715021150000010", HeadName = "马某", HeadId = "371599198001010017" };
            db.AddRange(household, new Member { Household = household, Region = ClinicStore.Dayang, Number = "371502115000001001", Name = "马梅存", IdNumber = "371599193810263206", Relation = "之母" });
            return await db.SaveChangesAsync();
        });
        First = (await Site.ImportAsync(Samples.PathOf(File)))[0].Sheets[0];
        await Site.Site.InStoreAsync(UserIdentity.System, async db =>
        {
            db.AddRange(
                new Clinic { Region = ClinicStore.Hanji, HeldOn = new(2020, 6, 1), Venue = "韩集镇卫生院", Doctors = 2, Served = 30, ServedAtHome = 1, Services = "内科,量血压", Note = "镇里组织" },
                new HealthTalk { Region = ClinicStore.Dayang, HeldOn = ClinicStore.Day, Venue = ClinicStore.Venue, Topic = "夏季防暑", Speaker = "王某", Attended = 40 },
                new ClinicRecord { Region = ClinicStore.Hanji, HeldOn = new(2020, 6, 1), Venue = "韩集镇卫生院", Name = "无证", Age = 80, Height = 1655, Weight = 702, Glucose = 61, GlucoseKind = HealthFlags.Fasting, Referred = true, ReferredTo = "市医院" },
                new FollowUp { Region = ClinicStore.Dayang, Name = "无证", Age = 80, AskedOn = new(2020, 6, 1), Reason = FollowUpPlan.Chronic, DueOn = new(2020, 9, 1), DoneOn = new(2020, 8, 20), Systolic = 142, Diastolic = 82, Glucose = 58, Result = FollowUpPlan.Raised, Note = "入户" });
            return await db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>The sample against its answer key, and every ledger of the room out and in again.</summary>
public sealed class ClinicSampleTests(ImportedClinic imported) : IClassFixture<ImportedClinic>
{
    private readonly ImportSite _site = imported.Site;

    [Fact]
    public void Forty_three_rows_come_in_and_the_three_planted_faults_are_refused_at_row_and_column()
    {
        var (rows, bad) = Samples.Answer(ImportedClinic.File);
        Assert.Equal(("clinic-records", rows, bad.Count), (imported.First.Ledger!.Key, imported.First.Read, imported.First.Refused));
        Assert.Equal(43, imported.First.Added);
        foreach (var (row, column, why) in bad)
        {
            var fault = Assert.Single(Assert.Single(imported.First.Rows, r => r.Row == row && r.Fate == RowFate.Refused).Faults);
            Assert.Equal(column, fault.Column);
            Assert.Contains(why, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_row_has_day_place_organiser_and_village_from_the_head_and_two_pressures()
    {
        var records = await InStoreAsync(db => db.Set<ClinicRecord>().Where(r => r.HeldOn == ClinicStore.Day).ToListAsync());
        Assert.Equal(43, records.Count);
        Assert.All(records, r => Assert.Equal((ClinicStore.Dayang, ClinicStore.Venue, "新阶联高新区分会"), (r.Region, r.Venue, r.Organiser)));
        var first = records.Single(r => r.IdNumber == "371599193911017274");
        Assert.Equal((110, 66, 76, 38L, "空腹", "内科,骨科", true), (first.Systolic, first.Diastolic, first.Pulse, first.Glucose, first.GlucoseKind, first.Departments, first.AtHome));
        Assert.Equal((HealthFlags.Normal, HealthFlags.GlucoseLow, true), (first.PressureFlag, first.GlucoseFlag, first.IsUrgent));
        Assert.Equal(3, records.Count(r => r.AtHome == true));
    }

    [Fact]
    public async Task The_urgent_ones_are_the_six_of_the_sheet_and_each_has_a_follow_up_in_two_weeks()
    {
        var urgent = await InStoreAsync(db => db.Set<ClinicRecord>().Where(r => r.HeldOn == ClinicStore.Day && r.IsUrgent).OrderBy(r => r.Id).Select(r => r.Name).ToListAsync());
        Assert.Equal(["黄金文", "马梅存", "吴传娥", "吴娥生", "唐明", "单英建"], urgent);
        var followUps = await InStoreAsync(db => db.Set<FollowUp>().Where(f => f.Reason == FollowUpPlan.Refer).OrderBy(f => f.Id).ToListAsync());
        Assert.Equal(urgent, followUps.Select(f => f.Name));
        Assert.All(followUps, f => Assert.Equal(new DateOnly(2020, 8, 8), f.DueOn));
    }

    [Fact]
    public async Task A_sheet_of_an_unknown_clinic_opens_it_without_head_counts()
    {
        var clinic = await InStoreAsync(db => db.Set<Clinic>().SingleAsync(c => c.HeldOn == ClinicStore.Day));
        Assert.Equal((ClinicStore.Dayang, ClinicStore.Venue, "新阶联高新区分会", null), (clinic.Region, clinic.Venue, clinic.Organiser, clinic.Served));
    }

    [Fact]
    public async Task A_person_is_linked_to_his_household_by_id()
    {
        var linked = Assert.Single(await InStoreAsync(db => db.Set<ClinicRecord>().Where(r => r.HouseholdId != null).ToListAsync()));
        Assert.Equal(("马梅存", "马某"), (linked.Name, linked.HouseholdName));
    }

    [Fact]
    public async Task A_list_of_persons_is_not_taken_for_a_clinic()
    {
        var path = Path.Combine(_site.Folder, "名单.csv");
        await File.WriteAllTextAsync(path, "村,姓名,性别,年龄,身份证号\n大杨新村,邓某,男,60,371599198001010017\n");
        Assert.Contains("没有找到", Assert.Single(await _site.ImportAsync(path)).Rejection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("义诊日期：2020年8月1日　　地点：大杨新村文化广场", "邓某,男,60,371599198001010017,偏高", "血压：不是血压值（“偏高”）")]
    [InlineData("义诊日期：2020年8月1日　　地点：大杨新村文化广场", "邓某,男,130,371599198001010017,140/80", "年龄：太大（130）")]
    [InlineData("义诊日期：2020年8月1日　　地点：大杨新村文化广场", "邓某,男,60,371599198001010017,400/20", "血压：收缩压超出血压计范围（“400/20”）")]
    [InlineData("义诊日期：2099年9月1日　　地点：大杨新村文化广场", "邓某,男,60,371599198001010017,140/80", "义诊日期：日期在将来（2099-09-01")]
    public async Task Bad_input_of_a_sheet_is_refused_in_a_sentence(string head, string row, string sentence)
    {
        var path = Path.Combine(_site.Folder, $"韩集镇义诊-{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(path, $"{head}\n姓名,性别,年龄,身份证号,血压\n{row}\n");
        var sheet = Assert.Single(Assert.Single(await _site.ImportAsync(path)).Sheets);
        Assert.Equal(("clinic-records", 1), (sheet.Ledger?.Key, sheet.Refused));
        Assert.StartsWith(sentence, Assert.Single(sheet.Rows[0].Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var again = Assert.Single(Assert.Single(await _site.ImportAsync(Samples.PathOf(ImportedClinic.File))).Sheets);
        Assert.Equal((43, 0, 3), (again.Unchanged, again.Accepted, again.Refused));
    }

    [Theory]
    [InlineData("clinics", ".xlsx", 2)]
    [InlineData("clinic-records", ".xlsx", 44)]
    [InlineData("follow-ups", ".xlsx", 0)]
    [InlineData("health-talks", ".xlsx", 1)]
    [InlineData("clinics", ".csv", 2)]
    [InlineData("clinic-records", ".csv", 44)]
    [InlineData("follow-ups", ".csv", 0)]
    [InlineData("health-talks", ".csv", 1)]
    public async Task An_exported_ledger_comes_back_unchanged(string ledger, string extension, int rows)
    {
        var path = await _site.ExportAsync(ledger, ledger + extension);
        var sheet = Assert.Single(Assert.Single(await _site.ImportAsync(path)).Sheets);
        Assert.Equal(ledger, sheet.Ledger?.Key);
        Assert.True(rows == 0 ? sheet.Read > 20 : sheet.Read == rows, $"{sheet.Read} rows.");
        Assert.Equal((sheet.Read, 0), (sheet.Unchanged, sheet.Refused));
    }

    [Fact]
    public async Task Office_staff_cannot_bring_health_records_in()
    {
        var sheet = Assert.Single(Assert.Single(await _site.ImportAsync(ClinicStore.Staff, Samples.PathOf(ImportedClinic.File))).Sheets);
        Assert.Equal("您的账号不能写入义诊登记台账，没有导入。请由负责这本台账的人导入。", sheet.Rejection);
        var own = Assert.Single(Assert.Single(await _site.ImportAsync(ClinicStore.Doctor, Samples.PathOf(ImportedClinic.File))).Sheets);
        Assert.Equal((43, ""), (own.Unchanged, own.Rejection));
    }

    private Task<T> InStoreAsync<T>(Func<PovertyDashboard.Data.AppDbContext, Task<T>> work) => _site.Site.InStoreAsync(UserIdentity.System, work);
}

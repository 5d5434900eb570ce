using System.Text;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>What a file may do with problems: enter and correct them, never close them; four eyes hold for files too.</summary>
public sealed class ProblemImportTests : IAsyncLifetime
{
    private const long Hanji = 371590115000, Dayang = 371590115299, Zhangzhai = 371522116000;

    private static readonly UserIdentity
        Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Hanji])),
        Foreign = new("zhangzhai", "周某", [Roles.Staff], RegionScope.Of([Zhangzhai]));

    private readonly ImportSite _site = new();
    private int _files;

    public async Task InitializeAsync() => Assert.Equal([RowFate.Added], FatesOf(await ImportAsync(Staff, Row())));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_file_that_closes_an_open_problem_is_refused_at_its_row_and_the_problem_stays()
    {
        var sheet = await ImportAsync(Staff, Row(state: "已销号", closedOn: "2020-08-20"), Row(number: "ZG-2"));
        Assert.Equal([RowFate.Refused, RowFate.Added], FatesOf(sheet));
        var fault = Assert.Single(sheet.Rows[0].Faults);
        Assert.Equal(("状态", "状态：文件不能把未销号的问题销号（台账里是“整改中”，文件里是“已销号”）。请在系统里核验后销号。"), (fault.Column, fault.Message));
        var stored = await ReadAsync("ZG-1");
        Assert.Equal((ProblemState.Rectifying, null, 1), (stored.State, stored.ClosedOn, stored.Version));
    }

    [Fact]
    public async Task The_refusal_is_said_before_what_is_wrong_with_single_values()
    {
        var sheet = await ImportAsync(Staff, Row(state: "已销号", foundOn: "2020-02-30"));
        Assert.Equal(["状态", "发现日期"], sheet.Rows[0].Faults.Select(f => f.Column));
        Assert.StartsWith("状态：文件不能", sheet.Rows[0].Faults[0].Message, StringComparison.Ordinal);

        // A close-out without the day would break a rule of the ledger too; the file is told what it may not do.
        Assert.StartsWith("状态：文件不能", Assert.Single((await ImportAsync(Staff, Row(state: "已销号", closedOn: "2020-07-01"))).Rows[0].Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refusal_names_the_column_as_the_sheet_does()
    {
        var path = await WriteAsync(Header.Replace(",状态,", ",整改状态,", StringComparison.Ordinal), Row(state: "挂账"));
        var fault = Assert.Single(Only(await _site.ImportAsync(Staff, path)).Rows[0].Faults);
        Assert.Equal("整改状态", fault.Column);
        Assert.StartsWith("整改状态：文件不能办理挂账", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_reports_as_rectified_at_most_and_its_user_may_then_not_close()
    {
        Assert.Equal([RowFate.Updated], FatesOf(await ImportAsync(Staff, Row(state: "已整改待核验"))));
        var stored = await ReadAsync("ZG-1");
        Assert.Equal((ProblemState.Verifying, "staff"), (stored.State, stored.RectifiedBy));
        Assert.Contains("谁整改谁不能销号", ProblemWorkflow.Refusal(ProblemAct.Close, stored, Staff, villageFirst: false), StringComparison.Ordinal);
        Assert.Contains("退回去", Assert.Single((await ImportAsync(Staff, Row(state: "整改中"))).Rows[0].Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_row_that_is_already_closed_enters_as_history()
    {
        Assert.Equal([RowFate.Added], FatesOf(await ImportAsync(Staff, Row(number: "ZG-9", state: "已销号", closedOn: "2020-08-20"))));
        var stored = await ReadAsync("ZG-9");
        Assert.Equal((ProblemState.Closed, new DateOnly(2020, 8, 20), true), (stored.State, stored.ClosedOn, stored.IsImported));
        Assert.Contains("不能重新打开", Assert.Single((await ImportAsync(Staff, Row(number: "ZG-9", state: "整改中"))).Rows[0].Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_corrected_and_a_second_run_changes_nothing()
    {
        var sheet = await ImportAsync(Staff, Row(description: "屋顶漏雨两处", dueOn: "2020-08-30"));
        Assert.Equal([RowFate.Updated], FatesOf(sheet));
        Assert.Equal(["问题描述", "整改时限"], sheet.Rows[0].Changes.Select(c => c.Column));
        Assert.Equal("屋顶漏雨两处", (await ReadAsync("ZG-1")).Description);
        Assert.Equal([RowFate.Unchanged], FatesOf(await ImportAsync(Staff, Row(description: "屋顶漏雨两处", dueOn: "2020-08-30"))));
        Assert.Equal(2, (await ReadAsync("ZG-1")).Version);
        Assert.Contains("申请延期", Assert.Single((await ImportAsync(Staff, Row(dueOn: "2020-12-31"))).Rows[0].Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_a_foreign_place_is_refused_and_not_told_about()
    {
        var sheet = await ImportAsync(Foreign, Row(state: "已销号", closedOn: "2020-08-20"));
        var fault = Assert.Single(sheet.Rows[0].Faults);
        Assert.Equal("村", fault.Column);
        Assert.Contains("不在您的管辖范围内", fault.Message, StringComparison.Ordinal);
        Assert.Equal(ProblemState.Rectifying, (await ReadAsync("ZG-1")).State);
    }

    [Fact]
    public async Task A_project_with_digits_in_its_name_is_taken_as_written()
    {
        Assert.Equal([RowFate.Added, RowFate.Added], FatesOf(await ImportAsync(Staff, Row(number: "ZG-7", name: "一号电站2期"), Row(number: "ZG-8", name: "G341 辅路"))));
        Assert.Equal(("一号电站2期", "G341 辅路", null), ((await ReadAsync("ZG-7")).HouseholdName, (await ReadAsync("ZG-8")).HouseholdName, (await ReadAsync("ZG-8")).HouseholdId));
    }

    [Fact]
    public async Task A_household_that_comes_later_is_linked_by_the_next_run()
    {
        Assert.Null((await ReadAsync("ZG-1")).HouseholdId);
        var household = new Household { Region = Dayang, Number = "37159900001", HeadName = "邓某", Size = 2 };
        await _site.Site.InStoreAsync(UserIdentity.System, db =>
        {
            db.Add(household);
            return db.SaveChangesAsync();
        });
        Assert.Equal([RowFate.Updated], FatesOf(await ImportAsync(Staff, Row())));
        Assert.Equal(household.Id, (await ReadAsync("ZG-1")).HouseholdId);
        Assert.Equal([RowFate.Unchanged], FatesOf(await ImportAsync(Staff, Row())));
    }

    private const string Header = "乡镇,村,问题编号,户主/项目,问题来源,问题类别,问题描述,发现日期,整改时限,责任人,状态,销号日期";

    private static string Row(
        string number = "ZG-1", string name = "邓某", string description = "屋顶漏雨", string foundOn = "2020-08-01", string dueOn = "2020-08-31", string state = "整改中", string closedOn = "") =>
        $"韩集镇,大杨新村,{number},{name},自查,住房,{description},{foundOn},{dueOn},王某,{state},{closedOn}";

    private async Task<SheetResult> ImportAsync(UserIdentity user, params string[] rows) => Only(await _site.ImportAsync(user, await WriteAsync(Header, rows)));

    private async Task<string> WriteAsync(string header, params string[] rows)
    {
        var path = Path.Combine(_site.Folder, $"整改台账-{++_files}.csv");
        await File.WriteAllLinesAsync(path, [header, .. rows], new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return path;
    }

    private static SheetResult Only(IReadOnlyList<FileResult> files)
    {
        var file = Assert.Single(files);
        Assert.Equal("", file.Rejection);
        return Assert.Single(file.Sheets);
    }

    private static IEnumerable<RowFate> FatesOf(SheetResult sheet) => sheet.Rows.Select(r => r.Fate);

    private Task<Problem> ReadAsync(string number) => _site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().AsNoTracking().SingleAsync(p => p.Number == number));
}

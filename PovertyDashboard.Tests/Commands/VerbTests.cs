using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Commands;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Commands;

/// <summary>Verbs at work on a store: what they print, on which stream, with which exit code.</summary>
public sealed class VerbTests(StagingSite site) : IClassFixture<StagingSite>
{
    [Fact]
    public async Task Rates_and_sums_have_one_form_each()
    {
        await site.InStoreAsync(UserIdentity.System, async db =>
        {
            db.Add(new Household { Region = StagingSite.Dayang, Number = "3715021150000001", HeadName = "赵某", HeadId = "371599198001010017", Size = 2, NetIncome = 9_000_00, WageIncome = 4_500_00, SafeWater = true });
            return await db.SaveChangesAsync();
        });
        var (code, output, _) = await RunAsync("measures");

        Assert.Equal(Verbs.Done, code);
        Assert.Contains("在册户\t1 户\thouseholds.all", output, StringComparison.Ordinal);
        Assert.Contains("饮水安全率\t100.00 %\thouseholds.safe-water-rate", output, StringComparison.Ordinal);
        Assert.Contains("人均纯收入\t4500.00 元\thouseholds.income-per-head", output, StringComparison.Ordinal);
        Assert.Contains("纯收入合计\t9000.00 元\thouseholds.net-income", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n').Where(l => l.Contains('%')), line => Assert.Matches(@"\t\d+\.\d\d %\t", line));
    }

    [Theory]
    [InlineData("measures --region 371522999000", "--region：没有地区“371522999000”")]
    [InlineData("export nosuch --out a.xlsx", "没有“nosuch”这本台账。可用：households、")]
    [InlineData("export households --out a.pdf", "--out：“a.pdf”的扩展名不对。请用 .xlsx 或 .csv。")]
    [InlineData("template households --out a.csv", "--out：“a.csv”的扩展名不对。请用 .xlsx。")]
    [InlineData("import nosuch.xlsx", "没有这个文件：nosuch.xlsx")]
    [InlineData("user role hanji.wang", "user role：没有写要改什么。请写 --role 或 --region，或两个都写。")]
    [InlineData("user reset nobody", "账号：没有“nobody”。请核对账号名。")]
    [InlineData("user add hanji.li --role 领到 --region 371590115000", "角色：没有“领到”")]
    public async Task What_the_store_does_not_know_is_refused_in_one_line(string line, string sentence)
    {
        var (code, output, error) = await RunAsync(line);

        Assert.Equal((Verbs.Failed, ""), (code, output));
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Accounts_are_made_changed_and_listed_by_titles_or_keys()
    {
        var made = await RunAsync("user add zhang.liu --name 刘某 --office 张寨镇扶贫办 --role 扶贫办,检查人员 --region 371522116000,371590115000");
        Assert.Equal(Verbs.Done, made.Code);
        Assert.Contains("一次性密码：", made.Out, StringComparison.Ordinal);

        Assert.Equal(Verbs.Done, (await RunAsync("user role zhang.liu --role leader")).Code);
        var (_, list, _) = await RunAsync("user list");
        var rows = list.Split('\n').Select(l => l.TrimEnd()).ToList();
        Assert.Equal("账号\t姓名\t单位\t角色\t地区\t状态\t上次登录", rows[0]);
        Assert.Contains("zhang.liu\t刘某\t张寨镇扶贫办\t领导\t张寨镇（371522116000）、韩集镇（371590115000）\t待改密码\t没有登录过", rows);

        using var json = JsonDocument.Parse((await RunAsync("user list --json")).Out);
        var account = json.RootElement.EnumerateArray().Single(a => a.GetProperty("user").GetString() == "zhang.liu");
        Assert.Equal(["371522116000", "371590115000"], account.GetProperty("regions").EnumerateArray().Select(r => r.GetString()!));
    }

    [Fact]
    public async Task Verify_names_what_is_wrong_and_says_what_to_do()
    {
        await using var other = new TestSite { EnvironmentName = "Staging" };
        Assert.Equal((Verbs.Done, "检查通过：完整性、外键、汇总、审计链均无问题。"), await VerifyAsync(other));

        await other.InStoreAsync(UserIdentity.System, db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Details = 'x' WHERE Id = 1;"));
        var (code, output) = await VerifyAsync(other);
        Assert.Equal(Verbs.Failed, code);
        Assert.StartsWith("审计链：第 1 条被改动", output, StringComparison.Ordinal);
    }

    private static async Task<(int, string)> VerifyAsync(TestSite on)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new Verbs(["verify"]).RunAsync(on.Services, output, error, CancellationToken.None);
        if (code != Verbs.Done) Assert.StartsWith("发现 1 处问题，没有改动数据。", error.ToString(), StringComparison.Ordinal);
        return (code, output.ToString().Trim());
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(string line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new Verbs(line.Split(' ')).RunAsync(site.Services, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}

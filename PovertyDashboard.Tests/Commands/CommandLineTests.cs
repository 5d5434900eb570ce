using PovertyDashboard.Commands;
using PovertyDashboard.Tests.Architecture;

namespace PovertyDashboard.Tests.Commands;

/// <summary>What is typed behind the program's name: a verb, the site, or something that neither of them is.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("impot x.xlsx", "没有“impot”这个命令（unknown verb）。您是要写 import 吗？")]
    [InlineData("measure", "您是要写 measures 吗？")]
    [InlineData("VERFY", "您是要写 verify 吗？")]
    [InlineData("start", "没有“start”这个命令")]
    [InlineData("--environment Production impot", "没有“impot”这个命令")]
    [InlineData("impot --help", "没有“impot”这个命令")]
    [InlineData("--sotre x.db", "不认识选项“--sotre”。您是要写 --store 吗？")]
    [InlineData("--port 80", "不认识选项“--port”")]
    [InlineData("-x", "不认识选项“-x”")]
    [InlineData("--store", "--store：后面没有写值")]
    [InlineData("--store --urls http://localhost:1", "--store：后面没有写值")]
    [InlineData("--store Data=x=y", "--store：看不懂“Data=x=y”")]
    [InlineData("--json measures", "选项“--json”要写在命令“measures”后面")]
    public void What_is_no_site_and_no_verb_is_refused_with_a_hint(string line, string sentence)
    {
        var (code, output, error) = Answer(line);

        Assert.Equal((Verbs.Failed, ""), (code, output));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Equal(2, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--store data/x.db")]
    [InlineData("--urls=http://localhost:5081 --environment Production")]
    [InlineData("--ENVIRONMENT Staging --http_ports 8080")]
    [InlineData("--Logging:LogLevel:Default Debug --Serilog:MinimumLevel:Default=Error")]
    [InlineData("--Serilog= --Serilog:MinimumLevel=Error")]
    [InlineData("--environment=Development --contentRoot=/srv/x --applicationName=PovertyDashboard --store=data/x.db")]
    public void Arguments_of_the_host_start_the_site(string line)
    {
        var verbs = new Verbs(Split(line));

        Assert.False(verbs.IsAsked);
        Assert.Null(verbs.AnswerAtOnce(TextWriter.Null, TextWriter.Null));
        Assert.Equal(Split(line), verbs.HostArgs);
    }

    [Theory]
    [InlineData("measures --regon 371522116000", "measures：不认识选项“--regon”。您是要写 --region 吗？")]
    [InlineData("import a.xlsx --regon 371522116000", "import：不认识选项“--regon”。您是要写 --region 吗？")]
    [InlineData("measures -json", "measures：不认识选项“-json”。您是要写 --json 吗？")]
    [InlineData("import a.xlsx --urls http://localhost:1", "import：不认识选项“--urls”")]
    [InlineData("verify extra", "verify：多写了“extra”")]
    [InlineData("user", "user：没有写要做什么。请写 add、role、reset、disable、enable、list 中的一个。")]
    [InlineData("user ad wang", "user：没有“ad”这个命令。您是要写 add 吗？")]
    [InlineData("user add", "user add：没有写 USER")]
    [InlineData("import", "import：没有写 FILE")]
    [InlineData("export households", "export：没有写 --out")]
    [InlineData("export households --out", "export：--out 后面没有写值")]
    [InlineData("export --out a.xlsx", "export：没有写 LEDGER")]
    [InlineData("demo", "demo：没有写 --households")]
    [InlineData("demo --households -5", "--households：“-5”不对。请填写 1 到 800000 之间的整数。")]
    [InlineData("demo --households many", "--households：“many”不对")]
    [InlineData("measures --region 韩集镇", "--region：“韩集镇”不是地区键。请填写 12 位数字，例如 371522116000。")]
    public void Wrong_arguments_of_a_verb_are_refused_with_its_usage(string line, string sentence)
    {
        var (code, output, error) = Answer(line);

        Assert.Equal((Verbs.Failed, ""), (code, output));
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.StartsWith("用法：PovertyDashboard ", error.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_verb_passes_store_environment_and_settings_on_to_the_host()
    {
        var verbs = new Verbs(Split("--Logging:LogLevel:Default Debug measures --json --store data/x.db --environment Production"));

        Assert.True(verbs.IsAsked);
        Assert.Null(verbs.AnswerAtOnce(TextWriter.Null, TextWriter.Null));
        Assert.Equal(Split("--Logging:LogLevel:Default Debug --store data/x.db --environment Production"), verbs.HostArgs);
    }

    [Theory]
    [InlineData("import", "import FILE… [--ledger KEY] [--region KEY] [--report DIR] [--dry-run] [--json]")]
    [InlineData("export", "export LEDGER --out FILE [--region KEY] [--measure KEY] [--where 列名=值]… [--json]")]
    [InlineData("template", "template LEDGER --out FILE")]
    [InlineData("measures", "measures [--region KEY] [--json]")]
    [InlineData("demo", "demo --households N [--seed N] [--json]")]
    [InlineData("verify", "verify [--json]")]
    [InlineData("user", "user add|role|reset|disable|enable|list")]
    [InlineData("user add", "user add USER [--name NAME] [--office NAME] [--role ROLE]… [--region KEY]…")]
    [InlineData("user role", "user role USER [--role ROLE]… [--region KEY]…")]
    [InlineData("user list", "user list [--json]")]
    public void The_help_of_a_verb_shows_its_usage(string verb, string usage)
    {
        var (code, output, error) = Answer(verb + " --help");

        Assert.Equal((Verbs.Done, ""), (code, error));
        Assert.Contains($"用法：\n  PovertyDashboard {usage}\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("--store STORE", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_of_the_program_names_every_verb_and_the_site()
    {
        var (code, output, _) = Answer("--help");

        Assert.Equal(Verbs.Done, code);
        Assert.All(new[] { "import FILE", "export LEDGER", "template LEDGER", "measures", "demo", "verify", "user", "--urls URL", "启动网站" }, part => Assert.Contains(part, output, StringComparison.Ordinal));
        Assert.Equal((Verbs.Done, "1.0.0"), (Answer("--version").Code, Answer("--version").Out.Trim()));
    }

    [Fact]
    public void Every_verb_has_examples_that_parse_and_the_README_shows_one_of_each()
    {
        var readme = SourceTree.Text("README.md");
        var verbs = new Verbs([]).All.ToList();

        Assert.True(verbs.Count > 10);
        Assert.All(verbs, verb => Assert.NotEmpty(verb.Examples));
        Assert.All(verbs.SelectMany(v => v.Examples), example => Assert.Null(new Verbs(Split(example)).AnswerAtOnce(TextWriter.Null, TextWriter.Null)));
        var shown = verbs.Where(v => v.Examples.Any(e => readme.Contains($"`{e}`", StringComparison.Ordinal))).Select(v => v.Examples[0].Split(' ')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "import", "export", "template", "measures", "demo", "verify", "user" }, shown);
    }

    private static (int? Code, string Out, string Error) Answer(string line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (new Verbs(Split(line)).AnswerAtOnce(output, error), output.ToString(), error.ToString());
    }

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>A mistake of the program while it reads a file is told apart from a damaged file: the user gets a number, under which the log says where.</summary>
public sealed class UnexpectedFaultTests : IAsyncLifetime
{
    private const string Secret = "邓某 371599198001010017";
    private readonly TestSite _site = new() { EnvironmentName = Environments.Production };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task What_nobody_expected_is_logged_under_the_number_in_the_sentence_without_the_cell()
    {
        var result = await ImportAsync(new InvalidOperationException(Secret));

        Assert.Matches("^文件内容不完整或已损坏。.*把编号 R-[0-9A-F]{8} 告诉系统管理员。$", result.Rejection);
        var number = result.Rejection[result.Rejection.IndexOf("R-", StringComparison.Ordinal)..][..10];
        var line = _site.Log.Text.Split('\n').Single(l => l.Contains(number, StringComparison.Ordinal));
        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.Contains(nameof(BrokenStream), _site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, _site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_the_file_s_own_fault_and_not_logged()
    {
        var result = await ImportAsync(new InvalidDataException(Secret));

        Assert.Equal("文件内容不完整或已损坏。请在 WPS 或 Excel 中打开检查，另存为 .xlsx 后再导入。", result.Rejection);
        Assert.DoesNotContain("could not be read", _site.Log.Text, StringComparison.Ordinal);
    }

    private Task<FileResult> ImportAsync(Exception fault) => _site.AsAsync(UserIdentity.System, services =>
        services.GetRequiredService<Importer>().ImportAsync(new BrokenStream(fault), "户信息.xlsx", ReadLimits.Web, new ImportRequest(DryRun: true), null, CancellationToken.None));

    private sealed class BrokenStream(Exception fault) : MemoryStream([1, 2, 3])
    {
        public override int Read(Span<byte> buffer) => throw fault;

        public override int Read(byte[] buffer, int offset, int count) => throw fault;
    }
}

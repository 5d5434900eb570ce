using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PovertyDashboard.Tests.Support;

/// <summary>A second spreadsheet program, to see that others read what we write and write what we read. Found or provided like the browser; never skips.</summary>
internal static class LibreOffice
{
    /// <summary>Csv in UTF-8 with the values as they are shown, nothing quoted that need not be.</summary>
    public const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false";

    private const string Chinese = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
        </oor:items>
        """;

    private const string Help = "No LibreOffice: set SOFFICE_PATH to its soffice, or install it (Debian: apt-get install libreoffice-calc-nogui).";

    private static readonly string[] UsualPlaces =
        ["/usr/bin/soffice", "/usr/bin/libreoffice", "/snap/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe"];

    private static readonly Lazy<string> Program = new(Find);

    /// <summary>Converts the files, all in one start, into a new folder; the paths of the results in the same order.</summary>
    public static async Task<string[]> ConvertAsync(string to, IReadOnlyList<string> files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(files[0])!, Guid.NewGuid().ToString("N"))).FullName;
        // As in a Chinese office: a short date is shown as the place writes it.
        var profile = Directory.CreateDirectory(Path.Combine(folder, "profile", "user")).FullName;
        await File.WriteAllTextAsync(Path.Combine(profile, "registrymodifications.xcu"), Chinese);
        // A profile of its own, so that no other start of the program is in the way.
        var start = new ProcessStartInfo(Program.Value, [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", "--convert-to", to, "--outdir", folder, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(Help);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var made = files.Select(f => Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(f), to.Split(':')[0]))).ToArray();
        Assert.True(made.All(File.Exists), $"LibreOffice: {await output} {await error}");
        return made;
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("SOFFICE_PATH") is { Length: > 0 } asked)
            return File.Exists(asked) ? asked : throw new InvalidOperationException($"SOFFICE_PATH names {asked}, which does not exist.");
        if (UsualPlaces.FirstOrDefault(File.Exists) is { } found) return found;
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux) || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get")) throw new InvalidOperationException(Help);
        foreach (var arguments in new[] { "update -qq", "install -y -qq libreoffice-calc-nogui" })
        {
            using var process = Process.Start(new ProcessStartInfo("apt-get", arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } }) ?? throw new InvalidOperationException(Help);
            process.WaitForExit();
        }

        return UsualPlaces.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(Help);
    }
}

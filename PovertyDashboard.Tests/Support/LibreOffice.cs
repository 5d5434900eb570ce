using System.Diagnostics;

namespace PovertyDashboard.Tests.Support;

/// <summary>A second spreadsheet program, to see that others read what we write and write what we read. Found or provided like the browser; never skips.</summary>
internal static class LibreOffice
{
    /// <summary>Csv in UTF-8 with the values as they are shown, nothing quoted that need not be.</summary>
    public const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false";

    // The same with tabs, every text quoted, and of the one sheet whose number follows.
    private const string TabbedCsv = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,";

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

    /// <summary>Converts the files, all in one start, into a new folder beside the first; the paths of the results in the same order.</summary>
    public static async Task<string[]> ConvertAsync(string to, IReadOnlyList<string> files)
    {
        var folder = await RunAsync(to, Path.GetDirectoryName(files[0])!, files);
        return [.. files.Select(f => Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(f), to.Split(':')[0])))];
    }

    /// <summary>The new folder in which the results are.</summary>
    private static async Task<string> RunAsync(string to, string within, IReadOnlyList<string> files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(within, Guid.NewGuid().ToString("N"))).FullName;
        // As in a Chinese office: a short date is shown as the place writes it.
        var profile = Directory.CreateDirectory(Path.Combine(folder, "profile", "user")).FullName;
        await File.WriteAllTextAsync(Path.Combine(profile, "registrymodifications.xcu"), Chinese);
        // A profile of its own, so that no other start of the program is in the way.
        string[] arguments = [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--norestore", "--convert-to", to, "--outdir", folder, .. files];
        using var process = Process.Start(new ProcessStartInfo(Program.Value, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException(Help);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(Directory.GetFiles(folder).Length == files.Count, $"LibreOffice: {await output} {await error}");
        return folder;
    }

    /// <summary>The lines of a sheet, counting from 1, as the program shows them once it has computed everything.</summary>
    public static async Task<IReadOnlyList<string[]>> ComputeAsync(byte[] workbook, int sheet)
    {
        var folder = Directory.CreateTempSubdirectory("poverty-sheet-").FullName;
        try
        {
            var path = Path.Combine(folder, "a.xlsx");
            await File.WriteAllBytesAsync(path, workbook);
            var written = await RunAsync($"{TabbedCsv}{sheet}", folder, [path]);
            // A single sheet is written under its own name behind the file's.
            var lines = await File.ReadAllLinesAsync(Assert.Single(Directory.GetFiles(written, "*.csv")));
            return [.. lines.Select(line => line.Split('\t').Select(cell => cell.Trim('"')).ToArray())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("SOFFICE_PATH") is { Length: > 0 } asked)
            return File.Exists(asked) ? asked : throw new InvalidOperationException($"SOFFICE_PATH names {asked}, which does not exist.");
        if (UsualPlaces.FirstOrDefault(File.Exists) is { } found) return found;
        return DebianPackages.Install("libreoffice-calc-nogui", Help) && UsualPlaces.FirstOrDefault(File.Exists) is { } provided ? provided : throw new InvalidOperationException(Help);
    }
}

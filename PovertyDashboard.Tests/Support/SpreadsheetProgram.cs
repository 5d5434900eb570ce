using System.Diagnostics;

namespace PovertyDashboard.Tests.Support;

/// <summary>LibreOffice without a window, which computes a workbook as staff's programs do; SOFFICE_PATH or the usual places, never skipped.</summary>
internal static class SpreadsheetProgram
{
    private const string Help = "No LibreOffice for the tests of formulas: set SOFFICE_PATH, or install it (Debian: apt-get install libreoffice-calc-nogui).";

    private static readonly string[] UsualPlaces = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/snap/bin/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe"];

    /// <summary>The lines of a sheet, counting from 1, as the program shows them once it has computed everything.</summary>
    public static async Task<IReadOnlyList<string[]>> ComputeAsync(byte[] workbook, int sheet)
    {
        var folder = Directory.CreateTempSubdirectory("soffice-").FullName;
        try
        {
            var path = Path.Combine(folder, "a.xlsx");
            await File.WriteAllBytesAsync(path, workbook);
            // Tab, quote, UTF-8, from line 1; values as shown; this one sheet.
            var options = $"csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,{sheet}";
            string[] arguments = ["--headless", "--norestore", $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--convert-to", options, "--outdir", folder, path];
            using var process = Process.Start(new ProcessStartInfo(Find(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException(Help);
            var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            var written = Directory.EnumerateFiles(folder, "*.csv").ToList();
            Assert.True(written.Count == 1, said);
            return [.. (await File.ReadAllLinesAsync(written[0])).Select(line => line.Split('\t').Select(cell => cell.Trim('"')).ToArray())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("SOFFICE_PATH") is { Length: > 0 } asked) return asked;
        if (UsualPlaces.FirstOrDefault(File.Exists) is { } found) return found;
        return DebianPackages.Install("libreoffice-calc-nogui", Help) && UsualPlaces.FirstOrDefault(File.Exists) is { } provided ? provided : throw new InvalidOperationException(Help);
    }
}

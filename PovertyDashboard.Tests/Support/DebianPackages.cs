using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PovertyDashboard.Tests.Support;

/// <summary>Provides programs that tests drive, where that can be done: as root on Debian.</summary>
internal static class DebianPackages
{
    /// <summary>Whether the packages have been installed; false where there is no way to.</summary>
    public static bool Install(string packages, string help)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux) || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get")) return false;
        Run("update -qq", help);
        Run("install -y -qq " + packages, help);
        return true;
    }

    private static void Run(string arguments, string help)
    {
        using var process = Process.Start(new ProcessStartInfo("apt-get", arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } }) ?? throw new InvalidOperationException(help);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(help);
    }
}

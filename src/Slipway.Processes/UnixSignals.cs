using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Slipway.Processes;

/// <summary>kill(2), which .NET has no managed call for.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixSignals
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Sends a signal; a process that is gone already is no error.</summary>
    public static void Send(int process, int signal) => _ = SendSignal(process, signal);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);
}

using System.Diagnostics;
using Cake.Core;
using Cake.Core.IO;
using Slipway.Processes;

namespace Slipway.Graph.Tests.Harness;

/// <summary>The executable of Slipway.Graph.Dummy.</summary>
internal static class DummyProcess
{
    public static string Executable { get; } = System.IO.Path.Combine(
        AppContext.BaseDirectory, "Slipway.Graph.Dummy" + (OperatingSystem.IsWindows() ? ".exe" : string.Empty));

    /// <summary>Starts it on behalf of a task.</summary>
    public static IProcess Start(ICakeContext context, string arguments, ProcessSettings? settings = null)
    {
        settings ??= new ProcessSettings();
        settings.Arguments = ProcessArgumentBuilder.FromString(arguments);
        return context.ProcessRunner.Start(Executable, settings);
    }

    /// <summary>Starts it as a process of the test itself.</summary>
    public static Process StartAlone(params string[] arguments) => Process.Start(new ProcessStartInfo(Executable, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Starts it on a terminal of its own, whose screen is the standard output of the process.</summary>
    public static Process StartOnTerminal(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "script", ["--quiet", "--return", "--command", $"stty rows 25 cols 80; {Executable} {string.Join(' ', arguments)}", "/dev/null"])
    {
        RedirectStandardOutput = true,
        RedirectStandardInput = true,
        Environment = { ["TERM"] = "xterm", ["NO_COLOR"] = "1" },
    })!;

    /// <summary>Runs a shell script on behalf of a task and returns once it has said a line that starts with "ready".</summary>
    public static IProcess StartShell(ICakeContext context, string script, Action ready)
    {
        var settings = new ProcessSettings
        {
            Arguments = new ProcessArgumentBuilder().Append("-c").AppendQuoted(script),
            RedirectStandardOutput = true,
            RedirectedStandardOutputHandler = line =>
            {
                if (line.StartsWith("ready", StringComparison.Ordinal))
                {
                    ready();
                }

                return line;
            },
        };
        return context.ProcessRunner.Start("/bin/sh", settings);
    }

    /// <summary>The processes on this machine whose command line contains the text.</summary>
    public static IReadOnlyList<int> Living(string text) =>
        [.. ProcessTable.All().Where(i => CommandLine(i).Contains(text, StringComparison.Ordinal))];

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }
}

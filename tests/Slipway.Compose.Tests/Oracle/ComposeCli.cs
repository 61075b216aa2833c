using System.Diagnostics;
using System.Text;

namespace Slipway.Compose.Tests.Oracle;

/// <summary>The real Docker Compose: what it makes of a file is the truth that the tests compare with.</summary>
internal static class ComposeCli
{
    public static string Config(string folder, params string[] arguments) => Run(folder, [.. arguments, "config", "--format", "json"]);

    public static string Run(string folder, params string[] arguments)
    {
        var (exitCode, output, error) = Try(folder, arguments);
        exitCode.ShouldBe(0, error);
        return output;
    }

    public static (int ExitCode, string Output, string Error) Try(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("docker") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["compose", "--project-directory", folder, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = new StringBuilder();
        process.ErrorDataReceived += (_, line) => error.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.ToString());
    }

    public static ComposeModel Model(string folder, params string[] files)
    {
        var json = Config(folder, [.. files.SelectMany(file => (string[])["-f", Path.Combine(folder, file)]), "--profile", "*"]);
        var reading = ComposeModel.Parse(Encoding.UTF8.GetBytes(json), folder);
        reading.Problem.ShouldBeNull();
        return reading.Model!;
    }
}

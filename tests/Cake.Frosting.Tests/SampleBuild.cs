using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;

namespace Cake.Frosting.Tests;

/// <summary>Runs the sample build, which is written for the published package, as a process.</summary>
internal static partial class SampleBuild
{
    private const string Name = "Cake.Frosting.SampleBuild";

    public static async Task<SampleRun> RunAsync(params string[] arguments)
    {
        var result = await CliWrap.Cli.Wrap("dotnet")
            .WithArguments([AssemblyPath, .. arguments])
            .WithWorkingDirectory(Path.GetDirectoryName(AssemblyPath)!)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return new SampleRun(result.ExitCode, LinesOf(result.StandardOutput), LinesOf(result.StandardError));
    }

    // artifacts/bin/PROJECT/CONFIGURATION/PROJECT.dll, for this project as for the sample.
    private static string AssemblyPath
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(here.Parent!.Parent!.FullName, Name, here.Name, Name + ".dll");
        }
    }

    private static List<string> LinesOf(string text)
        => [.. Escapes().Replace(text, string.Empty).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !Frame().IsMatch(line))];

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Escapes();

    [GeneratedRegex("^[═━─=-]+$")]
    private static partial Regex Frame();
}

using System.Diagnostics;

namespace Slipway.EndToEnd.Machine;

/// <summary>The docker client, by which the tests look at the engine past Slipway.</summary>
internal static class Docker
{
    public static Task<ProgramResult> TryAsync(params IEnumerable<string> arguments) => RunningProgram.RunAsync(["docker", .. arguments]);

    public static async Task<string> RunAsync(params IEnumerable<string> arguments) =>
        (await TryAsync(arguments)).ShouldHaveEndedWith(0).Output.Trim();

    /// <summary>Reads the output of a command that would go on, up to the line that fits.</summary>
    public static async Task<string> FollowAsync(IEnumerable<string> arguments, Predicate<string> wanted)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec docker \"$@\" 2>&1", "sh", .. arguments]) { RedirectStandardOutput = true })!;
        try
        {
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                if (wanted(line))
                {
                    return line;
                }
            }

            throw new InvalidOperationException($"docker {string.Join(' ', arguments)} ended without what was waited for");
        }
        finally
        {
            process.Kill();
        }
    }

    public static async Task<IReadOnlyList<string>> LinesAsync(params IEnumerable<string> arguments) =>
        [.. (await RunAsync(arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()).Order(StringComparer.Ordinal)];
}

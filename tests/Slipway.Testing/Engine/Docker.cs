using System.Diagnostics;
using Slipway.Testing.Programs;
using Xunit;

namespace Slipway.Testing.Engine;

/// <summary>
/// The docker client, by which tests look at the engine past Slipway. Its commands run to their end also when the test is cancelled:
/// what a test has started is removed by them.
/// </summary>
public static class Docker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task<ProgramResult> TryAsync(params IEnumerable<string> arguments) => TryAsync(arguments, folder: null);

    public static async Task<string> RunAsync(params IEnumerable<string> arguments) => (await TryAsync(arguments)).ShouldHaveEndedWith(0).Output.Trim();

    /// <param name="arguments">The command.</param>
    /// <param name="folder">Where it runs; null: nowhere in particular.</param>
    /// <param name="environment">Variables on top of this process's own; null removes one.</param>
    public static Task<ProgramResult> TryAsync(IEnumerable<string> arguments, string? folder, IReadOnlyDictionary<string, string?>? environment = null) =>
        RunningProgram.RunToTheEndAsync(["docker", .. arguments], folder, environment);

    /// <summary>The lines that a command prints, without white space around them, in order of their characters.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(params IEnumerable<string> arguments) =>
        [.. (await RunAsync(arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()).Order(StringComparer.Ordinal)];

    /// <summary>Reads what a command that would go on says, on either stream, up to the line that fits.</summary>
    /// <returns>The lines; the last is the one that fits.</returns>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    /// <exception cref="OperationCanceledException">It didn't come within 60 seconds, or the test was cancelled.</exception>
    public static async Task<IReadOnlyList<string>> FollowAsync(IEnumerable<string> arguments, Predicate<string> wanted)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec docker \"$@\" 2>&1", "sh", .. arguments]) { RedirectStandardOutput = true })!;
        try
        {
            var lines = new List<string>();
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                lines.Add(line);
                if (wanted(line))
                {
                    return lines;
                }
            }

            throw new InvalidOperationException($"docker {string.Join(' ', arguments)} ended without what was waited for:\n{string.Join('\n', lines)}");
        }
        finally
        {
            process.Kill();
        }
    }
}

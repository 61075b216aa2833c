using System.Diagnostics;

namespace Benchmarks.Deploy;

/// <summary>Runs programs as a person at a shell would, and times them from start to end.</summary>
/// <param name="folder">The working folder.</param>
/// <param name="variables">Variables on top of this process's own.</param>
internal sealed class Shell(string folder, IReadOnlyDictionary<string, string> variables)
{
    private const int LinesInErrors = 30;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="accepted">The exit codes that are no failure.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <exception cref="InvalidOperationException">It ended with another exit code.</exception>
    public async Task<ShellOutcome> RunAsync(int[] accepted, params string[] command)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var process = Start(command);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var took = TimeProvider.System.GetElapsedTime(began);
        var text = await output;
        return accepted.Contains(process.ExitCode)
            ? new ShellOutcome(text.Trim(), took)
            : throw new InvalidOperationException(
                $"'{string.Join(' ', command)}' ended with exit code {process.ExitCode}:\n{string.Join('\n', $"{text}\n{await errors}".Split('\n').TakeLast(LinesInErrors))}");
    }

    public Task<ShellOutcome> RunAsync(params string[] command) => RunAsync([0], command);

    public Shell With(IReadOnlyDictionary<string, string> more) =>
        new(folder, variables.Concat(more).GroupBy(v => v.Key).ToDictionary(v => v.Key, v => v.Last().Value));

    public Shell In(string other) => new(other, variables);

    /// <summary>Starts a program that ends when its standard input does: at the latest together with this process, however that ends.</summary>
    public Process Start(params string[] command)
    {
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            info.Environment[name] = value;
        }

        return Process.Start(info)!;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Slipway.Testing.Programs;

/// <summary>A program that runs beside the test.</summary>
public sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly string _command;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private RunningProgram(ProcessStartInfo start, CancellationToken cancellation)
    {
        _command = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        Completion = CompleteAsync(cancellation);
    }

    public int Id => _process.Id;

    public Task<ProgramResult> Completion { get; }

    /// <summary>Starts a program, which is waited for no longer when the test is cancelled.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="folder">Where it runs; null: nowhere in particular.</param>
    /// <param name="environment">Variables on top of this process's own; null removes one.</param>
    public static RunningProgram Start(IEnumerable<string> command, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null) =>
        Start(command, folder, environment, TestContext.Current.CancellationToken);

    /// <inheritdoc cref="Start(IEnumerable{string}, string?, IReadOnlyDictionary{string, string?}?)" />
    public static async Task<ProgramResult> RunAsync(IEnumerable<string> command, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var program = Start(command, folder, environment);
        return await program.Completion;
    }

    /// <summary>Runs a program and waits for its end, also when the test is cancelled.</summary>
    internal static async Task<ProgramResult> RunToTheEndAsync(IEnumerable<string> command, string? folder, IReadOnlyDictionary<string, string?>? environment)
    {
        using var program = Start(command, folder, environment, CancellationToken.None);
        return await program.Completion;
    }

    /// <summary>Ends the process without giving it a say, and only it: its children live on, as when a machine's memory runs out.</summary>
    public void Kill() => _process.Kill(entireProcessTree: false);

    /// <summary>Sends what Ctrl-C sends.</summary>
    public async Task InterruptAsync() =>
        (await RunAsync(["sh", "-c", "kill -INT \"$0\"", Id.ToString(CultureInfo.InvariantCulture)])).ShouldHaveEndedWith(0);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static RunningProgram Start(
        IEnumerable<string> command, string? folder, IReadOnlyDictionary<string, string?>? environment, CancellationToken cancellation)
    {
        List<string> arguments = [.. command];
        var start = new ProcessStartInfo(arguments[0], arguments.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(start, cancellation);
    }

    // The streams stay open for as long as a child holds them, which a killed program's children do: they aren't waited for then.
    private async Task<ProgramResult> CompleteAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        var killed = _process.ExitCode == 137;
        return killed
            ? new ProgramResult(_command, 137, "(killed)", string.Empty)
            : new ProgramResult(_command, _process.ExitCode, await _output, await _errors);
    }
}

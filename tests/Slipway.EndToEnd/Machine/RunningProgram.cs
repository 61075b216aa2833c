using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Slipway.EndToEnd.Machine;

/// <summary>A program that runs beside the test.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly string _command;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private RunningProgram(ProcessStartInfo start)
    {
        _command = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
        Completion = CompleteAsync();
    }

    public int Id => _process.Id;

    public Task<ProgramResult> Completion { get; }

    public static RunningProgram Start(IEnumerable<string> command, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null)
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

        return new RunningProgram(start);
    }

    public static async Task<ProgramResult> RunAsync(IEnumerable<string> command, string? folder = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var program = Start(command, folder, environment);
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

    // The streams stay open for as long as a child holds them, which a killed program's children do: they aren't waited for then.
    private async Task<ProgramResult> CompleteAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        var killed = _process.ExitCode == 137;
        return killed
            ? new ProgramResult(_command, 137, "(killed)", string.Empty)
            : new ProgramResult(_command, _process.ExitCode, await _output, await _errors);
    }
}

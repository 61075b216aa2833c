using Cake.Core.Diagnostics;

namespace Slipway.Graph.Output;

/// <summary>Puts the capture in the place of the console's writers for as long as a run lasts.</summary>
internal sealed class ConsoleSwitch : IDisposable
{
    private readonly ConsoleCapture _capturedOut;
    private readonly ConsoleCapture _capturedError;
    private readonly TextWriter? _out;
    private readonly TextWriter? _error;

    public ConsoleSwitch(OutputRouter router, bool enabled)
    {
        _capturedOut = new ConsoleCapture(router, LogLevel.Information);
        _capturedError = new ConsoleCapture(router, LogLevel.Error);
        if (!enabled)
        {
            return;
        }

        _out = Console.Out;
        _error = Console.Error;
        Console.SetOut(_capturedOut);
        Console.SetError(_capturedError);
    }

    public void Dispose()
    {
        if (_out is not null)
        {
            Console.SetOut(_out);
        }

        if (_error is not null)
        {
            Console.SetError(_error);
        }

        _capturedOut.Dispose();
        _capturedError.Dispose();
    }
}

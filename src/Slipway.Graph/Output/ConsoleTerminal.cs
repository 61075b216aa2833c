using System.Text;

namespace Slipway.Graph.Output;

/// <summary>The process's own standard output and error.</summary>
internal sealed class ConsoleTerminal : ITerminal, IDisposable
{
    private readonly Stream _out = Console.OpenStandardOutput();
    private readonly Stream _error = Console.OpenStandardError();

    private readonly Func<string, string> _mask;

    public ConsoleTerminal(Func<string, string>? mask)
    {
        _mask = mask ?? (t => t);
        var term = Environment.GetEnvironmentVariable("TERM");
        IsInteractive = !Console.IsOutputRedirected && term != "dumb" && (OperatingSystem.IsWindows() || !string.IsNullOrEmpty(term));

        // https://no-color.org: any non-empty value means no colours.
        UsesColour = IsInteractive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
    }

    public bool IsInteractive { get; }

    public bool UsesColour { get; }

    public int Width => IsInteractive ? Math.Max(20, Console.WindowWidth) : 120;

    public int Height => IsInteractive ? Math.Max(5, Console.WindowHeight) : 50;

    // Straight to the descriptor: Console.Out may be redirected into the running task (see ConsoleCapture).
    public void Write(string text) => Write(_out, _mask(text));

    public void WriteError(string text) => Write(_error, _mask(text));

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }

    private static void Write(Stream stream, string text)
    {
        try
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException)
        {
            // Whoever read this has gone (a closed pipe, a full disk): a deployment goes on without being watched.
        }
    }
}

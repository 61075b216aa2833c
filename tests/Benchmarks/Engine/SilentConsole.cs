using Cake.Core;

namespace Benchmarks.Engine;

/// <summary>Throws everything away.</summary>
internal sealed class SilentConsole : IConsole
{
    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void Write(string format, params object[] arg)
    {
    }

    public void WriteLine(string format, params object[] arg)
    {
    }

    public void WriteError(string format, params object[] arg)
    {
    }

    public void WriteErrorLine(string format, params object[] arg)
    {
    }

    public void ResetColor()
    {
    }
}

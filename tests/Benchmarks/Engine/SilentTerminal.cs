using Slipway.Graph.Output;

namespace Benchmarks.Engine;

/// <summary>Throws everything away.</summary>
internal sealed class SilentTerminal : ITerminal
{
    public bool IsInteractive => false;

    public bool UsesColour => false;

    public int Width => 80;

    public int Height => 25;

    public void Write(string text)
    {
    }

    public void WriteError(string text)
    {
    }

    public string? Variable(string name) => null;
}

using System.Text;
using Slipway.Graph.Output;

namespace Slipway.Graph.Tests.Harness;

/// <summary>A terminal that keeps what is written to it.</summary>
internal sealed class RecordedTerminal : ITerminal
{
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();

    public bool IsInteractive { get; init; }

    public bool UsesColour { get; init; }

    public int Width { get; init; } = 80;

    public int Height { get; init; } = 25;

    public Dictionary<string, string> Variables { get; } = [];

    public string Out
    {
        get
        {
            lock (_out)
            {
                return _out.ToString();
            }
        }
    }

    public string Error
    {
        get
        {
            lock (_error)
            {
                return _error.ToString();
            }
        }
    }

    public void Write(string text)
    {
        lock (_out)
        {
            _out.Append(text);
        }
    }

    public void WriteError(string text)
    {
        lock (_error)
        {
            _error.Append(text);
        }
    }

    public string? Variable(string name) => Variables.GetValueOrDefault(name);
}

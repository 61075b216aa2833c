using Cake.Core.Diagnostics;

namespace Slipway.Graph.Scopes;

/// <summary>Gathers the output of one task until the view shows it in one piece.</summary>
internal sealed class TaskBlock
{
    private readonly Lock _gate = new();
    private readonly List<OutputLine> _lines = [];
    private Action<OutputLine>? _stream;
    private bool _closed;

    public void Append(LogLevel level, string text)
    {
        lock (_gate)
        {
            if (!text.AsSpan().ContainsAny('\r', '\n'))
            {
                Add(new OutputLine(level, text));
                return;
            }

            foreach (var line in text.AsSpan().TrimEnd("\r\n").EnumerateLines())
            {
                Add(new OutputLine(level, line.ToString()));
            }
        }
    }

    /// <summary>Hands over what was gathered and lets everything later go straight on. Comes to nothing once the block is closed.</summary>
    public void Stream(Action<IReadOnlyList<OutputLine>> gathered, Action<OutputLine> stream)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                HandOver(gathered, stream);
            }
        }
    }

    /// <summary>Hands over what is left; whatever comes later is <paramref name="late"/>.</summary>
    public void Close(Action<IReadOnlyList<OutputLine>> gathered, Action<OutputLine> late)
    {
        lock (_gate)
        {
            _closed = true;
            HandOver(gathered, late);
        }
    }

    private void HandOver(Action<IReadOnlyList<OutputLine>> gathered, Action<OutputLine> later)
    {
        gathered(_lines);
        _lines.Clear();
        _stream = later;
    }

    private void Add(OutputLine line)
    {
        if (_stream is null)
        {
            _lines.Add(line);
        }
        else
        {
            _stream(line);
        }
    }
}

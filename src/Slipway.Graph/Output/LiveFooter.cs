using System.Globalization;
using System.Text;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Output;

/// <summary>
/// The lines at the foot of a terminal: what runs, since when, how far, and what is left. Painted by a thread of its own ten
/// times a second at most, so that no task ever waits for a terminal.
/// </summary>
internal sealed class LiveFooter(ITerminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly List<(TaskScope Scope, long Since)> _running = [];
    private readonly Ink _ink = new(terminal.UsesColour);
    private Lock _gate = new();
    private Func<int> _left = () => 0;
    private TaskCompletionSource? _ended;
    private long _began;
    private int _done;
    private int _painted;

    /// <summary>Starts painting. The lock is the view's: painting and writing never mix.</summary>
    public void Begin(Lock gate, Func<int> left)
    {
        _gate = gate;
        _left = left;
        _began = time.GetTimestamp();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ended = ended;
        new Thread(() => Paint(ended.Task)) { IsBackground = true, Name = "slipway live view" }.UnsafeStart();
    }

    /// <summary>Stops painting and leaves the terminal as it was found. Safe to call more than once.</summary>
    public void End()
    {
        lock (_gate)
        {
            _ended?.TrySetResult();
            _ended = null;
            var rest = Erase();
            if (rest.Length > 0)
            {
                terminal.Write(rest);
            }
        }
    }

    public void Add(TaskScope scope) => _running.Add((scope, time.GetTimestamp()));

    public void Remove(TaskScope scope)
    {
        if (_running.RemoveAll(e => e.Scope == scope) > 0)
        {
            _done++;
        }
    }

    /// <summary>What has to be written to take the footer away, with the lock held.</summary>
    public string Erase()
    {
        if (_painted == 0)
        {
            return string.Empty;
        }

        var erase = string.Create(CultureInfo.InvariantCulture, $"\r\e[{_painted}A\e[J\e[?25h");
        _painted = 0;
        return erase;
    }

    internal IReadOnlyList<TaskScope> Running => [.. _running.Select(e => e.Scope)];

    /// <summary>The footer as text, without a last line end.</summary>
    internal string Render()
    {
        var room = Math.Max(1, terminal.Height - 3);
        var width = terminal.Width - 1;
        var names = Math.Min(32, _running.Count == 0 ? 0 : _running.Max(e => e.Scope.Name.Length));
        var text = new StringBuilder();
        foreach (var (scope, since) in _running.Take(room))
        {
            var line = $"  {scope.Name.PadRight(names)}  {Durations.Text(time.GetElapsedTime(since)),10}";
            if (scope.Progress is { } progress)
            {
                var part = progress.Fraction is { } fraction ? string.Create(CultureInfo.InvariantCulture, $"{fraction * 100,3:0} %  ") : string.Empty;
                line += $"  {part}{Plain(progress.Text)}";
            }

            text.Append(Cut(line, width)).Append('\n');
        }

        if (_running.Count > room)
        {
            text.Append(CultureInfo.InvariantCulture, $"  and {_running.Count - room} more\n");
        }

        var sum = string.Create(
            CultureInfo.InvariantCulture,
            $"  {_running.Count} running, {_left()} left, {_done} done, {Durations.Text(time.GetElapsedTime(_began))}");
        return text.Append(_ink.Faint(Cut(sum, width))).ToString();
    }

    private void Paint(Task ended)
    {
        while (!ended.Wait(Period))
        {
            lock (_gate)
            {
                if (ended.IsCompleted)
                {
                    return;
                }

                var former = _painted;
                var text = Render();
                _painted = text.AsSpan().Count('\n') + 1;

                // One write: over the former lines, clearing the rest of each, then whatever is left below. From the first
                // column, where the cursor need not be: a terminal echoes ^C.
                var up = former > 0 ? string.Create(CultureInfo.InvariantCulture, $"\e[{former}A") : string.Empty;
                terminal.Write($"\e[?25l\r{up}{text.Replace("\n", "\e[K\n", StringComparison.Ordinal)}\e[K\n\e[J");
            }
        }
    }

    private static string Cut(string line, int width) => line.Length <= width ? line : string.Concat(line.AsSpan(0, width - 1), "…");

    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}

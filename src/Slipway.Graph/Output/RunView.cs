using System.Text;
using Cake.Core.Diagnostics;
using Slipway.Graph.Records;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Output;

/// <summary>
/// Shows the output of a run so that no two tasks' lines ever mix: a task's block is written in one piece when it ends, or line
/// by line when no other task can write before its end. On a terminal the running tasks are shown below it all.
/// </summary>
internal sealed class RunView(ITerminal terminal, IFoldMarkers? folds, LiveFooter? footer, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Ink _ink = new(terminal.UsesColour);
    private readonly TaskHeadlines _headlines = new(new Ink(terminal.UsesColour));
    private readonly HashSet<TaskScope> _streaming = [];

    public Verbosity Verbosity { get; set; } = Verbosity.Normal;

    public void Begin(Func<int> left) => footer?.Begin(_gate, left);

    public void End() => footer?.End();

    public void TaskStarted(TaskScope scope)
    {
        lock (_gate)
        {
            footer?.Add(scope);
        }
    }

    /// <summary>Says that no other task can write until this one has ended: what it writes may be shown at once.</summary>
    public void Stream(TaskScope scope)
    {
        scope.Block?.Stream(
            lines =>
            {
                lock (_gate)
                {
                    // Its headline comes with its first line: a silent task is one line, not two.
                    if (lines.Count > 0)
                    {
                        Put(Opening(scope) + Body(lines));
                    }
                }
            },
            line =>
            {
                lock (_gate)
                {
                    Put(Opening(scope) + _ink.Line(line) + "\n");
                }
            });
    }

    public void TaskEnded(TaskScope scope, TaskRecord record)
    {
        scope.Block?.Close(
            lines =>
            {
                lock (_gate)
                {
                    Close(scope, record, lines);
                }
            },
            l => Write(new OutputLine(l.Level, $"[{scope.Name}] {l.Text}")));
    }

    /// <summary>Writes a line that belongs to no task; errors go to standard error.</summary>
    public void Write(OutputLine line)
    {
        lock (_gate)
        {
            if (line.Level <= LogLevel.Error)
            {
                Put(string.Empty);
                terminal.WriteError(_ink.Line(line) + "\n");
            }
            else
            {
                Put(_ink.Line(line) + "\n");
            }
        }
    }

    /// <summary>Writes text that belongs to no task, as it is.</summary>
    public void WriteRaw(string text, bool error = false)
    {
        lock (_gate)
        {
            if (error)
            {
                Put(string.Empty);
                terminal.WriteError(text);
            }
            else
            {
                Put(text);
            }
        }
    }

    private void Close(TaskScope scope, TaskRecord record, IReadOnlyList<OutputLine> lines)
    {
        footer?.Remove(scope);
        var text = new StringBuilder();
        if (lines.Count > 0)
        {
            text.Append(Opening(scope)).Append(Body(lines));
        }

        if (_streaming.Remove(scope))
        {
            text.Append(folds?.Close(scope.Name, time.GetUtcNow()));
        }

        if (IsWorthALine(record))
        {
            text.Append(_headlines.End(record));
        }

        Put(text.ToString());
    }

    // Quiet is for answers that another program may read: no headline at all. What fails is told on standard error at the end.
    private bool IsWorthALine(TaskRecord record) => record.Outcome switch
    {
        TaskOutcome.Run => Verbosity >= (record.IsDelegated ? Verbosity.Verbose : Verbosity.Normal),
        TaskOutcome.Skipped => Verbosity >= (string.IsNullOrEmpty(record.Reason) ? Verbosity.Verbose : Verbosity.Normal),
        _ => Verbosity > Verbosity.Quiet,
    };

    private string Opening(TaskScope scope)
    {
        if (Verbosity == Verbosity.Quiet || !_streaming.Add(scope))
        {
            return string.Empty;
        }

        return folds?.Open(scope.Name, time.GetUtcNow()) ?? _headlines.Start(scope.Name);
    }

    private string Body(IReadOnlyList<OutputLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(_ink.Line(line)).Append('\n');
        }

        return text.ToString();
    }

    private void Put(string text)
    {
        var whole = footer?.Erase() + text;
        if (whole.Length > 0)
        {
            terminal.Write(whole);
        }
    }
}

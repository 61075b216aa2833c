using Cake.Core.Diagnostics;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Output;

/// <summary>Brings every line to the task that it belongs to.</summary>
internal sealed class OutputRouter(TaskScopes scopes, RunView view)
{
    public TaskScopes Scopes { get; } = scopes;

    public RunView View { get; } = view;

    public void Write(LogLevel level, string text) => Write(Scopes.Current, level, text);

    public void Write(TaskScope? scope, LogLevel level, string text)
    {
        if (scope?.Block is { } block)
        {
            block.Append(level, text);
        }
        else
        {
            View.Write(new OutputLine(level, text));
        }
    }

    /// <summary>Writes what a task that has ended left of a line without its end.</summary>
    public void Flush(TaskScope scope)
    {
        if (scope.Partial.TakeRest() is { } rest)
        {
            Write(scope, LogLevel.Information, rest);
        }
    }

    public void Report(TaskProgress progress)
    {
        if (Scopes.Current is { } scope)
        {
            scope.Progress = progress;
        }
    }
}

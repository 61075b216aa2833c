using Cake.Core.Diagnostics;
using Cake.Core.IO;

namespace Slipway.Graph.Scopes;

/// <summary>What belongs to one running task: its output, its progress, its processes, and what it set for itself only.</summary>
internal sealed class TaskScope(string name, TaskBlock? block, CancellationToken cancellation)
{
    private volatile bool _cleaningUp;

    public string Name { get; } = name;

    /// <summary>Where its output is gathered; null when it goes straight to the view (setup, teardown, dry run).</summary>
    public TaskBlock? Block { get; } = block;

    /// <summary>
    /// Cancelled when the run fails or is interrupted, but never for error handlers, finally handlers and teardown:
    /// they have to be able to clean up.
    /// </summary>
    public CancellationToken Cancellation => _cleaningUp ? CancellationToken.None : cancellation;

    public PartialLine Partial { get; } = new();

    public ScopeProcesses Processes { get; } = new();

    public volatile TaskProgress? Progress;

    public Verbosity? Verbosity { get; set; }

    public DirectoryPath? WorkingDirectory { get; set; }

    public ConsoleColor? Foreground { get; set; }

    public ConsoleColor? Background { get; set; }

    public void BeginCleanUp() => _cleaningUp = true;
}

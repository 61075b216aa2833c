namespace Slipway.Graph.Options;

/// <summary>How the parallel engine runs tasks.</summary>
public sealed class ParallelEngineOptions
{
    private readonly Dictionary<string, List<string>> _locks = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// How many tasks may run at once, at least 1; 1 gives Cake's own order. Null, the default, leaves it to the argument
    /// <c>--jobs=N</c> and without that sets no limit.
    /// </summary>
    public int? Jobs { get; set; }

    /// <summary>How long a process may take to end after SIGTERM before it is killed; 2 s by default.</summary>
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Says how long a task is expected to take, if known. With a limit on jobs, what the longest remaining path waits for starts
    /// first; a task of unknown duration counts as one second.
    /// </summary>
    public Func<string, TimeSpan?>? ExpectedDuration { get; set; }

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Whether what tasks write with <see cref="Console"/> is brought into their output; true by default.</summary>
    public bool CaptureConsole { get; set; } = true;

    /// <summary>Takes what nobody may see, such as secrets, out of every text before it is shown; null shows all.</summary>
    public Func<string, string>? Mask { get; set; }

    /// <summary>Keeps a task from running at the same time as other tasks with one of these locks.</summary>
    /// <param name="task">The name of the task.</param>
    /// <param name="names">The names of the locks.</param>
    /// <returns>The same options.</returns>
    public ParallelEngineOptions Lock(string task, params string[] names)
    {
        if (!_locks.TryGetValue(task, out var locks))
        {
            _locks.Add(task, locks = []);
        }

        locks.AddRange(names);
        return this;
    }

    internal IReadOnlyList<string> LocksOf(string task) => _locks.TryGetValue(task, out var locks) ? locks : [];
}

using Cake.Core;

namespace Slipway.Graph.Engine;

/// <summary>What ended a run early.</summary>
/// <param name="Reason">Why other tasks were cancelled or not run, such as "Build failed".</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Task">The task that failed; null when it was no task.</param>
internal sealed record RunFailure(string Reason, Exception Error, CakeTask? Task = null)
{
    public static RunFailure Of(CakeTask task, Exception error) => new($"{task.Name} failed", error, task);

    /// <summary>The exception of the run: the one that has the exit code of what failed, however deep it is wrapped.</summary>
    public Exception Root => Unwrap(Error);

    private static Exception Unwrap(Exception error) => error switch
    {
        AggregateException many => many.Flatten().InnerExceptions.FirstOrDefault(i => i is CakeException) ?? error,
        CakeReportException { InnerException: { } inner } => Unwrap(inner),
        _ => error,
    };
}

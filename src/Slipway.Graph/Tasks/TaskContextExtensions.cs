using Cake.Core;
using Slipway.Graph.Output;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Tasks;

/// <summary>What a running task can ask of the parallel engine.</summary>
public static class TaskContextExtensions
{
    /// <summary>
    /// The token that is cancelled when another task fails or the run is interrupted. In error handlers, finally handlers and
    /// teardown, and when another engine runs the task, it is one that is never cancelled.
    /// </summary>
    public static CancellationToken CancellationToken(this ICakeContext context) =>
        ScopesOf(context)?.Current?.Cancellation ?? System.Threading.CancellationToken.None;

    /// <summary>Shows in the live view how far the calling task is.</summary>
    /// <param name="context">The context that the task was given.</param>
    /// <param name="text">What the task is doing, in a few words.</param>
    /// <param name="fraction">The part that is done, from 0 to 1; null when unknown.</param>
    public static void ReportProgress(this ICakeContext context, string text, double? fraction = null)
    {
        if (context.Log is TaskLog log)
        {
            log.Report(new TaskProgress(text, fraction is { } part ? Math.Clamp(part, 0, 1) : null));
        }
    }

    /// <summary>
    /// Lets the rest of the run pass without headlines and without a report, because there is nothing to tell of it but what tasks print
    /// themselves. A user who has asked for more or less than usual gets that.
    /// </summary>
    public static void EndQuietly(this ICakeContext context)
    {
        if (context.Log is TaskLog log)
        {
            log.EndQuietly();
        }
    }

    /// <summary>The name of the task that the caller belongs to; null outside a task and under another engine.</summary>
    public static string? CurrentTaskName(this ICakeContext context) => ScopesOf(context)?.Current?.Name;

    private static TaskScopes? ScopesOf(ICakeContext context) => (context.Log as TaskLog)?.Scopes;
}

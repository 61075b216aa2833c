using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Running;

/// <summary>Turns what failed a build into a message and an exit code.</summary>
internal static class Failure
{
    public static int Report(Exception failure, ICakeLog log)
    {
        var cause = CauseOf(failure);
        log.LogException(cause);
        return ExitCodeOf(cause);
    }

    // The engine wraps what a task threw to carry the report along, and would lose the task's exit code that way.
    private static Exception CauseOf(Exception failure) => failure switch
    {
        CakeReportException { InnerException: { } inner } => CauseOf(inner),
        AggregateException { InnerExceptions: [var only] } => CauseOf(only),
        _ => failure,
    };

    private static int ExitCodeOf(Exception cause) => cause switch
    {
        // A failure must not look like a success, whatever the exception says.
        CakeException { ExitCode: not 0 } exception => exception.ExitCode,
        AggregateException several => several.Flatten().InnerExceptions.OfType<CakeException>().Select(ExitCodeOf).FirstOrDefault(1),
        _ => 1,
    };
}

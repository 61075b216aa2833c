namespace Slipway.Graph.Records;

/// <summary>How a task ended.</summary>
public enum TaskOutcome
{
    /// <summary>It ran to its end.</summary>
    Run,

    /// <summary>A criterion did not hold.</summary>
    Skipped,

    /// <summary>It failed and ended the run.</summary>
    Failed,

    /// <summary>It failed, and its error handler let the run go on.</summary>
    Continued,

    /// <summary>It was stopped because another task failed or the run was interrupted.</summary>
    Cancelled,

    /// <summary>It never started because another task failed or the run was interrupted.</summary>
    NotRun,
}

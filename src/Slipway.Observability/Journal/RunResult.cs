namespace Slipway.Observability.Journal;

/// <summary>How a run, a phase or a step ended, as journals and histories name it.</summary>
public static class RunResult
{
    /// <summary>It did all that it had to.</summary>
    public const string Success = "success";

    /// <summary>Something went wrong.</summary>
    public const string Failure = "failure";

    /// <summary>It was ended from outside, by the user or because something else went wrong.</summary>
    public const string Cancellation = "cancellation";

    /// <summary>How something ended that has thrown.</summary>
    /// <param name="error">What it has thrown.</param>
    /// <returns><see cref="Cancellation"/> or <see cref="Failure"/>.</returns>
    public static string Of(Exception error) => error is OperationCanceledException ? Cancellation : Failure;
}

namespace Slipway.Engine.Errors;

/// <summary>An error that a person can act on: what is wrong and where, what to do, and the exit code of the command.</summary>
public sealed class SlipwayException : Exception
{
    /// <summary>Creates an error.</summary>
    /// <param name="code">The exit code.</param>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="inner">The cause, shown only at <c>--verbosity=diagnostic</c>.</param>
    public SlipwayException(ExitCode code, string message, string? remedy = null, Exception? inner = null)
            : base(remedy is null ? message : $"{message}{Environment.NewLine}  -> {remedy}", inner)
    {
        Code = code;
    }

    /// <summary>The exit code of the command.</summary>
    public ExitCode Code { get; }
}

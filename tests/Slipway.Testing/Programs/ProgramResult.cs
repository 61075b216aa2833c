using Shouldly;

namespace Slipway.Testing.Programs;

/// <summary>How a program ended and what it said.</summary>
/// <param name="Command">What was run.</param>
/// <param name="ExitCode">Its exit code; 128 + n after signal n.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
public sealed record ProgramResult(string Command, int ExitCode, string Output, string Errors)
{
    /// <summary>All that it said, on either stream.</summary>
    public string Text => Output + Errors;

    public ProgramResult ShouldHaveEndedWith(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, ToString());
        return this;
    }

    public override string ToString() => $"{Command} ended with {ExitCode}\n{Output}\n{Errors}";
}

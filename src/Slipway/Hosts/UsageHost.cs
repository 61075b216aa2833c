using Slipway.Engine.Errors;
using Slipway.Observability.Journal;
using Slipway.Options;

namespace Slipway.Hosts;

/// <summary>
/// Answers a call for help, and refuses what nobody knows: Cake passes it over, but a deployment must not happen because
/// <c>--dryrum</c> was not understood.
/// </summary>
internal static class UsageHost
{
    /// <summary>Answers if there is nothing more to do.</summary>
    /// <param name="usage">The help text.</param>
    /// <param name="output">The standard output.</param>
    /// <param name="errors">The standard error.</param>
    /// <returns>The exit code, or null when the arguments are for others.</returns>
    public static int? Run(CommandLineOptions commandLine, Usage usage, TextWriter output, TextWriter errors)
    {
        if (commandLine.IsEmpty || commandLine.IsSet("help"))
        {
            (commandLine.IsEmpty ? errors : output).Write(usage.Text);
            return (int)(commandLine.IsEmpty ? ExitCode.BadConfiguration : ExitCode.Success);
        }

        if (commandLine.Problem is not { } problem)
        {
            return null;
        }

        errors.WriteLine($"Error: {SecretMask.None.Apply(problem)}");
        return (int)ExitCode.BadConfiguration;
    }
}

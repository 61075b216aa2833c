using Slipway.Errors;
using Slipway.Phases;

namespace Slipway.Drafts;

/// <summary>Runs Init without Cake when nothing else is asked for: it asks a person, and Cake's console only prints.</summary>
public static class InitHost
{
    /// <summary>Runs the command if it is one.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="folder">The application's folder when <c>--app</c> names none.</param>
    /// <param name="output">The standard output.</param>
    /// <param name="errors">The standard error.</param>
    /// <param name="answers">Where a person answers; null when nobody is there.</param>
    /// <returns>The exit code, or null when Cake has to see to it.</returns>
    public static int? Run(IReadOnlyList<string> arguments, string folder, TextWriter output, TextWriter errors, TextReader? answers)
    {
        if (!arguments.Contains("--target=" + nameof(Init)) || arguments.Any(a => !a.StartsWith("--target=" + nameof(Init), StringComparison.Ordinal) && !a.StartsWith("--app=", StringComparison.Ordinal)))
        {
            return null;
        }

        try
        {
            return (int)new InitRequest(arguments, folder).Run(output, answers);
        }
        catch (SlipwayException e)
        {
            errors.WriteLine($"Error: {e.Message}");
            return (int)e.Code;
        }
    }
}

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
        if (!IsAlone(arguments))
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

    // Init as the only target, and nothing but the application's folder besides.
    private static bool IsAlone(IReadOnlyList<string> arguments)
    {
        var (targets, others) = (0, 0);
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = arguments[i].Split('=', 2) is [var left, var right] ? (left, right) : (arguments[i], i + 1 < arguments.Count ? arguments[++i] : null);
            if (name is "--target" or "-t" && nameof(Init).Equals(value, StringComparison.OrdinalIgnoreCase)) targets++;
            else if (name != "--app") others++;
        }

        return targets == 1 && others == 0;
    }
}

using Slipway.Errors;
using Slipway.Phases;

namespace Slipway.Linting;

/// <summary>
/// Runs Lint and Optimize without Cake when nothing but one of them is asked for: an editor and a hook before each commit wait
/// for the answer, and Cake alone would take as long as all of it (docs/decisions/0009-lint-without-cake.md).
/// </summary>
public static class LintHost
{
    /// <summary>Runs the command if it is one.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="folder">The application's folder when <c>--app</c> names none.</param>
    /// <param name="output">The standard output.</param>
    /// <param name="errors">The standard error.</param>
    /// <returns>The exit code, or null when Cake has to see to it.</returns>
    public static int? Run(IReadOnlyList<string> arguments, string folder, TextWriter output, TextWriter errors)
    {
        var targets = arguments.Where(a => !LintOptions.Knows(a)).ToList();
        var isLint = targets is ["--target=" + nameof(Phases.Lint)];
        if (arguments.Any(a => a.StartsWith("--verify", StringComparison.Ordinal)))
        {
            // That takes minutes, and whoever gives up wants its builds ended: the engine of tasks sees to it.
            return null;
        }

        if (!isLint && targets is not ["--target=" + nameof(Optimize)])
        {
            return null;
        }

        using var text = new StringWriter();
        try
        {
            var request = new LintRequest(arguments, folder);
            var code = isLint ? request.Lint(text, errors) : request.Optimize(text, errors);
            output.Write(text);
            return (int)code;
        }
        catch (SlipwayException e)
        {
            errors.WriteLine($"Error: {e.Message}");
            return (int)e.Code;
        }
    }
}

using Slipway.Engine;
using Slipway.Engine.Errors;
using Slipway.Linting.Commands;
using Slipway.Options;
using Slipway.Phases;

namespace Slipway.Hosts;

/// <summary>
/// Runs Lint and Optimize without Cake when nothing but one of them is asked for: an editor and a hook before each commit wait
/// for the answer, and Cake alone would take as long as all of it (docs/decisions/0009-lint-without-cake.md).
/// </summary>
internal static class LintHost
{
    /// <summary>Runs the command if it is one.</summary>
    /// <param name="output">The standard output.</param>
    /// <param name="errors">The standard error.</param>
    /// <returns>The exit code, or null when Cake has to see to it.</returns>
    public static int? Run(CommandLineOptions commandLine, TextWriter output, TextWriter errors)
    {
        var isLint = commandLine.IsOnly(nameof(Lint), OptionNames.Lint);
        if (!isLint && !commandLine.IsOnly(nameof(Optimize), OptionNames.Lint))
        {
            return null;
        }

        if (commandLine.IsSet("verify"))
        {
            // That takes minutes, and whoever gives up wants its builds ended: the engine of tasks sees to it.
            return null;
        }

        using var span = Spans.Begin("lint");
        using var text = new StringWriter();
        try
        {
            var command = new LintCommand(LintOptionsReader.Read(commandLine));
            var code = isLint ? command.Lint(text, errors) : command.Optimize(text, errors);
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

using Slipway.Engine.Errors;
using Slipway.Linting.Init;
using Slipway.Options;
using Slipway.Phases;

namespace Slipway.Hosts;

/// <summary>Runs Init without Cake when nothing else is asked for: it asks a person, and Cake's console only prints.</summary>
internal static class InitHost
{
    /// <summary>Runs the command if it is one.</summary>
    /// <param name="output">The standard output.</param>
    /// <param name="errors">The standard error.</param>
    /// <param name="answers">Where a person answers; null when nobody is there.</param>
    /// <returns>The exit code, or null when Cake has to see to it.</returns>
    public static int? Run(CommandLineOptions commandLine, TextWriter output, TextWriter errors, TextReader? answers)
    {
        if (!commandLine.IsOnly(nameof(Init), OptionNames.Init))
        {
            return null;
        }

        try
        {
            var init = new InitCommand(commandLine.Folder());
            return (int)(commandLine.Value("explain") is { } service ? init.Explain(service, output) : init.Run(output, answers));
        }
        catch (SlipwayException e)
        {
            errors.WriteLine($"Error: {e.Message}");
            return (int)e.Code;
        }
    }
}

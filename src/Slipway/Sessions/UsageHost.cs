using Slipway.Configuration;
using Slipway.Errors;
using Slipway.Linting;

namespace Slipway.Sessions;

/// <summary>
/// Answers a call for help, and refuses an option that nobody knows: Cake passes those over, but a deployment must not happen because
/// <c>--dryrum</c> was not understood.
/// </summary>
public static class UsageHost
{
    private static readonly string[] Cakes =
    [
        "target", "exclusive", "dryrun", "dry-run", "noop", "whatif", "tree", "description", "descriptions", "verbosity", "no-report", "working", "version", "info", "help",
    ];

    /// <summary>Runs the command if that is all there is to it.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="output">The standard output.</param>
    /// <param name="errors">The standard error.</param>
    /// <param name="further">The options that further tasks take, without dashes.</param>
    /// <returns>The exit code, or null when the arguments are for others.</returns>
    public static int? Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, params IReadOnlyList<string> further)
    {
        if (arguments.Count == 0 || arguments.Any(a => a is "--help" or "-h" or "-?"))
        {
            (arguments.Count == 0 ? errors : output).Write(Usage.Text);
            return (int)(arguments.Count == 0 ? ExitCode.BadConfiguration : ExitCode.Success);
        }

        string[] known = [.. SlipwayOptions.Names, .. LintOptions.Names, .. Cakes, .. further];
        if (arguments.Select(a => OptionValues.Split(a).Option).FirstOrDefault(o => o is not null && !IsKnown(o, known)) is not { } unknown)
        {
            return null;
        }

        errors.WriteLine($"Error: there is no option --{unknown} ({NearestName.Suggest(unknown, known)}); --help shows all");
        return (int)ExitCode.BadConfiguration;
    }

    // Cake's own settings have an underscore, such as --settings_skippackageversioncheck.
    private static bool IsKnown(string option, string[] known) => option.Contains('_', StringComparison.Ordinal) || known.Contains(option, StringComparer.OrdinalIgnoreCase);
}

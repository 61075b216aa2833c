using Slipway.Deployment.Configuration;
using Slipway.Observability.Journal;

namespace Slipway.Options;

/// <summary>
/// Reads the arguments of the process: <c>--name=value</c>, <c>--name value</c>, <c>-n value</c> or, of a switch, <c>--name</c>. What is
/// wrong is kept with what was read, so that whoever answers tells it as its own.
/// </summary>
internal static class CommandLineReader
{
    /// <summary>Reads.</summary>
    /// <param name="folder">The application's folder when none is named.</param>
    /// <param name="further">The options that further tasks take, without dashes.</param>
    public static CommandLineOptions Read(IReadOnlyList<string> arguments, string folder, IReadOnlyList<string> further)
    {
        var known = OptionNames.Deployment.Concat(OptionNames.Lint).Concat(OptionNames.Cake).Concat(further).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (found, words, problem) = (new List<(string Name, string Value)>(), new List<string>(), default(string));
        for (var i = 0; i < arguments.Count; i++)
        {
            if (Split(arguments[i]) is not { } option)
            {
                words.Add(arguments[i]);
                continue;
            }

            var name = known.TryGetValue(option.Name, out var written) ? written : option.Name;
            var value = option.Value;
            if (value is null && i + 1 < arguments.Count && TakesNext(name, arguments[i + 1]))
            {
                value = arguments[++i];
            }

            problem ??= Problem(name, value, known);
            found.Add((name, value ?? "true"));
        }

        return new CommandLineOptions
        {
            IsEmpty = arguments.Count == 0,
            DefaultFolder = folder,
            Words = words,
            Options = found,
            Problem = problem ?? Contradiction(found),
        };
    }

    // Each is a plan of its own, and the second would be made from what was before the first.
    private static string? Contradiction(List<(string Name, string Value)> options)
    {
        string[] actions = [RunAction.Deploy, RunAction.Rollback, RunAction.Release];
        var asked = actions.Where(a => options.Any(o => o.Name == "target" && o.Value.Equals(a, StringComparison.OrdinalIgnoreCase))).ToList();
        return asked.Count > 1 ? $"{string.Join(" and ", asked)} can't be asked for in one command" : null;
    }

    private static (string Name, string? Value)? Split(string argument)
    {
        var dashes = argument.StartsWith("--", StringComparison.Ordinal) ? 2 : argument.StartsWith('-') ? 1 : 0;
        if (dashes == 0 || argument.Length == dashes)
        {
            return null;
        }

        var (name, value) = argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
            ? (argument[dashes..equals], argument[(equals + 1)..])
            : (argument[dashes..], null);
        return dashes == 2 ? (name, value) : OptionNames.Short.TryGetValue(name, out var full) ? (full, value) : null;
    }

    // A switch takes the next word only when that can be meant for it, an option with a value any that is no option itself.
    private static bool TakesNext(string name, string next) =>
        OptionNames.WithValue.Contains(name) || OptionNames.WithOptionalValue.Contains(name) ? !next.StartsWith('-') : next is "true" or "false";

    private static string? Problem(string name, string? value, HashSet<string> known) =>
        !known.Contains(name) && !IsCakeSetting(name) ? $"there is no option --{name} ({NearestName.Suggest(name, known)}); --help shows all"
        : OptionNames.WithValue.Contains(name) && value is not { Length: > 0 } ? $"--{name} lacks its value{Environment.NewLine}  -> write --{name}=VALUE"
        : null;

    // Cake's own settings have an underscore, such as --settings_skippackageversioncheck.
    private static bool IsCakeSetting(string name) => name.Contains('_', StringComparison.Ordinal);
}

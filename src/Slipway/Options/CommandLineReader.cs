using System.Globalization;
using Slipway.Deployment.Configuration;

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
        IEnumerable<string> all = [.. OptionNames.Deployment, .. OptionNames.Lint, .. OptionNames.Init, .. OptionNames.Cake, .. further];
        var known = all.ToHashSet(StringComparer.OrdinalIgnoreCase);
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
            if (value is null && i + 1 < arguments.Count && TakesNext(name, arguments[i + 1], further))
            {
                value = arguments[++i];
            }

            problem ??= Problem(name, value, known, further);
            found.Add((name, value ?? "true"));
        }

        return new CommandLineOptions
        {
            IsEmpty = arguments.Count == 0,
            DefaultFolder = folder,
            Words = words,
            Options = found,
            Problem = problem
                ?? Loose(words, known)
                ?? TargetRules.Problem([.. found.Where(o => o.Name == "target").Select(o => o.Value)], IsOn(found, "exclusive")),
        };
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
    private static bool TakesNext(string name, string next, IReadOnlyList<string> further) =>
        OptionNames.WithValue.Contains(name) || OptionNames.WithOptionalValue.Contains(name) || further.Contains(name)
            ? !next.StartsWith('-') : next is "true" or "false";

    private static string? Problem(string name, string? value, HashSet<string> known, IReadOnlyList<string> further) =>
        !known.Contains(name) && !IsCakeSetting(name) ? $"there is no option --{name} ({NearestName.Suggest(name, known)}); --help shows all"
        : OptionNames.WithValue.Contains(name) && value is not { Length: > 0 } ? $"--{name} lacks its value{Environment.NewLine}  -> write --{name}=VALUE"
        : name == "jobs" && !(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs > 0)
            ? $"--jobs must be a whole number from 1 up, not \"{value}\""
        : name == "verbosity" && !OptionNames.Verbosities.Contains(value!, StringComparer.OrdinalIgnoreCase)
            ? $"--verbosity can't be \"{value}\" ({NearestName.Suggest(value!, OptionNames.Verbosities.Where(v => v.Length > 1))})"
        : value is not (null or "true" or "false") && IsSwitch(name, known) && !further.Contains(name) ? $"--{name} is on or off: it can't be \"{value}\""
        : null;

    private static bool IsSwitch(string name, HashSet<string> known) =>
        known.Contains(name) && !OptionNames.WithValue.Contains(name) && !OptionNames.WithOptionalValue.Contains(name);

    private static bool IsOn(List<(string Name, string Value)> options, string name) =>
        options.LastOrDefault(o => o.Name == name).Value is not (null or "false");

    // Cake would pass it over, and with it what was meant by it.
    private static string? Loose(List<string> words, HashSet<string> known) =>
        words.Count == 0 ? null
        : words[0].StartsWith('-') ? $"there is no option {words[0]} ({NearestName.Suggest(words[0].TrimStart('-'), known)}); --help shows all"
        : $"\"{words[0]}\" belongs to no option{Environment.NewLine}  -> a target is named with --target={words[0]}";

    // Cake's own settings have an underscore, such as --settings_skippackageversioncheck.
    private static bool IsCakeSetting(string name) => name.Contains('_', StringComparison.Ordinal);
}

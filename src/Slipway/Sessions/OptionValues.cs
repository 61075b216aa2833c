using Slipway.Errors;

namespace Slipway.Sessions;

/// <summary>Takes options from the arguments of the process: <c>--name=value</c>, <c>--name value</c> or, of a switch, <c>--name</c>.</summary>
internal static class OptionValues
{
    /// <summary>Takes the options that are known; Cake and others may know the rest.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="known">The names of the options.</param>
    /// <param name="switches">Those of them that need no value.</param>
    /// <returns>The values of each option, in their order.</returns>
    /// <exception cref="SlipwayException">A value is missing.</exception>
    public static ILookup<string, string> Read(IReadOnlyList<string> arguments, IReadOnlyCollection<string> known, IReadOnlyCollection<string> switches)
    {
        var found = new List<(string Option, string Value)>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (option, value) = Split(arguments[i]);
            if (option is null)
            {
                continue;
            }

            if (value is null && i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-'))
            {
                value = arguments[++i];
            }

            if (known.Contains(option))
            {
                found.Add((option, value is { Length: > 0 } ? value : switches.Contains(option) ? "true" : throw Missing(option)));
            }
        }

        return found.ToLookup(f => f.Option, f => f.Value, StringComparer.Ordinal);
    }

    /// <summary>Whether a switch is on.</summary>
    public static bool IsSet(ILookup<string, string> values, string option) =>
        values[option].LastOrDefault() is { } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The application's folder, absolute.</summary>
    /// <exception cref="SlipwayException">It does not exist.</exception>
    public static string Folder(ILookup<string, string> values, string otherwise)
    {
        var folder = Path.GetFullPath(values["app"].LastOrDefault() ?? otherwise);
        return Directory.Exists(folder)
            ? folder
            : throw new SlipwayException(ExitCode.BadConfiguration, $"--app: there is no folder {folder}", "name the application's folder");
    }

    /// <summary>The name and, after an equals sign, the value of an argument; no name for one that is no option.</summary>
    public static (string? Option, string? Value) Split(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return (null, null);
        }

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument[2..], null) : (argument[2..equals], argument[(equals + 1)..]);
    }

    private static SlipwayException Missing(string option) =>
        new(ExitCode.BadConfiguration, $"--{option} lacks its value", $"write --{option}=VALUE");
}

using Slipway.Errors;

namespace Slipway.Sessions;

/// <summary>The options of Slipway's own on the command line.</summary>
public sealed record SlipwayOptions
{
    private static readonly string[] Known = ["app", "host", "release", "consent", "allow-contracting", "json", "jobs"];

    /// <summary>The application's folder, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The engine's address; it wins over the one of slipway.yaml.</summary>
    public string? Host { get; init; }

    /// <summary>The release's name.</summary>
    public string? Release { get; init; }

    /// <summary>The services whose replacement the user consents to.</summary>
    public IReadOnlySet<string> Consents { get; init; } = new HashSet<string>();

    /// <summary>Whether migrations may take away what the running release uses.</summary>
    public bool AllowContracting { get; init; }

    /// <summary>Whether the answer is JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether all that is asked for is to go back to the warm slots.</summary>
    public bool GoesBack { get; init; }

    /// <summary>Takes the options from the arguments of the process.</summary>
    /// <param name="arguments">The arguments, such as <c>--app=DIR</c>.</param>
    /// <param name="otherwise">The application's folder when none is named.</param>
    /// <returns>The options.</returns>
    /// <exception cref="SlipwayException">A value is missing, or the folder does not exist.</exception>
    public static SlipwayOptions Parse(IReadOnlyList<string> arguments, string otherwise)
    {
        var values = Values(arguments);
        var folder = Path.GetFullPath(values["app"].LastOrDefault() ?? otherwise);
        return !Directory.Exists(folder)
            ? throw new SlipwayException(ExitCode.BadConfiguration, $"--app: there is no folder {folder}", "name the folder that holds slipway.yaml")
            : new SlipwayOptions
            {
                Folder = folder,
                Host = values["host"].LastOrDefault(),
                Release = Name(values["release"].LastOrDefault()),
                Consents = values["consent"].SelectMany(c => c.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal),
                AllowContracting = IsSet(values, "allow-contracting"),
                Json = IsSet(values, "json"),
            };
    }

    private static bool IsSet(ILookup<string, string> values, string option) =>
        values[option].LastOrDefault() is { } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static string? Name(string? release) =>
        release is null || (release.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(release[0]) && release.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            ? release
            : throw new SlipwayException(ExitCode.BadConfiguration, $"--release: \"{release}\" can't be the tag of an image", "use letters, digits, . - and _, at most 100");

    private static ILookup<string, string> Values(IReadOnlyList<string> arguments)
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

            if (Known.Contains(option))
            {
                found.Add((option, value is { Length: > 0 } ? value : option is "json" or "allow-contracting" ? "true" : throw Missing(option)));
            }
        }

        return found.ToLookup(f => f.Option, f => f.Value, StringComparer.Ordinal);
    }

    private static SlipwayException Missing(string option) =>
        new(ExitCode.BadConfiguration, $"--{option} lacks its value", $"write --{option}=VALUE");

    private static (string? Option, string? Value) Split(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return (null, null);
        }

        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument[2..], null) : (argument[2..equals], argument[(equals + 1)..]);
    }
}

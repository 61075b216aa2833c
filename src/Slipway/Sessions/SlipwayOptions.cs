using Slipway.Errors;

namespace Slipway.Sessions;

/// <summary>The options of Slipway's own on the command line.</summary>
public sealed record SlipwayOptions
{
    private static readonly string[] Known = ["app", "host", "release", "consent", "allow-contracting", "json", "jobs"];
    private static readonly string[] Switches = ["json", "allow-contracting"];

    /// <summary>The names of the options.</summary>
    internal static IReadOnlyList<string> Names => Known;

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
        var values = OptionValues.Read(arguments, Known, Switches);
        return new SlipwayOptions
        {
            Folder = OptionValues.Folder(values, otherwise),
            Host = values["host"].LastOrDefault(),
            Release = Name(values["release"].LastOrDefault()),
            Consents = values["consent"].SelectMany(c => c.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal),
            AllowContracting = OptionValues.IsSet(values, "allow-contracting"),
            Json = OptionValues.IsSet(values, "json"),
        };
    }

    private static string? Name(string? release) =>
        release is null || (release.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(release[0]) && release.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            ? release
            : throw new SlipwayException(ExitCode.BadConfiguration, $"--release: \"{release}\" can't be the tag of an image", "use letters, digits, . - and _, at most 100");
}

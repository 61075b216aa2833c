namespace Slipway.Options;

/// <summary>The options that are known, by who takes them, without dashes.</summary>
internal static class OptionNames
{
    /// <summary>Those of a deployment.</summary>
    public static IReadOnlyList<string> Deployment { get; } = ["app", "host", "release", "consent", "allow-contracting", "json", "jobs", "timings"];

    /// <summary>Those of Lint and Optimize.</summary>
    public static IReadOnlyList<string> Lint { get; } =
        ["app", "format", "json", "sarif", "fail-on", "baseline", "no-shellcheck", "no-engine", "apply", "forecast", "verify", "timings"];

    /// <summary>Those of Init.</summary>
    public static IReadOnlyList<string> Init { get; } = ["app", "explain"];

    /// <summary>Those that only say what is to be shown instead of done.</summary>
    public static IReadOnlyList<string> DryRun { get; } = ["dryrun", "dry-run", "noop", "whatif"];

    /// <summary>Those of Cake.</summary>
    public static IReadOnlyList<string> Cake { get; } =
    [
        "target", "exclusive", .. DryRun, "tree", "description", "descriptions", "verbosity", "no-report", "working", "version", "info", "help",
    ];

    /// <summary>One letter for a name; Cake's own.</summary>
    public static IReadOnlyDictionary<string, string> Short { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["t"] = "target",
        ["v"] = "verbosity",
        ["w"] = "working",
        ["e"] = "exclusive",
        ["h"] = "help",
        ["?"] = "help",
    };

    /// <summary>Those of the known that need a value.</summary>
    public static IReadOnlySet<string> WithValue { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "app", "host", "release", "consent", "jobs", "format", "fail-on", "baseline", "explain", "target", "verbosity", "working",
    };

    /// <summary>What <c>--verbosity</c> can be, in full and as Cake shortens it.</summary>
    public static IReadOnlyList<string> Verbosities { get; } = ["quiet", "minimal", "normal", "verbose", "diagnostic", "q", "m", "n", "v", "d"];

    /// <summary>Those of the known that may have a value.</summary>
    public static IReadOnlySet<string> WithOptionalValue { get; } = new HashSet<string>(StringComparer.Ordinal) { "sarif", "forecast" };
}

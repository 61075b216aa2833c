using Slipway.Errors;
using Slipway.Findings;
using Slipway.Sessions;

namespace Slipway.Linting;

/// <summary>What the user asks of Lint and Optimize.</summary>
internal sealed record LintOptions
{
    private static readonly string[] Known = ["app", "format", "json", "sarif", "fail-on", "baseline", "no-shellcheck", "no-engine", "apply", "forecast", "verify"];
    private static readonly string[] Switches = ["json", "sarif", "no-shellcheck", "no-engine", "apply", "forecast", "verify"];
    private const int UsualCommits = 50;

    /// <summary>The names of the options.</summary>
    public static IReadOnlyList<string> Names => Known;

    /// <summary>The name of the baseline that is taken when none is named.</summary>
    public const string BaselineName = "lint-baseline.json";

    /// <summary>The application's folder, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder that shown paths are relative to.</summary>
    public string Start { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>How findings are written.</summary>
    public LintFormat Format { get; init; } = LintFormat.Text;

    /// <summary>A file that SARIF is written to besides.</summary>
    public string? SarifFile { get; init; }

    /// <summary>The least severity that fails; null for what hadolint's configuration says, or else a warning.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>The file with the findings to put up with; null when there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether shellcheck is asked too, where it is installed.</summary>
    public bool ShellCheck { get; init; } = true;

    /// <summary>Whether the engine of this machine is asked too, where there is one.</summary>
    public bool Engine { get; init; } = true;

    /// <summary>Whether fixes are written.</summary>
    public bool Apply { get; init; }

    /// <summary>How many commits to forecast from; null for no forecast.</summary>
    public int? Forecast { get; init; }

    /// <summary>Whether the fixes are tried on the engine.</summary>
    public bool Verify { get; init; }

    /// <summary>Whether an argument is one of these options.</summary>
    public static bool Knows(string argument) => OptionValues.Split(argument).Option is { } option && Known.Contains(option);

    /// <summary>Takes the options from the arguments of the process.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="otherwise">The application's folder when none is named.</param>
    /// <returns>The options.</returns>
    /// <exception cref="SlipwayException">A value is missing or wrong.</exception>
    public static LintOptions Parse(IReadOnlyList<string> arguments, string otherwise)
    {
        var values = OptionValues.Read(arguments, Known, Switches);
        var folder = OptionValues.Folder(values, otherwise);
        var sarif = values["sarif"].LastOrDefault();
        return new LintOptions
        {
            Folder = folder,
            Format = Choice(values, "format", LintFormats.Parse, LintFormats.Names) ?? (OptionValues.IsSet(values, "json") ? LintFormat.Json : sarif == "true" ? LintFormat.Sarif : LintFormat.Text),
            SarifFile = sarif is null or "true" ? null : sarif,
            FailOn = Choice(values, "fail-on", SeverityName.Parse, "off, style, info, warning, error"),
            Baseline = BaselineFile(folder, values["baseline"].LastOrDefault()),
            ShellCheck = !OptionValues.IsSet(values, "no-shellcheck"),
            Engine = !OptionValues.IsSet(values, "no-engine"),
            Apply = OptionValues.IsSet(values, "apply"),
            Forecast = Choice(values, "forecast", Commits, "a number of commits from 1 to 1000"),
            Verify = OptionValues.IsSet(values, "verify"),
        };
    }

    private static int? Commits(string text) => text == "true" ? UsualCommits : int.TryParse(text, out var commits) && commits is >= 1 and <= 1000 ? commits : null;

    private static string? BaselineFile(string folder, string? named) =>
        named is null ? Path.Combine(folder, BaselineName) is var usual && File.Exists(usual) ? usual : null
        : File.Exists(named) ? Path.GetFullPath(named)
        : throw new SlipwayException(ExitCode.BadConfiguration, $"--baseline: there is no file {named}", "write one: --target=Lint --format=baseline > " + named);

    private static T? Choice<T>(ILookup<string, string> values, string option, Func<string, T?> parse, string names)
        where T : struct =>
        values[option].LastOrDefault() is not { } text ? null
        : parse(text) ?? throw new SlipwayException(ExitCode.BadConfiguration, $"--{option} can't be \"{text}\"", "known: " + names);
}

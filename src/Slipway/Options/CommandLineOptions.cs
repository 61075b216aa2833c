using Slipway.Deployment.Planning;
using Slipway.Deployment.Targets;
using Slipway.Engine.Errors;
using Slipway.Observability.Journal;

namespace Slipway.Options;

/// <summary>The command line, read once: what Usage, Lint, Init and the Cake host are chosen and run by.</summary>
public sealed record CommandLineOptions
{
    /// <summary>Whether there are no arguments at all.</summary>
    internal bool IsEmpty { get; init; }

    /// <summary>The application's folder when none is named.</summary>
    internal string DefaultFolder { get; init; } = string.Empty;

    /// <summary>What is no option.</summary>
    internal IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The options in the order in which they were given, by their full names; a switch has the value <c>true</c>.</summary>
    internal IReadOnlyList<(string Name, string Value)> Options { get; init; } = [];

    /// <summary>What is wrong with the arguments by themselves; null when nothing is.</summary>
    internal string? Problem { get; init; }

    /// <summary>The targets, in the user's order.</summary>
    internal IReadOnlyList<string> Targets => [.. Options.Where(o => o.Name == "target").Select(o => o.Value)];

    /// <summary>The targets as they count for what is planned: a task of the user's own that leads to a deployment stands for it.</summary>
    internal IReadOnlyList<string> Meant
    {
        get => field ?? Targets;
        init;
    }

    /// <summary>The task after which a run of a part of a deployment ends; null where a whole one is asked for, or none.</summary>
    internal string? Until => OwnPart ?? TargetRules.LastPart(Meant);

    /// <summary>That task where it is one of the user's own, or comes with one.</summary>
    internal string? OwnPart { get; init; }

    /// <summary>What is planned, one of <see cref="RunAction"/>.</summary>
    internal string Action => IsRollback ? RunAction.Rollback : IsRelease ? RunAction.Release : RunAction.Deploy;

    /// <summary>Whether nothing is to be done but shown.</summary>
    internal bool IsDryRun => OptionNames.DryRun.Any(IsSet);

    /// <summary>Whether the answer is JSON.</summary>
    internal bool Json => IsSet("json");

    /// <summary>Whether a rollback is asked for, or the plan of one.</summary>
    internal bool IsRollback => Names(RunAction.Rollback);

    /// <summary>Whether the way back to plain compose is asked for, or its plan.</summary>
    internal bool IsRelease => Names(RunAction.Release);

    /// <summary>Reads the arguments of the process.</summary>
    /// <param name="arguments">The arguments, such as <c>--app=DIR</c>.</param>
    /// <param name="folder">The application's folder when none is named.</param>
    /// <param name="further">The options that further tasks take, without dashes.</param>
    /// <returns>What they say; what is wrong with them is told by <see cref="Hosts.UsageHost"/>.</returns>
    public static CommandLineOptions Read(IReadOnlyList<string> arguments, string folder, params IReadOnlyList<string> further) =>
        CommandLineReader.Read(arguments, folder, further);

    /// <summary>Whether a target is asked for.</summary>
    internal bool Names(string target) => Meant.Contains(target, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a target is all that is asked for, with no other options than those that it knows.</summary>
    internal bool IsOnly(string target, IReadOnlyList<string> options) =>
        Words.Count == 0 && Targets is [var only] && only.Equals(target, StringComparison.OrdinalIgnoreCase)
        && Options.All(o => o.Name == "target" || options.Contains(o.Name));

    /// <summary>The last value of an option; null when it was not given.</summary>
    internal string? Value(string name) => Options.LastOrDefault(o => o.Name == name).Value;

    /// <summary>Whether a switch is on.</summary>
    internal bool IsSet(string name) => Value(name) is { } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The application's folder, absolute.</summary>
    /// <exception cref="SlipwayException">It does not exist.</exception>
    internal string Folder()
    {
        var folder = Path.GetFullPath(Value("app") ?? DefaultFolder);
        return Directory.Exists(folder)
            ? folder
            : throw new SlipwayException(ExitCode.BadConfiguration, $"--app: there is no folder {folder}", "name the application's folder");
    }

    /// <summary>What a session is opened for.</summary>
    /// <exception cref="SlipwayException">A value is wrong, or the folder does not exist.</exception>
    internal SessionOptions Session()
    {
        var (folder, release) = (Folder(), Release());
        return new SessionOptions(folder, Value("host"), new DeploymentRequest
        {
            Release = release,
            Kept = IsRollback && release is not null,
            IsWarmRollback = IsRollback && release is null,
            IsRelease = IsRelease,
            Consents = Options.Where(o => o.Name == "consent")
                .SelectMany(o => o.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .ToHashSet(StringComparer.Ordinal),
            AllowContracting = IsSet("allow-contracting"),
            Until = Until,
        });
    }

    /// <summary>The arguments for Cake, whose parser knows one form of each.</summary>
    internal IEnumerable<string> ForCake(Func<(string Name, string Value), bool> wanted) =>
        [.. Words, .. Options.Where(wanted).Select(ForCake)];

    private static string ForCake((string Name, string Value) option) =>
        option.Value == "true" && !OptionNames.WithValue.Contains(option.Name) ? "--" + option.Name : $"--{option.Name}={option.Value}";

    private string? Release() =>
        Value("release") is not { } release || IsTag(release)
            ? Value("release")
            : throw new SlipwayException(
                ExitCode.BadConfiguration, $"--release: \"{release}\" can't be the tag of an image", "use letters, digits, . - and _, at most 100");

    private static bool IsTag(string text) =>
        text.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}

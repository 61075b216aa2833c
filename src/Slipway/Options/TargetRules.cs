using Slipway.Deployment.Configuration;
using Slipway.Observability.Journal;

namespace Slipway.Options;

/// <summary>Which targets can be asked for together, and which parts of a deployment alone.</summary>
internal static class TargetRules
{
    /// <summary>The phases of a deployment, each after all that it depends on.</summary>
    public static IReadOnlyList<string> Phases { get; } =
    [
        "Preflight", "Lock", "PullOrBuild", "Backup", "PrepareEnvironment", "Migrate", "StartSlot", "CleanUp", "AwaitReady", "SmokeTest", "Switch", "Watch",
        "Retire", RunAction.Deploy,
    ];

    private static readonly string[] Actions = [RunAction.Deploy, RunAction.Rollback, RunAction.Release];
    private static readonly string[] Answers = ["Plan", "Status"];

    // What it does is safe without what comes before it, because it does nothing.
    private static readonly string[] SafeAlone = ["Preflight"];

    /// <summary>Whether a target is a phase of a deployment, and no deployment by itself.</summary>
    public static bool IsPart(string target) =>
        Phases.Contains(target, StringComparer.OrdinalIgnoreCase) && !IsOneOf(Actions, target);

    /// <summary>The last phase that is asked for where no whole deployment is; null where one is, or no phase.</summary>
    /// <param name="targets">The targets, in the user's order.</param>
    public static string? LastPart(IReadOnlyList<string> targets) => targets.Any(t => IsOneOf(Actions, t))
        ? null
        : Phases.LastOrDefault(n => IsPart(n) && targets.Contains(n, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether any of them changes the application.</summary>
    public static bool ChangeAnything(IReadOnlyList<string> targets) => targets.Any(t => IsOneOf(Actions, t) || IsPart(t));

    /// <summary>What speaks against these targets.</summary>
    /// <param name="targets">The targets, in the user's order.</param>
    /// <param name="isExclusive">Whether each is wanted without what it depends on.</param>
    /// <returns>A sentence; null when nothing does.</returns>
    public static string? Problem(IReadOnlyList<string> targets, bool isExclusive)
    {
        var asked = Actions.Where(a => targets.Contains(a, StringComparer.OrdinalIgnoreCase)).ToList();
        if (asked.Count > 1)
        {
            // Each is a plan of its own, and the second would be made from what was before the first.
            return $"{string.Join(" and ", asked)} can't be asked for in one command";
        }

        if (isExclusive && targets.FirstOrDefault(t => (IsOneOf(Actions, t) || IsPart(t)) && !IsOneOf(SafeAlone, t)) is { } unsafePart)
        {
            return $"--exclusive: {unsafePart} alone, without the lock and the checks before it, is not safe{Environment.NewLine}"
                + "  -> leave --exclusive out: a phase as target is run with all that it needs, and nothing after it";
        }

        if (asked is [RunAction.Rollback or RunAction.Release] && targets.FirstOrDefault(IsPart) is { } part)
        {
            return $"{part} is a phase of a deployment and can't be asked for with {asked[0]}";
        }

        var late = targets.SkipWhile(t => !IsOneOf(Actions, t) && !IsPart(t)).FirstOrDefault(t => IsOneOf(Answers, t));
        return late is null ? null
            : $"{late} would tell of what was before{Environment.NewLine}  -> put {late} first, or ask for it in a command of its own";
    }

    /// <summary>What is wrong with a target that nobody has.</summary>
    /// <param name="known">The names of all tasks.</param>
    /// <returns>A sentence; null when there are all.</returns>
    public static string? Unknown(IReadOnlyList<string> targets, IReadOnlyCollection<string> known) =>
        targets.FirstOrDefault(t => !known.Contains(t, StringComparer.OrdinalIgnoreCase)) is { } target
            ? $"there is no target {target} ({NearestName.Suggest(target, known)}); --help shows the usual ones, --description all"
            : null;

    private static bool IsOneOf(string[] names, string target) => names.Contains(target, StringComparer.OrdinalIgnoreCase);
}

using Cake.Core;
using Cake.Frosting.Arguments;

namespace Cake.Frosting.Running;

/// <summary>Refuses targets that no task has the name of, before anything runs.</summary>
internal static class TargetCheck
{
    /// <exception cref="FrostingException">A target does not exist; the message names the nearest one.</exception>
    public static void Require(CommandLine commandLine, IReadOnlyList<ICakeTaskInfo> tasks)
    {
        var names = tasks.Select(t => t.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = commandLine.EffectiveTargets.Where(t => !names.Contains(t)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var known = names.Count == 0
            ? "This build has no tasks: they are public classes derived from FrostingTask."
            : $"The targets are: {string.Join(", ", names.Order(StringComparer.OrdinalIgnoreCase))}.";
        throw new FrostingException(commandLine.Targets.Count == 0
            ? $"There is no target 'Default', so name one with --target. {known}"
            : $"{string.Join(' ', missing.Select(t => Describe(t, names)))} {known}");
    }

    private static string Describe(string target, IEnumerable<string> names)
        => NearestName.Find(target, names) is { } nearest
            ? $"The target '{target}' was not found; did you mean '{nearest}'?"
            : $"The target '{target}' was not found.";
}

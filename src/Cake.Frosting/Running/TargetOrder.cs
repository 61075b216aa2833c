using Cake.Core;
using Cake.Frosting.Arguments;

namespace Cake.Frosting.Running;

/// <summary>
/// Makes Cake's own engine keep the order that the user named several targets in. It would sort them by name, because it
/// walks one merged graph in alphabetical order. An engine of somebody else's gets the graph as declared.
/// </summary>
internal static class TargetOrder
{
    public static void Keep(CommandLine commandLine, ICakeEngine engine, ExecutionSettings settings)
    {
        if (commandLine.EffectiveTargets.Length > 1 && engine is CakeEngine)
            Chain(commandLine, engine, settings);
    }

    private static void Chain(CommandLine commandLine, ICakeEngine engine, ExecutionSettings settings)
    {
        settings.UseUnifiedDependencyGraphForMultipleTargets();
        var tasks = engine.Tasks.OfType<CakeTask>().ToDictionary(task => task.Name, StringComparer.OrdinalIgnoreCase);
        var targets = commandLine.EffectiveTargets.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => tasks[name]).ToList();
        for (var index = 1; index < targets.Count; index++)
        {
            // A target that an earlier one needs has run by then.
            if (!Needs(targets[index - 1], targets[index].Name, tasks) && !Needs(targets[index], targets[index - 1].Name, tasks))
                targets[index].AddDependency(targets[index - 1].Name);
        }
    }

    private static bool Needs(CakeTask task, string other, Dictionary<string, CakeTask> tasks)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>([task.Name]);
        while (open.TryPop(out var name))
        {
            if (!seen.Add(name) || !tasks.TryGetValue(name, out var current))
                continue;
            foreach (var dependency in current.Dependencies.Select(dependency => dependency.Name)
                .Concat(tasks.Values.Where(candidate => candidate.Dependees.Any(dependee => Same(dependee.Name, name))).Select(candidate => candidate.Name)))
            {
                if (Same(dependency, other))
                    return true;
                open.Push(dependency);
            }
        }

        return false;
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}

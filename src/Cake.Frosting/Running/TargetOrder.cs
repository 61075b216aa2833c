using Cake.Core;
using Cake.Frosting.Arguments;

namespace Cake.Frosting.Running;

/// <summary>
/// Makes Cake's own engine finish one target before it starts what the next one needs, in the order of the user. It would
/// sort everything by name, because it walks one merged graph in alphabetical order. An engine of somebody else's gets the
/// graph as declared.
/// </summary>
internal static class TargetOrder
{
    public static void Keep(CommandLine commandLine, ICakeEngine engine, ExecutionSettings settings)
    {
        if (commandLine.EffectiveTargets.Count < 2 || engine is not CakeEngine)
        {
            return;
        }

        settings.UseUnifiedDependencyGraphForMultipleTargets();
        Chain(commandLine.EffectiveTargets, [.. engine.Tasks.OfType<CakeTask>()]);
    }

    private static void Chain(IEnumerable<string> targets, IReadOnlyCollection<CakeTask> tasks)
    {
        var placed = new HashSet<CakeTask>();
        string? previous = null;
        foreach (var target in targets)
        {
            var added = RunsBefore(target, tasks).Except(placed).ToList();
            if (added.Count == 0)
            {
                continue;
            }

            // None of these is needed by an earlier target, or it would have been placed: no cycle can arise.
            if (previous is not null)
            {
                added.ForEach(t => t.AddDependency(previous));
            }

            placed.UnionWith(added);
            previous = target;
        }
    }

    /// <returns>The target itself and everything that it needs, directly or not.</returns>
    private static HashSet<CakeTask> RunsBefore(string target, IReadOnlyCollection<CakeTask> tasks)
    {
        var found = new HashSet<CakeTask>();
        var open = new Stack<string>([target]);
        while (open.TryPop(out var name))
        {
            foreach (var task in tasks.Where(t => Same(t.Name, name)).Where(found.Add))
            {
                task.Dependencies.ForEach(d => open.Push(d.Name));
                foreach (var reverse in tasks.Where(c => c.Dependees.Exists(d => Same(d.Name, name))))
                {
                    open.Push(reverse.Name);
                }
            }
        }

        return found;
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}

using Cake.Core;
using Slipway.Graph.Options;
using Slipway.Graph.Scheduling;
using Slipway.Graph.Tasks;

namespace Slipway.Graph.Engine;

/// <summary>Turns what one target needs into a batch for the schedule.</summary>
internal sealed class TargetPlanner(TaskGraph graph, ParallelEngineOptions options, bool exclusive)
{
    public IReadOnlyList<int> Order(int target) => exclusive ? [target] : graph.Order(target);

    /// <param name="target">What the user asked for.</param>
    /// <param name="todo">The tasks to run for it, in Cake's order.</param>
    public (IReadOnlyList<ScheduledTask> Scheduled, IReadOnlyList<BatchedTask> Batched) Plan(int target, IReadOnlyList<int> todo)
    {
        var positions = new Dictionary<int, int>(todo.Count);
        var scheduled = new List<ScheduledTask>(todo.Count);
        var batched = new List<BatchedTask>(todo.Count);
        foreach (var index in todo)
        {
            var task = graph.Tasks[index];
            var dependencies = exclusive ? [] : graph.DependenciesOf(index);
            var waitsFor = new List<int>(dependencies.Count);
            var names = new List<string>(dependencies.Count);
            foreach (var dependency in dependencies)
            {
                names.Add(graph.Tasks[dependency].Name);
                if (positions.TryGetValue(dependency, out var position))
                {
                    waitsFor.Add(position);
                }
            }

            positions[index] = scheduled.Count;
            scheduled.Add(new ScheduledTask(waitsFor, LocksOf(task), options.ExpectedDuration?.Invoke(task.Name)?.TotalSeconds ?? 1));
            batched.Add(new BatchedTask(task, index == target, names));
        }

        return (scheduled, batched);
    }

    private IReadOnlyList<string> LocksOf(CakeTask task)
    {
        var locks = new HashSet<string>(TaskLockExtensions.LocksOf(task), StringComparer.OrdinalIgnoreCase);
        locks.UnionWith(options.LocksOf(task.Name));
        return locks.Count == 0 ? [] : [.. locks];
    }
}

using Cake.Core;

namespace Slipway.Graph.Scheduling;

/// <summary>The tasks and who waits for whom, built in time linear in tasks and edges.</summary>
internal sealed class TaskGraph
{
    private readonly Dictionary<string, int> _indexes;
    private readonly List<int>[] _dependencies;

    private TaskGraph(IReadOnlyList<CakeTask> tasks)
    {
        Tasks = tasks;
        _indexes = new Dictionary<string, int>(tasks.Count, StringComparer.OrdinalIgnoreCase);
        _dependencies = new List<int>[tasks.Count];
        for (var i = 0; i < tasks.Count; i++)
        {
            _indexes.Add(tasks[i].Name, i);
            _dependencies[i] = [];
        }
    }

    public IReadOnlyList<CakeTask> Tasks { get; }

    /// <summary>Builds the graph, refusing what Cake refuses: missing tasks and tasks that wait for themselves or each other.</summary>
    public static TaskGraph Build(IReadOnlyList<CakeTask> tasks)
    {
        var graph = new TaskGraph(tasks);
        var edges = new HashSet<(int, int)>();
        for (var i = 0; i < tasks.Count; i++)
        {
            foreach (var dependency in tasks[i].Dependencies)
            {
                if (graph.Find(tasks[i], dependency, "is dependent on task") is { } other)
                {
                    graph.Connect(other, i, edges);
                }
            }

            foreach (var dependee in tasks[i].Dependees)
            {
                if (graph.Find(tasks[i], dependee, "has specified that it's a dependency for task") is { } other)
                {
                    graph.Connect(i, other, edges);
                }
            }
        }

        return graph;
    }

    public int? IndexOf(string name) => _indexes.TryGetValue(name, out var index) ? index : null;

    public IReadOnlyList<int> DependenciesOf(int task) => _dependencies[task];

    /// <summary>The tasks that the target needs, itself last, in Cake's order (depth first, dependencies as declared).</summary>
    public IReadOnlyList<int> Order(int target)
    {
        var order = new List<int>();
        var state = new byte[Tasks.Count];

        // A path of its own instead of recursion: a chain of 10,000 tasks must not exhaust the stack.
        var path = new Stack<(int Task, int Next)>();
        path.Push((target, 0));
        state[target] = 1;
        while (path.TryPop(out var step))
        {
            var dependencies = _dependencies[step.Task];
            if (step.Next == dependencies.Count)
            {
                state[step.Task] = 2;
                order.Add(step.Task);
                continue;
            }

            path.Push((step.Task, step.Next + 1));
            var dependency = dependencies[step.Next];
            if (state[dependency] == 1)
            {
                throw Circle(path, dependency);
            }

            if (state[dependency] == 0)
            {
                state[dependency] = 1;
                path.Push((dependency, 0));
            }
        }

        return order;
    }

    private int? Find(CakeTask task, CakeTaskDependency dependency, string relation)
    {
        if (_indexes.TryGetValue(dependency.Name, out var index))
        {
            return index;
        }

        return dependency.Required
            ? throw new CakeException($"Task '{task.Name}' {relation} '{dependency.Name}' which does not exist.")
            : null;
    }

    private void Connect(int start, int end, HashSet<(int Start, int End)> edges)
    {
        if (start == end)
        {
            throw new CakeException($"Task '{Tasks[start].Name}' depends on itself. Remove that dependency.");
        }

        if (edges.Contains((end, start)))
        {
            throw new CakeException(
                $"Tasks '{Tasks[end].Name}' and '{Tasks[start].Name}' depend on each other. Remove one of the two dependencies.");
        }

        if (edges.Add((start, end)))
        {
            _dependencies[end].Add(start);
        }
    }

    private CakeException Circle(IEnumerable<(int Task, int Next)> path, int closing)
    {
        var circle = path.Select(s => s.Task).TakeWhile(t => t != closing).Reverse().Prepend(closing).Append(closing);
        var names = string.Join(" -> ", circle.Select(t => Tasks[t].Name));
        return new CakeException($"Graph contains circular references: {names}. Remove one of these dependencies.");
    }
}

using System.Reflection;
using Cake.Frosting;
using Slipway.Deployment.Planning;
using Slipway.Engine.Errors;
using Slipway.Observability.Journal;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>
/// The tasks of a host and what each depends on, read from their attributes as Cake.Frosting reads them: known before Cake starts, so that
/// tasks of the user's own are in the plan.
/// </summary>
internal sealed class TaskMap
{
    private static readonly string[] Actions = [RunAction.Deploy, RunAction.Rollback, RunAction.Release];

    private readonly Dictionary<string, TaskNode> _tasks;
    private readonly IReadOnlyList<PhaseChange> _changes;

    /// <summary>Reads the tasks of assemblies.</summary>
    /// <param name="changes">What the user changes about phases.</param>
    public TaskMap(IEnumerable<Assembly> assemblies, IReadOnlyList<PhaseChange> changes)
    {
        _changes = changes;
        var types = assemblies.Distinct()
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => t is { IsAbstract: false, IsClass: true } && typeof(IFrostingTask).IsAssignableFrom(t))
            .ToList();
        var dependees = types
            .SelectMany(t => t.GetCustomAttributes<IsDependeeOfAttribute>().Select(a => (Before: TaskNode.NameOf(t), After: TaskNode.NameOf(a.Task))))
            .ToLookup(d => d.After, d => d.Before, StringComparer.OrdinalIgnoreCase);
        _tasks = types
            .Select(t => (Name: TaskNode.NameOf(t), Type: t))
            .DistinctBy(t => t.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(t => t.Name, t => new TaskNode(t.Name, t.Type, [.. Named(t.Type), .. dependees[t.Name]]), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A command line with what its targets mean here, and what is wrong with them.</summary>
    public CommandLineOptions Understand(CommandLineOptions given)
    {
        var meant = Meant(given.Targets);
        return given with
        {
            Meant = meant,
            OwnPart = OwnPart(given.Targets),
            Problem = given.Problem ?? TargetRules.Unknown(given.Targets, _tasks.Keys) ?? TargetRules.Problem(meant, given.IsSet("exclusive")),
        };
    }

    /// <summary>The targets as they count for what is planned: one that leads to a deployment, a rollback or a release stands for it.</summary>
    public IReadOnlyList<string> Meant(IReadOnlyList<string> targets) =>
        [.. targets.SelectMany(t => !IsOwn(t) ? [t] : Actions.Where(a => Before(t).Contains(a)).DefaultIfEmpty(t))];

    /// <summary>
    /// The task after which a run of a part of a deployment ends where tasks of the user's own are asked for that are parts of one; null
    /// where none is, or the targets ask for a whole one.
    /// </summary>
    /// <param name="targets">The targets, in the user's order.</param>
    public string? OwnPart(IReadOnlyList<string> targets) =>
        Meant(targets).Any(t => Actions.Contains(t, StringComparer.OrdinalIgnoreCase)) || !targets.Any(t => IsOwn(t) && NeedsPlan(t)) ? null
            : Order(RunAction.Deploy, targets).Last(n => targets.Contains(n.Name, StringComparer.OrdinalIgnoreCase)).Name;

    /// <summary>Whether a task is one of the user's own.</summary>
    public bool IsOwn(string task) => _tasks.TryGetValue(task, out var node) && !node.IsOfSlipway;

    /// <summary>Whether a task of the user's own is no phase: only it knows what it does.</summary>
    public bool IsOpaque(string task) => IsOwn(task) && !IsPhase(_tasks[task]);

    /// <summary>Whether a task runs after the plan was made, as a part of what it says.</summary>
    public bool NeedsPlan(string task) => Before(task).Contains(nameof(Preflight));

    /// <summary>Whether a task of the user's own comes before the plan, which may depend on what it does.</summary>
    public bool PreparesPlan(string action) => Before(action).Any(t => IsOwn(t) && !NeedsPlan(t));

    /// <summary>All that a run of the targets does, as phases, each after all that it depends on.</summary>
    /// <param name="action">What is planned, one of <see cref="RunAction"/>.</param>
    /// <param name="targets">The targets of the user: tasks of one's own among them, and what they need, belong to the plan.</param>
    /// <exception cref="SlipwayException">A phase of the user's own can't be made before Cake starts.</exception>
    public IReadOnlyList<IPhase> Phases(string action, IReadOnlyList<string> targets) =>
    [
        .. Order(action, targets)
            .Select(n => new PlannedTask(n, IsPhase(n) ? Make(n) : null, !NeedsPlan(n.Name), [.. _changes.Where(c => c.Phase == n.Type)])),
    ];

    private static IEnumerable<string> Named(Type type) =>
        type.GetCustomAttributes<IsDependentOnAttribute>(inherit: true).Select(a => TaskNode.NameOf(a.Task));

    private static bool IsPhase(TaskNode node) => typeof(Phase).IsAssignableFrom(node.Type);

    private static Phase Make(TaskNode node) => PhaseGraph.Find(node.Name) is { } known && known.GetType() == node.Type ? known
        : node.Type.GetConstructor(Type.EmptyTypes) is { } simple ? (Phase)simple.Invoke(null)
        : throw new SlipwayException(
            ExitCode.BadConfiguration,
            $"the phase {node.Name} ({node.Type.FullName}) has no public constructor without parameters",
            "a phase is planned before Cake makes its services: give what it needs to its steps, or make it a task that is no phase");

    // Each after what it depends on; of those that could come next Slipway's own keep their order, with the user's as early as can be.
    private List<TaskNode> Order(string action, IReadOnlyList<string> targets)
    {
        var wanted = Before(action).Concat(targets.Where(t => IsOwn(t) && NeedsPlan(t)).SelectMany(Before)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var left = wanted.Select(n => _tasks[n]).OrderBy(n => PhaseGraph.PositionOf(n.Name)).ThenBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var order = new List<TaskNode>();
        while (left.Count > 0)
        {
            var next = left.Find(n => n.DependsOn.All(d => !left.Any(l => l.Name.Equals(d, StringComparison.OrdinalIgnoreCase))))
                ?? throw new SlipwayException(ExitCode.BadConfiguration, $"these tasks wait for each other: {string.Join(", ", left.Select(n => n.Name))}");
            order.Add(next);
            left.Remove(next);
        }

        return order;
    }

    // A task with all that comes before it.
    private HashSet<string> Before(string task)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = new Stack<string>([task]);
        while (left.TryPop(out var name))
        {
            if (_tasks.TryGetValue(name, out var node) && found.Add(node.Name))
            {
                foreach (var before in node.DependsOn)
                {
                    left.Push(before);
                }
            }
        }

        return found;
    }
}

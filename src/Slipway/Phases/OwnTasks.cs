using System.Collections.Concurrent;
using Cake.Core;
using Slipway.Graph.Tasks;
using Slipway.Observability.Journal;

namespace Slipway.Phases;

/// <summary>
/// Lets tasks of the user's own that belong to a plan count like its phases: they don't run when nothing changes, demand the lock, and are
/// in the journal.
/// </summary>
internal sealed class OwnTasks
{
    private readonly ConcurrentDictionary<string, JournaledPhase> _running = new(StringComparer.OrdinalIgnoreCase);
    private readonly SlipwayContext _context;
    private readonly TaskMap _tasks;

    private OwnTasks(SlipwayContext context, TaskMap tasks) => (_context, _tasks) = (context, tasks);

    /// <summary>Watches what an engine runs.</summary>
    public static void Watch(ICakeEngine engine, SlipwayContext context, TaskMap tasks)
    {
        var own = new OwnTasks(context, tasks);
        engine.BeforeSetup += (_, _) => own.AddCriteria(engine);
        engine.AfterTaskTeardown += (_, e) => own.Ended(e.TaskTeardownContext);
    }

    private void AddCriteria(ICakeEngine engine)
    {
        foreach (var task in engine.Tasks.OfType<CakeTask>().Where(t => _tasks.IsOpaque(t.Name) && _tasks.NeedsPlan(t.Name)))
        {
            task.Criterias.Add(new CakeTaskCriteria(_ => IsToRun(task)));
        }
    }

    private bool IsToRun(CakeTask task)
    {
        if (_context.Plan.Phases.FirstOrDefault(p => p.Name.Equals(task.Name, StringComparison.OrdinalIgnoreCase)) is not { } planned)
        {
            return true;
        }

        if (planned.IsEmpty)
        {
            return planned.Name == _context.Plan.Context.Request.Until;
        }

        _running[task.Name] = SlipwayContext.Guard(() => _context.BegunRun.BeginOwnAsync(planned, _context.CancellationToken()).GetAwaiter().GetResult());
        return true;
    }

    private void Ended(ITaskTeardownContext task)
    {
        if (_running.TryRemove(task.Task.Name, out var journal))
        {
            journal.Finish(task.ThrownException is { } error ? RunResult.Of(error) : RunResult.Success, task.ThrownException?.Message);
        }
    }
}

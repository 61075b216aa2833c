using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Status;
using Slipway.Deployment.Targets;
using Slipway.Engine.Errors;
using Slipway.Graph.Tasks;
using Slipway.Observability.Console;

namespace Slipway.Phases;

/// <summary>What Slipway's tasks share: the session, the plan and its execution.</summary>
public class SlipwayContext : FrostingContext
{
    private readonly SessionSource _source;
    private readonly Lazy<DeploymentPlan> _plan;
    private readonly Lazy<DeploymentRun> _run;

    /// <summary>Creates the context of a build.</summary>
    /// <param name="context">Cake's own context.</param>
    /// <param name="console">Where answers to the user go.</param>
    /// <param name="source">Opens the session.</param>
    /// <param name="engine">Runs the tasks.</param>
    public SlipwayContext(ICakeContext context, IConsole console, SessionSource source, ICakeEngine engine)
        : base(context)
    {
        (_source, Console) = (source, console);

        // Not as Cake's teardown, of which there is one: a user's own would take its place, and with it the end of the run.
        engine.BeforeTeardown += (_, e) => EndAsync(e.TeardownContext.Successful).GetAwaiter().GetResult();
        OwnTasks.Watch(engine, this, source.Tasks);
        _plan = new Lazy<DeploymentPlan>(() => Session.Plan());
        _run = new Lazy<DeploymentRun>(() => new DeploymentRun(Session, Plan, Shown(), source.Additions, TimeProvider.System));
    }

    /// <summary>Where answers to the user go.</summary>
    public IConsole Console { get; }

    /// <summary>The session; opened at the first call.</summary>
    public Session Session => _source.OpenAsync(this.CancellationToken()).GetAwaiter().GetResult();

    /// <summary>The plan of the deployment, or of the rollback if that is what was asked for.</summary>
    public DeploymentPlan Plan => _plan.Value;

    /// <summary>The run, if it has begun.</summary>
    public DeploymentRun? Run => _run.IsValueCreated ? _run.Value : null;

    /// <summary>What the command answers when it succeeds.</summary>
    /// <param name="code">The exit code.</param>
    public void SucceedWith(ExitCode code) => _source.Success = code;

    /// <summary>Prints what a command answers; an error ends the run with its exit code.</summary>
    /// <param name="command">Writes to the standard output and the standard error that it is given.</param>
    /// <returns>The command's exit code.</returns>
    /// <exception cref="CakeException">It failed.</exception>
    public ExitCode Answer(Func<TextWriter, TextWriter, ExitCode> command)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = Guard(() => command(output, errors));
        Console.Write("{0}", output);
        Console.WriteError("{0}", errors);
        return code;
    }

    /// <summary>Lets an error end the run with its exit code.</summary>
    /// <param name="action">What may fail.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="CakeException">It failed.</exception>
    public static async Task GuardAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (SlipwayException e)
        {
            throw e.ForCake();
        }
    }

    /// <summary>Lets an error end the run with its exit code.</summary>
    /// <typeparam name="T">What comes of the action.</typeparam>
    /// <param name="action">What may fail.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="CakeException">It failed.</exception>
    public static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SlipwayException e)
        {
            throw e.ForCake();
        }
    }

    /// <summary>The run, which begins now if it has not.</summary>
    internal DeploymentRun BegunRun => _run.Value;

    /// <summary>Shows what steps say as words of the task that calls.</summary>
    /// <returns>The sink for the journal of a run.</returns>
    internal ConsoleSink Shown() => new(l => Log.Verbose("{0}", l), n => Log.Information("{0}", n), p => this.ReportProgress(p));

    internal bool Enter(Phase phase)
    {
        var plan = Plan.Of(phase.Name);
        if (!plan.IsEmpty)
        {
            return true;
        }

        Log.Verbose("{0}: {1}", plan.Name, plan.Reason);
        if (Plan.Context.ChangesAnything)
        {
            _run.Value.Skip(plan);
        }
        else
        {
            // Of fourteen phases that do nothing there is one thing to say.
            this.EndQuietly();
        }

        // The phase that the user asked for is never skipped: with nothing to do it says so.
        return phase is Deploy or Rollback or Release || phase.Name == Plan.Context.Request.Until;
    }

    internal Task ExecuteAsync(Phase phase)
    {
        if (!Plan.Context.ChangesAnything)
        {
            Session.RememberServing(Plan, TimeProvider.System);
            Console.WriteLine("{0}", RunSummary.OfNothing(Plan));
            return Task.CompletedTask;
        }

        if (Plan.Of(phase.Name) is { IsEmpty: true } empty)
        {
            Console.WriteLine("{0}", $"{Plan.Context.Application.Name}: {empty.Name} has nothing to do: {empty.Reason}");
            return Task.CompletedTask;
        }

        return _run.Value.ExecuteAsync(Plan.Of(phase.Name), this.CancellationToken());
    }

    // Leads back what failed, releases the lock, writes the journal and the history, and says what was done.
    private async Task EndAsync(bool isSuccessful)
    {
        if (Run is not { } run)
        {
            return;
        }

        if (!isSuccessful)
        {
            await run.AbandonAsync();
        }

        await run.DisposeAsync();
        if (isSuccessful)
        {
            Console.WriteLine("{0}", RunSummary.Of(run.Plan, run.Elapsed));
        }
    }
}

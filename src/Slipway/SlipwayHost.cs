using System.Reflection;
using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Targets;
using Slipway.Docker;
using Slipway.Engine;
using Slipway.Engine.Errors;
using Slipway.Graph;
using Slipway.Hosts;
using Slipway.Observability.Journal;
using Slipway.Options;
using Slipway.Phases;
using Slipway.Timings;

namespace Slipway;

/// <summary>
/// A Cake.Frosting host with Slipway's tasks on the parallel engine, and with the help, the refusals, Lint and Init of <c>build.sh</c>. The
/// public tasks of the program that makes one belong to it.
/// </summary>
/// <param name="arguments">The arguments of the process.</param>
public sealed class SlipwayHost(IReadOnlyList<string> arguments)
{
    private static readonly string[] OpeningSession = [nameof(Plan), nameof(Status), nameof(Rollback), nameof(Release), nameof(Deploy)];
    private static readonly string[] Quiet = [nameof(Plan), nameof(Status), nameof(Rollback), nameof(Lint), nameof(Optimize)];
    private static readonly string[] Wordless = ["--no-report", "--verbosity=quiet"];

    // Nothing can be said of a release, or of what an application is at, where one of these did not look, wait or act.
    private static readonly Type[] Needed =
        [typeof(Preflight), typeof(Phases.Lock), typeof(StartSlot), typeof(AwaitReady), typeof(Switch), typeof(Deploy), typeof(Rollback), typeof(Release)];

    private readonly List<Assembly> _assemblies = [];
    private readonly List<Action<CakeHost>> _configuring = [];
    private readonly List<PhaseChange> _changes = [];
    private readonly List<IStepHandler> _handlers = [];
    private readonly List<Func<IJournalSink>> _sinks = [];

    /// <summary>How users call this program, as the help says it.</summary>
    public string Program { get; init; } = "dotnet run --";

    /// <summary>The application's folder where <c>--app</c> does not name one; the current one by default.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>The options that tasks of one's own take, without dashes, and what the help says of each. All others are refused.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Adds the public tasks of an assembly; those of the program itself are there.</summary>
    /// <returns>The same host.</returns>
    public SlipwayHost AddTasks(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Configures the Cake.Frosting host: services, lifetimes, a context derived from <see cref="SlipwayContext"/>.</summary>
    /// <param name="configure">Is given the host before it runs; what it registers wins over Slipway's own.</param>
    /// <returns>The same host.</returns>
    public SlipwayHost Configure(Action<CakeHost> configure)
    {
        _configuring.Add(configure);
        return this;
    }

    /// <summary>Changes what a phase does. What the function returns is what Plan shows and Deploy executes.</summary>
    /// <typeparam name="TPhase">Its class.</typeparam>
    /// <param name="change">Makes, from the plan of the phase and what is known, the plan that counts. A pure function.</param>
    /// <returns>The same host.</returns>
    public SlipwayHost ChangePhase<TPhase>(Func<PhasePlan, PlanningContext, PhasePlan> change)
        where TPhase : Phase
    {
        _changes.Add(new PhaseChange(typeof(TPhase), change));
        return this;
    }

    /// <summary>Leaves a phase out.</summary>
    /// <typeparam name="TPhase">The phase, which must not be one that all others rely on.</typeparam>
    /// <returns>The same host.</returns>
    /// <exception cref="ArgumentException">Without that phase nothing could be said of a release.</exception>
    public SlipwayHost LeaveOut<TPhase>()
        where TPhase : Phase => Needed.Contains(typeof(TPhase))
            ? throw new ArgumentException($"{typeof(TPhase).Name} can't be left out: what comes after it relies on it", nameof(TPhase))
            : ChangePhase<TPhase>((p, _) => p with { Steps = [], Undo = [], Reason = "left out by this build" });

    /// <summary>Adds what executes the steps of a kind of one's own.</summary>
    /// <param name="handler">Such as a <see cref="StepHandler{TStep}"/>.</param>
    /// <returns>The same host.</returns>
    public SlipwayHost AddStepHandler(IStepHandler handler)
    {
        _handlers.Add(handler);
        return this;
    }

    /// <summary>Adds a place where the journal's events go.</summary>
    /// <param name="sink">Makes it, for each run; the run disposes it.</param>
    /// <returns>The same host.</returns>
    public SlipwayHost AddSink(Func<IJournalSink> sink)
    {
        _sinks.Add(sink);
        return this;
    }

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        var commandLine = CommandLineOptions.Read(arguments, Folder, [.. Options.Keys]);
        using var timings = commandLine.IsSet("timings") ? new RunTimings(TimeProvider.System) : null;
        var exitCode = Run(commandLine, timings);
        foreach (var line in timings?.Lines ?? [])
        {
            StandardStreams.Errors.WriteLine(line);
        }

        return exitCode;
    }

    private int Run(CommandLineOptions commandLine, RunTimings? timings)
    {
        var (output, errors) = (StandardStreams.Output, StandardStreams.Errors);
        return UsageHost.Run(commandLine, new Usage(Program, Options), output, errors)
            ?? LintHost.Run(commandLine, output, errors)
            ?? InitHost.Run(commandLine, output, errors, StandardStreams.Answers)
            ?? RunTasks(commandLine, timings);
    }

    private int RunTasks(CommandLineOptions given, RunTimings? timings)
    {
        var further = _assemblies.Prepend(Assembly.GetEntryAssembly()).OfType<Assembly>().Where(a => a != typeof(SlipwayHost).Assembly).Distinct().ToList();
        var tasks = new TaskMap([typeof(SlipwayHost).Assembly, .. further], _changes);
        var commandLine = tasks.Understand(given);
        if (commandLine.Problem is { } problem)
        {
            StandardStreams.Errors.WriteLine($"Error: {SecretMask.None.Apply(problem)}");
            return (int)ExitCode.BadConfiguration;
        }

        var source = new SessionSource(commandLine, new CakeCommandLines(), tasks, new RunAdditions(_handlers, _sinks)
        {
            Timings = () => timings?.Lines ?? [],
        });
        if ((commandLine.IsDryRun || OpeningSession.Any(commandLine.Names)) && !tasks.PreparesPlan(commandLine.Action))
        {
            // While Cake starts, compose and the engine already answer. The task that needs the answer sees the error, if any.
            source.Begin();
        }

        var exitCode = RunCake(source, commandLine, further);
        using (Spans.Begin("close the session"))
        {
            source.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        // What a plan would change is no news once it was done.
        return exitCode != 0 || (!commandLine.IsDryRun && TargetRules.ChangeAnything(commandLine.Meant)) ? exitCode : (int)source.Success;
    }

    private int RunCake(SessionSource source, CommandLineOptions commandLine, IEnumerable<Assembly> further)
    {
        using var span = Spans.Begin("Cake's host with all tasks");
        return Host(source, commandLine, further).Run(Arguments(commandLine));
    }

    private CakeHost Host(SessionSource source, CommandLineOptions commandLine, IEnumerable<Assembly> further)
    {
        var host = new CakeHost()
            .AddAssembly(typeof(SlipwayHost).Assembly)
            .UseContext<SlipwayContext>()
            .ConfigureServices(o => o.AddParallelEngine(e => e.Mask = source.Mask).AddSingleton(_ => source).AddSingleton(commandLine));

        // Cake.Frosting has the program's own assembly already, and would register its tasks twice.
        foreach (var assembly in further.Where(a => a != Assembly.GetEntryAssembly()))
        {
            host.AddAssembly(assembly);
        }

        _configuring.ForEach(c => c(host));
        return host;
    }

    // A dry run is a plan, and an answer is all that is printed: no headlines and no report around it.
    private static IEnumerable<string> Arguments(CommandLineOptions commandLine)
    {
        if (commandLine.IsDryRun)
        {
            return [.. commandLine.ForCake(o => o.Name != "target" && !OptionNames.DryRun.Contains(o.Name)), "--target=" + nameof(Plan), .. Wordless];
        }

        var isQuiet = commandLine.Targets is [var only] && Quiet.Contains(only, StringComparer.OrdinalIgnoreCase) && commandLine.Value("verbosity") is null;
        return [.. commandLine.ForCake(_ => true), .. isQuiet ? Wordless : []];
    }
}

using System.Collections.Concurrent;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Commands;
using Slipway.Observability.Console;
using Slipway.Observability.Journal;
using Slipway.Testing;
using Slipway.Testing.Journal;

namespace Slipway.Deployment.Tests.Execution;

/// <summary>Executes phases of real commands and keeps all that was said.</summary>
internal sealed class ExecutionScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingSink _events = new();
    private readonly RunJournal _journal;
    private readonly JournaledPhase _phase;
    private readonly PlanExecutor _executor;

    public ExecutionScene(TimeProvider? time = null)
    {
        _journal = new RunJournal(time ?? TimeProvider.System, SecretMask.None, _events, new ConsoleSink(Show, Notes.Enqueue, _ => { }));
        _phase = _journal.Start(RunAction.Deploy, "r1").Phase("Test", null);
        _executor = new PlanExecutor([new CommandStepHandler(new CommandRunner(null)), new WriteFileHandler()], (s, _) => Demand(s), time ?? TimeProvider.System);
    }

    public string Folder => _folder.Path;

    public ConcurrentQueue<string> Lines { get; } = [];

    public ConcurrentQueue<string> Notes { get; } = [];

    /// <summary>Told of each line as it comes.</summary>
    public Action<string> OnLine { get; set; } = _ => { };

    /// <summary>Fails for steps that must not be taken.</summary>
    public Func<Step, Task> Demand { get; set; } = _ => Task.CompletedTask;

    public CommandStep Shell(string script) => new(new CommandLine(["/bin/sh", "-c", script], Folder: Folder)) { Purpose = "test" };

    public Task RunAsync(params Step[] steps) => RunAsync(TestContext.Current.CancellationToken, steps);

    public Task RunAsync(CancellationToken cancellation, params Step[] steps) =>
        _executor.ExecuteAsync(new PhasePlan("Test", steps, [], string.Empty), _phase, cancellation);

    public bool Exists(string file) => File.Exists(Path.Combine(Folder, file));

    /// <summary>What the journal says of steps, once all is written.</summary>
    public IReadOnlyList<JournalEvent> Steps()
    {
        _journal.Dispose();
        return [.. _events.Entries.Where(e => e.Kind.ToString().StartsWith("Step", StringComparison.Ordinal))];
    }

    public void Dispose()
    {
        _journal.Dispose();
        _events.Dispose();
        _folder.Dispose();
    }

    private void Show(string line)
    {
        Lines.Enqueue(line);
        OnLine(line);
    }
}

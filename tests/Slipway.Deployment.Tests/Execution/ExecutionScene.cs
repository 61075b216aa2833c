using System.Collections.Concurrent;
using Slipway.Deployment.Backups;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Migrations;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;
using Slipway.Deployment.Slots;
using Slipway.Deployment.Strategies;
using Slipway.Deployment.Targets;
using Slipway.Engine.Commands;
using Slipway.Observability.Journal;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Execution;

/// <summary>Executes phases of real commands and keeps all that was said.</summary>
internal sealed class ExecutionScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingSink _sink = new();
    private readonly RunJournal _journal;
    private readonly PlanExecutor _executor;

    public ExecutionScene(TimeProvider? time = null)
    {
        _journal = new RunJournal(time ?? TimeProvider.System, SecretMask.None, _sink);
        _executor = new PlanExecutor([new CommandStepHandler(new CommandRunner(null)), new WriteFileHandler()], _journal, time ?? TimeProvider.System);
    }

    public string Folder => _folder.Path;

    public ConcurrentQueue<string> Lines { get; } = [];

    public ConcurrentQueue<string> Notes { get; } = [];

    /// <summary>Told of each line as it comes.</summary>
    public Action<string> OnLine { get; set; } = _ => { };

    public CommandStep Shell(string script) => new(new CommandLine(["/bin/sh", "-c", script], Folder: Folder)) { Purpose = "test" };

    public Task RunAsync(params Step[] steps) => RunAsync(TestContext.Current.CancellationToken, steps);

    public Task RunAsync(CancellationToken cancellation, params Step[] steps) => _executor.ExecuteAsync(
        new PhasePlan("Test", steps, [], string.Empty),
        new StepOutput(
            line =>
            {
                Lines.Enqueue(line);
                OnLine(line);
            },
            Notes.Enqueue,
            _ => { }),
        cancellation);

    public bool Exists(string file) => File.Exists(Path.Combine(Folder, file));

    /// <summary>The journal, once all is written.</summary>
    public IReadOnlyList<JournalEvent> Journal()
    {
        _journal.Dispose();
        return _sink.Entries;
    }

    public void Dispose()
    {
        _journal.Dispose();
        _sink.Dispose();
        _folder.Dispose();
    }
}

using System.Runtime.Versioning;
using Slipway.Deployment.Backups;
using Slipway.Deployment.Execution;
using Slipway.Deployment.Images;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Tests.Applications;
using Slipway.Dockerfiles.Progress;
using Slipway.Engine.Commands;
using Slipway.Observability.State;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Execution;

/// <summary>Whatever a run writes first, the folder that it makes is this user's alone and not in git.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StateSpecs : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private static readonly StepOutput Nowhere = new(_ => { }, _ => { }, _ => { });

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_overlay()
    {
        await ExecuteAsync(new WriteFileHandler(), new WriteFileStep(State.PathOf("slots.yaml"), "slots.yaml", "services: {}\n") { Purpose = "test" });

        ShouldBePrivate("slots.yaml");
    }

    [Fact]
    public async Task A_backup()
    {
        var dump = new CommandLine(["printf", "PGDMP and more"]);

        await ExecuteAsync(
            new BackupHandler(new CommandRunner(null), _ => Task.FromResult(false), TimeProvider.System),
            new BackupStep(dump, "bot", State.PathOf(StateFolder.Backups), 3) { Purpose = "test" });

        ShouldBePrivate(StateFolder.Backups);
        Directory.EnumerateFiles(State.PathOf(StateFolder.Backups)).Count().ShouldBe(2);
    }

    [Fact]
    public void The_times_of_build_steps()
    {
        new StepTimesFile(_folder.Path).Remember([new BuildStep("base", 1, "RUN true", false, 2)]);

        ShouldBePrivate(StateFolder.StepTimes);
    }

    [Fact]
    public void The_hashes_of_compose()
    {
        var sample = Sample.HelloBot();
        var config = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Applications", "hello-bot", "compose.json"));

        new ComposeHashes(sample with { Settings = sample.Settings with { Folder = _folder.Path } }, new CommandRunner(null))
            .Write(config, new Dictionary<string, string> { ["db"] = "1" });

        ShouldBePrivate(StateFolder.ComposeHashes);
    }

    public void Dispose() => _folder.Dispose();

    private StateFolder State => StateFolder.Of(_folder.Path);

    private static Task ExecuteAsync(IStepHandler handler, Step step) => handler.ExecuteAsync(step, Nowhere, TestContext.Current.CancellationToken);

    private void ShouldBePrivate(string written)
    {
        File.ReadAllText(State.PathOf(".gitignore")).ShouldBe("*\n");
        Path.Exists(State.PathOf(written)).ShouldBeTrue();
        foreach (var thing in Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories))
        {
            (File.GetUnixFileMode(thing) & Others).ShouldBe(UnixFileMode.None, thing);
        }
    }
}

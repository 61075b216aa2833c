using Slipway.Compose.Linting;
using Slipway.Compose.Projects;
using Slipway.Compose.Surroundings;
using Slipway.Deployment.Strategies.Phases;
using Slipway.Dockerfiles.StartUp;
using Slipway.Engine.Commands;
using Slipway.Linting.History;
using Slipway.Linting.Images;
using Slipway.Linting.Options;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Observability.State;

namespace Slipway.Linting.Files;

/// <summary>All files of an application that rules look at, each knowing what the others say.</summary>
internal sealed class LintedFiles : IDisposable
{
    private const int Runs = 20;
    private static readonly string[] StartPhases = [StartSlotSteps.PhaseName, AwaitReadySteps.PhaseName];

    private readonly ImageInspector? _engine;
    private readonly ComposeLinter _linter;
    private readonly Lazy<IReadOnlyList<(string Service, bool HasJob)>> _starts;

    private LintedFiles(LintOptions options, ICommandRunner commands, GitHistory history, List<string> problems)
    {
        var variable = DotEnvFile.Read(options.Folder);
        var settings = LintedSettings.Read(options.Folder, problems);
        var finder = new ComposeFinder(options.Folder, options.Start, problems);
        var application = finder.Application(settings, variable);
        var others = finder.Others(application, variable);
        var places = DockerfileFinder.Find(options.Folder, [application, .. others], variable);
        var dockerfiles = new LintedDockerfiles(options, commands, history);
        var severities = dockerfiles.Settings(problems);
        Dockerfiles = dockerfiles.Find(places, severities, HasMigrationJob, problems);
        InlineDockerfiles = new InlineDockerfiles(options, commands, history, severities).Find([.. application.Files, .. others.SelectMany(a => a.Files)]);

        _engine = options.Engine && settings.IsLocal && application.Files.Length > 0 ? new ImageInspector(settings.Host, commands) : null;
        _linter = new(Surroundings(options, application, settings, variable));
        ComposeFiles = [.. application.Files.Select(f => f.Source).DistinctBy(s => s.Path).Select(s => new LintedCompose(s, _linter))];
        _starts = new(() => _linter.MigratingStarts([.. ComposeFiles.Select(f => f.Fix().After)]));
        Builds = [.. application.Builds.Where(b => b.Dockerfile is not null).Select(b => (b.Service, Path.GetFullPath(b.Dockerfile!)))];
    }

    /// <summary>The compose files, what is included before what includes it.</summary>
    public IReadOnlyList<LintedCompose> ComposeFiles { get; }

    /// <summary>The Dockerfiles, in the order of their paths.</summary>
    public IReadOnlyList<LintedDockerfile> Dockerfiles { get; }

    /// <summary>The Dockerfiles that stand in compose files.</summary>
    public IReadOnlyList<ILintedFile> InlineDockerfiles { get; }

    /// <summary>All of them. A compose file comes before what it builds: what is moved there is not gone meanwhile.</summary>
    public IReadOnlyList<ILintedFile> All => [.. ComposeFiles, .. InlineDockerfiles, .. Dockerfiles];

    private IReadOnlyList<(string Service, string Dockerfile)> Builds { get; }

    /// <summary>Finds the files.</summary>
    /// <param name="options">What the user asks for.</param>
    /// <param name="commands">The seam to other programs.</param>
    /// <param name="history">What git knows.</param>
    /// <param name="problems">Receives what can't be read and is left out for that.</param>
    public static LintedFiles Find(LintOptions options, ICommandRunner commands, GitHistory history, List<string> problems) =>
        new(options, commands, history, problems);

    /// <inheritdoc/>
    public void Dispose() => _engine?.Dispose();

    private ComposeSurroundings Surroundings(LintOptions options, ComposeApplication application, LintedSettings settings, Func<string, string?> variable)
    {
        // Who needs the answers waits for what is left of the time that they take.
        var (engine, compose) = (InBackground(() => _engine?.Engine()), InBackground(() => _engine?.Compose()));
        var dockerfiles = Dockerfiles.ToDictionary(d => d.Place.File, StringComparer.Ordinal);
        return new ComposeSurroundings
        {
            Files = application.Files,
            Variable = variable,
            Exists = p => Path.IsPathRooted(p) && !p.StartsWith(Slashed(options.Folder), StringComparison.Ordinal) && !settings.IsLocal ? null : Path.Exists(p),
            ReadText = p => File.Exists(p) ? File.ReadAllText(p) : null,
            Images = new ServiceImages(
                [.. application.Builds], p => dockerfiles.GetValueOrDefault(Path.GetFullPath(p))?.Source,
                p => dockerfiles.GetValueOrDefault(Path.GetFullPath(p))?.CanMoveMigration == true, _engine),
            Engine = () => engine.Value,
            Compose = () => compose.Value,
            BootTimes = BootTimes(options.Folder, settings),
            HealthAddresses = settings.HealthAddresses,
            Drains = settings.Drains,
            SplitStart = w => StartSplit.Of(w) is { } split ? new MigrationSplit(split.Tool, [.. split.Migration], [.. split.Start]) : null,
        };
    }

    private static Lazy<T> InBackground<T>(Func<T> ask)
    {
        var answer = new Lazy<T>(ask);
        _ = Task.Run(() => answer.Value);
        return answer;
    }

    /// <summary>From the start of a slot to its being ready, the longest of the last deployments.</summary>
    private static Dictionary<string, TimeSpan> BootTimes(string folder, LintedSettings settings)
    {
        var services = settings.Slotted.ToList();
        if (services.Count == 0)
        {
            return [];
        }

        var times = new DeploymentHistory(StateFolder.Of(folder)).Newest(Runs)
            .Where(r => r.Result == RunResult.Success && StartPhases.All(r.Phases.ContainsKey))
            .Select(r => StartPhases.Aggregate(TimeSpan.Zero, (t, p) => t + r.Phases[p])).ToList();
        return times.Count == 0 ? [] : services.ToDictionary(s => s, _ => times.Max(), StringComparer.Ordinal);
    }

    private bool HasMigrationJob(DockerfilePlace place)
    {
        var starts = _starts.Value.Where(s => Builds.Any(b => b.Service == s.Service && b.Dockerfile == place.File)).ToList();
        return starts.Count > 0 && starts.TrueForAll(s => s.HasJob);
    }

    private static string Slashed(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}

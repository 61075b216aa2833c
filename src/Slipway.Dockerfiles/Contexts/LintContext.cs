using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Contexts;

/// <summary>All that a rule can know.</summary>
internal sealed class LintContext
{
    private readonly Lazy<Dictionary<TextSpan, Step>> _places;
    private readonly ILookup<string, Step> _byName;
    private readonly Lazy<List<Step>> _starts;
    private readonly Lazy<List<Step>> _stageCopies;
    private readonly Lazy<List<Step>> _foreign;
    private readonly Lazy<List<Step>> _listUsers;
    private readonly Lazy<List<Step>> _offlineUsers;

    public LintContext(Dockerfile file, LintSettings settings, BuildContext build)
    {
        (File, Settings, Build) = (file, settings, build);
        Stages = StageReader.Read(file);
        Globals = StageReader.Globals(file);
        Steps = [.. Stages.SelectMany(s => s.Steps).SelectMany(WithTrigger)];
        _byName = Steps.ToLookup(s => s.Instruction.Name, StringComparer.Ordinal);
        _places = new(() => Steps.Where(s => !s.IsTrigger).ToDictionary(s => s.Instruction.Span));
        _starts = new(() => [.. Steps.Where(s => s.Is("CMD") || s.Is("ENTRYPOINT"))]);
        _stageCopies = new(() => [.. Steps.Where(s => s.Is("COPY") && s.Instruction.Flag("from") is not null)]);
        _foreign = new(() => [.. Steps.Where(s => s.Is("RUN") && !s.IsTrigger && s.Script.Commands.Any(PackageCalls.MayReadPackages))]);
        _offlineUsers = new(() => [.. Steps.Where(s => s.Is("RUN") && !s.IsTrigger && s.Calls.Any(s.IsOffline))]);
        _listUsers = new(() => [.. Steps.Where(UsesLists)]);
    }

    public Dockerfile File { get; }

    public SourceText Source => File.Source;

    public LintSettings Settings { get; }

    public BuildContext Build { get; }

    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The arguments before the first FROM.</summary>
    public IReadOnlyDictionary<string, string?> Globals { get; }

    /// <summary>The steps of all stages; after an ONBUILD comes what it triggers.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>The stage whose image is built when nothing else is asked for.</summary>
    public Stage? Final => Stages.Count > 0 ? Stages[^1] : null;

    /// <summary>The steps of one kind, in order.</summary>
    /// <param name="name">The name of the instruction in upper case.</param>
    public IEnumerable<Step> Named(string name) => _byName[name];

    /// <summary>The steps that say what runs in a container.</summary>
    public IReadOnlyList<Step> Starts => _starts.Value;

    /// <summary>The steps that copy from a stage or an image.</summary>
    public IReadOnlyList<Step> StageCopies => _stageCopies.Value;

    /// <summary>The steps that run programs which may read what package managers have fetched.</summary>
    public IReadOnlyList<Step> Foreign => _foreign.Value;

    /// <summary>The steps that install from package lists of apt which an earlier step has left.</summary>
    public IReadOnlyList<Step> ListUsers => _listUsers.Value;

    /// <summary>The steps that take packages which an earlier step has fetched, and fetch nothing themselves.</summary>
    public IReadOnlyList<Step> OfflineUsers => _offlineUsers.Value;

    /// <summary>The step whose instruction stands at a place.</summary>
    public Step At(TextSpan span) => _places.Value[span];

    /// <summary>The stages that are based on a stage, itself included.</summary>
    public IEnumerable<Stage> BasedOn(Stage stage) => Stages.Where(s => s.Chain().Contains(stage));

    /// <summary>The stage that a <c>--from</c> or <c>from=</c> names.</summary>
    public Stage? Named(string name, Stage before) => StageReader.Find(Stages, name, before);

    private static bool UsesLists(Step step) =>
        step.Is("RUN")
            && !step.IsTrigger
            && step.Calls.Any(c => c.Manager == PackageManagers.Apt)
            && !step.Script.Commands.Any(c => c.Name is "apt-get" or "apt" && c.Verb == "update");

    private static IEnumerable<Step> WithTrigger(Step step) =>
        step.Instruction.Trigger is { } trigger ? [step, new Step(step.Stage, step.Index, trigger, step.Before, isTrigger: true)] : [step];
}

using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Linting;

/// <summary>All that a rule can know.</summary>
internal sealed class LintContext
{
    public LintContext(Dockerfile file, LintSettings settings, BuildContext build)
    {
        (File, Settings, Build) = (file, settings, build);
        Stages = StageReader.Read(file);
        Globals = StageReader.Globals(file);
        Steps = [.. Stages.SelectMany(s => s.Steps).SelectMany(WithTrigger)];
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

    /// <summary>The stages that are based on a stage, itself included.</summary>
    public IEnumerable<Stage> BasedOn(Stage stage) => Stages.Where(s => s.Chain().Contains(stage));

    /// <summary>The stage that a <c>--from</c> or <c>from=</c> names.</summary>
    public Stage? Named(string name, Stage before) =>
        Stages.Take(before.Index).LastOrDefault(s => name.Equals(s.Name, StringComparison.OrdinalIgnoreCase))
        ?? (int.TryParse(name, out var index) && index >= 0 && index < before.Index ? Stages[index] : null);

    private static IEnumerable<Step> WithTrigger(Step step) =>
        step.Instruction.Trigger is { } trigger ? [step, new Step(step.Stage, step.Index, trigger, step.Before, isTrigger: true)] : [step];
}

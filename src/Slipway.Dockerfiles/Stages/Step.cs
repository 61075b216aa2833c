using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Stages;

/// <summary>An instruction in its place within a stage.</summary>
public sealed class Step
{
    private readonly Lazy<ShellScript> _script;
    private readonly Lazy<IReadOnlyList<PackageCall>> _calls;

    internal Step(Stage stage, int index, Instruction instruction, StepState before, bool isTrigger)
    {
        (Stage, Index, Instruction, Before, IsTrigger) = (stage, index, instruction, before, isTrigger);
        _script = new(() => ScriptReader.Read(instruction, before));
        _calls = new(() => [.. PackageCalls.Of(Script)]);
    }

    /// <summary>The stage that it belongs to.</summary>
    public Stage Stage { get; }

    /// <summary>Its place among the steps of the stage, from 0; a trigger has that of its ONBUILD.</summary>
    public int Index { get; }

    /// <summary>The instruction; for a trigger the one within the ONBUILD.</summary>
    public Instruction Instruction { get; }

    /// <summary>What holds before it.</summary>
    public StepState Before { get; }

    /// <summary>Whether an ONBUILD puts it off to the builds that are based on this image.</summary>
    public bool IsTrigger { get; }

    /// <summary>The commands of a RUN, CMD, ENTRYPOINT or HEALTHCHECK; without any for other instructions.</summary>
    public ShellScript Script => _script.Value;

    /// <summary>The commands among them that fetch packages.</summary>
    internal IReadOnlyList<PackageCall> Calls => _calls.Value;

    /// <summary>Whether one of its calls takes packages that an earlier step has fetched, and fetches nothing itself.</summary>
    internal bool IsOffline(PackageCall call) => Instruction.Flag("network")?.Value == "none" || call.IsOffline(Before.Value);

    /// <summary>Whether it makes a layer, which is what the engine caches: a RUN, COPY, ADD or WORKDIR.</summary>
    public bool MakesLayer => Is("RUN") || Is("COPY") || Is("ADD") || (Is("WORKDIR") && StateChange.Folder(this) is not "/");

    /// <summary>Whether the instruction has a name.</summary>
    /// <param name="name">The name in upper case.</param>
    /// <returns>True if so.</returns>
    public bool Is(string name) => Instruction.Is(name);

    /// <inheritdoc/>
    public override string ToString() => Instruction.ToString();
}

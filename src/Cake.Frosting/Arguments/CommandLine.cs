using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Arguments;

/// <summary>The arguments of the process, understood.</summary>
/// <remarks>
/// Lists of reference types on purpose: collections of structs would be compiled anew at every start, 12 ms in all, since
/// ahead-of-time compilation has them for no struct but the runtime's own.
/// </remarks>
internal sealed record CommandLine
{
    public HostMode Mode { get; init; }

    /// <summary>Gets the targets in the order of the user; empty when none was named.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    public bool Exclusive { get; init; }

    public bool NoReport { get; init; }

    /// <summary>Gets what the host itself has no use for.</summary>
    public IReadOnlyList<GivenOption> Remaining { get; init; } = [];

    /// <summary>Gets the targets to run: those named, or else Default.</summary>
    public IReadOnlyList<string> EffectiveTargets => Targets.Count == 0 ? ["Default"] : Targets;

    /// <summary>What tasks see of the arguments: the targets and everything that the host has no use for.</summary>
    public CakeArguments ToCakeArguments()
    {
        List<GivenOption> all = [.. Remaining, .. EffectiveTargets.Select(t => new GivenOption("target", t))];
        if (NoReport)
        {
            all.Add(new GivenOption("Settings_NoReport", "true"));
        }

        return new CakeArguments(all.ToLookup(o => o.Name, o => o.Value!, StringComparer.OrdinalIgnoreCase));
    }
}

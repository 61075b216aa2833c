using System.Collections.Immutable;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Arguments;

/// <summary>The arguments of the process, understood.</summary>
internal sealed record CommandLine
{
    public HostMode Mode { get; init; }

    /// <summary>Gets the targets in the order of the user.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    public bool Exclusive { get; init; }

    public bool NoReport { get; init; }

    /// <summary>Gets what the host itself has no use for. The value of an option that was given none is null.</summary>
    public ImmutableArray<(string Name, string? Value)> Remaining { get; init; } = [];

    /// <summary>Gets the targets to run: those given, or else Default.</summary>
    public ImmutableArray<string> EffectiveTargets => Targets.IsEmpty ? ["Default"] : Targets;

    /// <summary>What tasks see of the arguments: the targets and everything that the host has no use for.</summary>
    public CakeArguments ToCakeArguments()
    {
        var all = Remaining.AddRange(EffectiveTargets.Select(target => ("target", (string?)target)));
        if (NoReport)
            all = all.Add(("Settings_NoReport", "true"));
        return new CakeArguments(all.ToLookup(argument => argument.Name, argument => argument.Value!, StringComparer.OrdinalIgnoreCase));
    }
}

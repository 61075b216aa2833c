using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// What has to be known to drive one kind of proxy. Everything here is a pure function: it says which files the proxy needs and which
/// commands to execute inside its container, and reads their output; executing them is the caller's part.
/// </summary>
public interface IProxy
{
    /// <summary>What it is called in slipway.yaml: lower-case letters only, and no other kind's.</summary>
    string Name { get; }

    /// <summary>The directory of the container that must be a named volume: it holds which slot serves, and survives a restart.</summary>
    string StateDirectory { get; }

    /// <summary>The user that the container must run as (<c>docker run --user</c>), or null when that of the official image will do.</summary>
    string? User { get; }

    /// <summary>The files of the proxy's container.</summary>
    /// <exception cref="ArgumentException">The plan has problems (<see cref="ProxyPlanRules.Problems"/>).</exception>
    IReadOnlyList<ProxyFile> Files(ProxyPlan plan);

    /// <summary>The command that the container must run, or null when that of the official image will do.</summary>
    /// <exception cref="ArgumentException">The plan has problems (<see cref="ProxyPlanRules.Problems"/>).</exception>
    IReadOnlyList<string>? Command(ProxyPlan plan);

    /// <summary>
    /// The command that makes the given slots serve. It closes no connection, may be repeated, and exits non-zero, with the reason on
    /// standard error, when the proxy did not take it.
    /// </summary>
    /// <exception cref="ArgumentException">No choice is given, or a service's name is not one.</exception>
    IReadOnlyList<string> SwitchTo(IReadOnlyList<SlotChoice> choices);

    /// <summary>
    /// The command that tests a configuration given on its standard input, without touching the running proxy; it exits non-zero and
    /// names file and line on standard error when the configuration is wrong. It works in a throwaway container of the image as well.
    /// </summary>
    IReadOnlyList<string> TestConfiguration { get; }

    /// <summary>The command that prints which slots serve, for <see cref="ParseSlots"/>.</summary>
    IReadOnlyList<string> ReadSlots(ProxyPlan plan);

    /// <summary>Reads what <see cref="ReadSlots"/> printed, or the body of <c>GET /slots</c>.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    IReadOnlyList<SlotChoice> ParseSlots(string output);

    /// <summary>
    /// The command that prints how many seconds ago the proxy last switched, or began, as a whole number. Switching makes or removes
    /// a file, which leaves its time at the directory.
    /// </summary>
    IReadOnlyList<string> ReadSwitchAge => ["sh", "-c", $"echo $(( $(date +%s) - $(stat -c %Y {StateDirectory}) ))"];

    /// <summary>The command that prints what is under way to the slots, for <see cref="ParseConnections"/>.</summary>
    IReadOnlyList<string> ReadConnections { get; }

    /// <summary>Counts what is under way to each slot of the plan: two entries a service, blue first.</summary>
    /// <exception cref="FormatException">The text is not the output of <see cref="ReadConnections"/>.</exception>
    IReadOnlyList<SlotConnections> ParseConnections(ProxyPlan plan, string output);
}

using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// What has to be known to drive one kind of proxy. Everything here is a pure function: it says which files the proxy needs and which
/// commands to execute inside its container, and reads their output; executing them is the caller's part.
/// </summary>
/// <remarks>
/// What only some can do is asked for with <c>as</c>: <see cref="IPreviewsSlots"/>, <see cref="ICountsConnections"/>,
/// <see cref="ITellsSwitchAge"/>, <see cref="ILogsFailures"/>, <see cref="ITakesConfiguration"/>. A deployment does without what a kind can't do.
/// </remarks>
public interface IProxy
{
    /// <summary>What it is called in slipway.yaml: lower-case letters only, and no other kind's.</summary>
    string Name { get; }

    /// <summary>The directory of the container that must be a named volume: it holds which slot serves, and survives a restart.</summary>
    string StateDirectory { get; }

    /// <summary>The user that the container must run as (<c>docker run --user</c>), or null when that of the official image will do.</summary>
    string? User { get; }

    /// <summary>
    /// The kernel's settings, by their names, that the container must have (<c>docker run --sysctl</c>); empty when the usual ones will do.
    /// </summary>
    IReadOnlyDictionary<string, string> Sysctls { get; }

    /// <summary>Why it can't pass these protocols on from one of its ports; null when it can.</summary>
    /// <param name="protocols">One, or those of the several routes of a port.</param>
    string? WhyNot(IReadOnlyCollection<SlotProtocol> protocols);

    /// <summary>Why it can't do that with requests; none when it can.</summary>
    /// <param name="handling">What is to be done with the requests of a service.</param>
    /// <param name="protocols">What is spoken on the ports of that service.</param>
    IEnumerable<HandlingProblem> WhyNot(RequestHandling handling, IReadOnlyCollection<SlotProtocol> protocols);

    /// <summary>Why the user's own lines would not stay where they are put; null when they would.</summary>
    /// <returns>The line, and a sentence for a person.</returns>
    (ExtraLine Line, string Message)? WhyNot(IReadOnlyList<ExtraLine> extra);

    /// <summary>The files of the proxy's container that everybody may read; those with certificates are <see cref="Tls.TlsFiles"/>.</summary>
    /// <exception cref="ArgumentException">The plan has problems (<see cref="ProxyPlanRules.Problems"/>).</exception>
    IReadOnlyList<ProxyFile> Files(ProxyPlan plan);

    /// <summary>The command that the container must run, or null when that of the official image will do.</summary>
    /// <exception cref="ArgumentException">The plan has problems (<see cref="ProxyPlanRules.Problems"/>).</exception>
    IReadOnlyList<string>? Command(ProxyPlan plan);

    /// <summary>The ports inside the container that the proxy needs for itself, so that it can't listen there for a service. None is to be published.</summary>
    /// <param name="listeners">How many listeners it has (<see cref="ProxyPlan.Listeners"/>); zero or more.</param>
    IReadOnlyList<int> ReservedPorts(int listeners);

    /// <summary>
    /// The command that makes the given slots serve. It closes no connection, may be repeated, and exits non-zero, with the reason on
    /// standard error, when the proxy did not take it.
    /// </summary>
    /// <param name="plan">What it runs, or is about to.</param>
    /// <param name="choices">One or more.</param>
    /// <exception cref="ArgumentException">No choice is given, or a service's name is not one.</exception>
    IReadOnlyList<string> SwitchTo(ProxyPlan plan, IReadOnlyList<SlotChoice> choices);

    /// <summary>How the running proxy is asked which slots serve; <see cref="SlotReader"/> asks.</summary>
    SlotSource ReadSlots { get; }

    /// <summary>Reads what <see cref="ReadSlots"/> answered.</summary>
    /// <exception cref="FormatException">The text is no such answer.</exception>
    IReadOnlyList<SlotChoice> ParseSlots(string answer);

    /// <summary>
    /// The program and arguments that test the proxy's <see cref="Files"/> where they lie. They are to run in place of entrypoint and
    /// command of a throwaway container of the image, as <see cref="User"/>, into which the files were copied before its start; it needs no
    /// network (<c>--network none</c>), volume or port. A configuration that the proxy takes is silent and exits with 0, unless there are warnings.
    /// Of a wrong one the exit code is another, and standard error names file and line, as in <c>/etc/nginx/nginx.conf:3</c>.
    /// </summary>
    IReadOnlyList<string> TestConfiguration { get; }
}

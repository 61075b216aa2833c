using System.Net;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>
/// Speaks to HAProxy from inside its container, with whatever the image has for it. Both ports are bound on the loopback interface of the
/// container only, which leaves the same numbers free for listeners: those are bound on all addresses, and the kernel prefers the exact one.
/// </summary>
internal static class RuntimeApi
{
    /// <summary>The worker that serves.</summary>
    public const int Port = 9170;

    /// <summary>The master, which also leads to workers of configurations before, as long as they have connections.</summary>
    public const int MasterPort = 9171;

    /// <summary>
    /// A shell function <c>ask PORT COMMANDS</c> that prints the answer, and fails when HAProxy can't be reached. It asks the HAProxy at the
    /// address in the variable <c>at</c>, which is that of this container to begin with.
    /// </summary>
    public const string Functions =
        $"at=${{{ProxySeat.Variable}:-127.0.0.1}}; " +
        "ask() { if command -v bash >/dev/null; " +
        "then bash -c 'exec 3<>/dev/tcp/$3/$1 && echo \"$2\" >&3 && cat <&3' - \"$1\" \"$2\" \"$at\"; " +
        "elif command -v socat >/dev/null; then echo \"$2\" | socat - TCP:$at:$1; " +
        "else echo \"$2\" | nc $at $1; fi; }; ";

    /// <summary>
    /// A shell word: the addresses, each for the variable <c>at</c>, of all HAProxys that share the container's network. The kernel prints them in
    /// the machine's own order; where that is another one, it is this container's.
    /// </summary>
    public static string All { get; } =
        $"$(sed -n 's/^ *[0-9]*: 0\\([1-9]\\)00007F:{Port:X4} 0*:0000 0A .*/127.0.0.\\1/p' /proc/net/tcp | sort -u | grep . || echo $at)";

    /// <summary>Where a plan's HAProxy is driven.</summary>
    public static IPAddress AddressOf(ProxyPlan plan) => plan.Seat?.Loopback ?? IPAddress.Loopback;

    /// <summary>A shell command that lists the processes. The master closes the connection of what it answers itself only if told to.</summary>
    public static string AskMaster { get; } = $"ask {MasterPort} 'show proc; quit'";

    /// <summary>A shell word: the numbers of the workers before, none if there is no master to ask.</summary>
    public static string WorkersBefore { get; } =
        $"$({AskMaster} 2>/dev/null | sed -n '/^# old/,/^# prog/s/^\\([0-9][0-9]*\\) .*/\\1/p')";

    /// <summary>A shell command that asks the worker that serves.</summary>
    public static string Ask(string commands) => $"ask {Port} '{commands}'";

    /// <summary>A shell command that asks a worker by its number in the variable <c>w</c>; one that is gone by now does not answer.</summary>
    public static string AskBefore(params IEnumerable<string> commands) =>
        $"ask {MasterPort} \"{string.Join("; ", commands.Select(c => $"@!$w {c}"))}; quit\" 2>/dev/null";
}

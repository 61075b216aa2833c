using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// How nginx is switched where it sees no requests. Nothing that its stream module can look at for each connection changes without a
/// reload, which would close the idle connections of all HTTP clients. But the kernel follows a symbolic link at each connection to a
/// socket of the file system: there is one such socket for each slot and port, on which nginx itself listens, and a link to that of the slot
/// that serves. To replace the link is the switch. The sockets lie in memory: one that was left behind would keep nginx from starting.
/// </summary>
/// <remarks>No service's name has a tilde.</remarks>
internal static class StreamSockets
{
    private const string Prefix = "/dev/shm/slipway~";

    /// <summary>The ports whose connections are passed on.</summary>
    public static IEnumerable<(Backend Backend, int Port)> Of(ProxyPlan plan) =>
        from backend in plan.Backends
        from port in backend.Ports
        where !port.Protocol.HasRequests
        select (backend, port.Number);

    /// <summary>The socket that leads to a slot.</summary>
    public static string SocketOf(string service, Slot slot, int port) => $"{Prefix}{service}~{slot.Name()}~{port}";

    /// <summary>The link to the socket of the slot that serves.</summary>
    public static string LinkOf(string service, int port) => $"{GreenFiles.Directory}/{service}~{port}";

    /// <summary>Shell commands, each with a semicolon after it, that replace the links of all ports of the services, whichever they are.</summary>
    public static string SwitchTo(IEnumerable<SlotChoice> choices) => string.Concat(choices.Select(choice =>
        $"for s in {Prefix}{choice.Service}~{choice.Slot.Name()}~*; do [ ! -S $s ] || " +
        $"{{ ln -sfn $s {GreenFiles.Directory}/.next && mv -f {GreenFiles.Directory}/.next {GreenFiles.Directory}/{choice.Service}~${{s##*~}}; }} || " +
        "exit 1; done; "));

    /// <summary>
    /// Shell commands, each with a semicolon after it, that make the links that are not there yet lead to the slots that serve. No dollar sign is
    /// in them: compose would take it for a variable.
    /// </summary>
    public static string Ensure(ProxyPlan plan) => string.Concat(Of(plan).Select(place =>
        $"[ -L {Link(place)} ] || if [ -e {GreenFiles.FileOf(place.Backend.Service)} ]; then ln -s {Socket(place, Slot.Green)} {Link(place)}; " +
        $"else ln -s {Socket(place, Slot.Blue)} {Link(place)}; fi; "));

    private static string Link((Backend Backend, int Port) place) => LinkOf(place.Backend.Service, place.Port);

    private static string Socket((Backend Backend, int Port) place, Slot slot) => SocketOf(place.Backend.Service, slot, place.Port);
}

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>Shell commands about the worker process that serves. They need <see cref="RuntimeApi.Functions"/>.</summary>
internal static class Worker
{
    /// <summary>
    /// Makes the master read its configuration, and waits until the worker before takes no connection any more. HAProxy itself does not say
    /// whether it obeyed; one that can't goes on with the worker that it has.
    /// </summary>
    public static string Replace { get; } =
        $"w=$({RuntimeApi.Ask("show info")} | sed -n 's/^Pid: *//p'); [ -n \"$w\" ] || exit 1; " +
        $"{RuntimeApi.AskMaster} >/dev/null 2>&1 || " +
        "{ echo 'this HAProxy was started by an earlier Slipway and can not take a configuration while it runs' >&2; exit 1; }; " +
        "kill -USR2 $(sed -n 's/^PPid:[^0-9]*//p' /proc/$w/status) || exit 1; tries=0; " +
        $"while [ -e /proc/$w ] && ! {RuntimeApi.AskBefore("show info")} | grep -q '^Stopping: 1'; do " +
        "tries=$((tries + 1)); if [ $tries -gt 400 ]; then " +
        "echo 'HAProxy did not take its new configuration and goes on with the old one; its log says why' >&2; exit 1; fi; sleep 0.05; done";
}


namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>Speaks to HAProxy's runtime API from inside its container, with whatever the image has for it.</summary>
internal static class RuntimeApi
{
    /// <summary>A shell script that sends the line, prints the answer, and fails when HAProxy can't be reached.</summary>
    public static string Ask(string line) =>
        $"ask='{line}'; if command -v bash >/dev/null; " +
        $"then bash -c 'exec 3<>/dev/tcp/127.0.0.1/{ProxyPorts.RuntimeApi} && echo \"$1\" >&3 && cat <&3' - \"$ask\"; " +
        $"elif command -v socat >/dev/null; then echo \"$ask\" | socat - TCP:127.0.0.1:{ProxyPorts.RuntimeApi}; " +
        $"else echo \"$ask\" | nc 127.0.0.1 {ProxyPorts.RuntimeApi}; fi";
}

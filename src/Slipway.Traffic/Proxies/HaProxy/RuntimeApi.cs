
namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>Speaks to HAProxy's runtime API from inside its container, with whatever the image has for it.</summary>
internal static class RuntimeApi
{
    /// <summary>Where it listens, on the loopback interface of the container only.</summary>
    public const int Port = 9170;

    /// <summary>A shell script that sends the line, prints the answer, and fails when HAProxy can't be reached.</summary>
    public static string Ask(string line) =>
        $"ask='{line}'; if command -v bash >/dev/null; " +
        $"then bash -c 'exec 3<>/dev/tcp/127.0.0.1/{Port} && echo \"$1\" >&3 && cat <&3' - \"$ask\"; " +
        $"elif command -v socat >/dev/null; then echo \"$ask\" | socat - TCP:127.0.0.1:{Port}; " +
        $"else echo \"$ask\" | nc 127.0.0.1 {Port}; fi";
}

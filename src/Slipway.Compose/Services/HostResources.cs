using Slipway.Compose.Text;

namespace Slipway.Compose.Services;

/// <summary>What a service takes of the host that another container can't have at the same time.</summary>
internal static class HostResources
{
    /// <summary>Devices that any number of programs may have open at once.</summary>
    private static readonly string[] Shared = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", "/dev/full", "/dev/fuse", "/dev/dri", "/dev/shm"];

    /// <summary>Rights over what the host has one of: its networks, clock, kernel and disks.</summary>
    private static readonly string[] Rights = ["ALL", "NET_ADMIN", "SYS_ADMIN", "SYS_MODULE", "SYS_RAWIO", "SYS_TIME", "SYS_BOOT", "SYS_PTRACE"];

    /// <summary>What it is, for people.</summary>
    public static IEnumerable<string> Exclusive(JsonValue service)
    {
        foreach (var device in service.Items("devices").Select(Device).OfType<string>().Where(d => !IsShared(d)))
        {
            yield return $"the device {device}";
        }

        if (service.IsTrue("privileged"))
        {
            yield return "the host itself (privileged)";
        }

        foreach (var right in (service.Words("cap_add") ?? []).Select(Right).Where(Rights.Contains))
        {
            yield return $"a right over the host ({right})";
        }

        if (service.TextOf("pid") == "host")
        {
            yield return "the host's processes (pid: host)";
        }

        if (service.Get("gpus") is not null || service.TextOf("runtime") is "nvidia" or "habana"
            || service.Get("deploy")?.Get("resources")?.Get("reservations")?.Items("devices") is { Length: > 0 })
        {
            yield return "a graphics processor";
        }
    }

    private static bool IsShared(string device) => Shared.Any(s => device == s || device.StartsWith(s + "/", StringComparison.Ordinal));

    private static string Right(string added) => added.ToUpperInvariant().Replace("CAP_", "", StringComparison.Ordinal);

    private static string? Device(JsonValue device) => device.TextOf("source") ?? (device.Text is { Length: > 0 } text ? text.Split(':')[0] : null);
}

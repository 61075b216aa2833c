using Slipway.Compose.Services;
using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Fronts;

/// <summary>What is known of fronts. One that nobody knows is started anew when it has to look up names again.</summary>
internal static class FrontPrograms
{
    private static readonly char[] Separators = ['/', ':', '@', '-', '_', '.', ' ', '"', '\''];

    private static IReadOnlyList<FrontProgram> All { get; } =
    [
        new(["nginx", "openresty", "angie", "tengine", "freenginx"], ["nginx", "-s", "reload"], ["nginx", "-t"]),
        new(
            ["httpd", "apache2", "apachectl", "apache2ctl", "apache"],
            ["sh", "-c", "apachectl -k graceful || apache2ctl -k graceful"],
            ["sh", "-c", "apachectl -t || apache2ctl -t"]),
        // Only a master reloads on this signal; another process would end by it.
        new(["haproxy"], ["sh", "-c", "grep -q -e -W /proc/1/cmdline && kill -USR2 1"]),
        new(["caddy", "traefik", "envoy"], null),
    ];

    /// <summary>The program of a service; null when it is none that is known as a front.</summary>
    /// <param name="service">As the compose file has it.</param>
    /// <param name="container">Its container, if it has one.</param>
    public static FrontProgram? Of(ComposeService? service, ContainerObservation? container)
    {
        // One of an image of the user's own, or that a script starts, is known by where its configuration lies.
        return Named($"{container?.Command} {service?.Image}") ?? Named(string.Join(' ', service?.Volumes.Select(v => v.Target) ?? []));
    }

    private static FrontProgram? Named(string text)
    {
        var words = text.Split(Separators);
        return All.FirstOrDefault(p => p.Words.Any(words.Contains));
    }
}

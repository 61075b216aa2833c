using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Traefik;

/// <summary>What is known of a service that runs Traefik, from its command and environment.</summary>
internal static partial class TraefikProgram
{
    private const string EntryPoint = "TRAEFIK_ENTRYPOINTS_";
    private const string Address = "_ADDRESS";

    /// <summary>Whether a service runs Traefik.</summary>
    public static bool Is(ComposeService service) =>
        ImageKinds.NameOf(service.Image) is var name && (name == "traefik" || name.StartsWith("traefik-", StringComparison.Ordinal));

    /// <summary>Whether it is told which network to reach containers on.</summary>
    public static bool NamesNetwork(ComposeService traefik) =>
        Words(traefik).Any(w => ProviderNetwork().IsMatch(w))
            || traefik.Environment.Names.Any(n => n.Equals("TRAEFIK_PROVIDERS_DOCKER_NETWORK", StringComparison.OrdinalIgnoreCase));

    /// <summary>The ports of its entry points by their names; the ones that it has by itself when none is named, which may then be in a file.</summary>
    public static IReadOnlyDictionary<string, int> EntryPoints(ComposeService traefik)
    {
        var points = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var match in Words(traefik).Select(w => EntryPointAddress().Match(w)).Where(m => m.Success))
        {
            points[match.Groups["name"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);
        }

        foreach (var name in traefik.Environment.Names.Where(n => n.StartsWith(EntryPoint, StringComparison.OrdinalIgnoreCase)))
        {
            if (name.EndsWith(Address, StringComparison.OrdinalIgnoreCase) && name.Length > EntryPoint.Length + Address.Length
                && traefik.Environment.TryGet(name, out var value) && PortAtEnd().Match(value) is { Success: true } port)
            {
                points[name[EntryPoint.Length..^Address.Length]] = int.Parse(port.Groups["port"].Value, CultureInfo.InvariantCulture);
            }
        }

        return points;
    }

    private static IEnumerable<string> Words(ComposeService traefik) => (traefik.Entrypoint ?? []).Concat(traefik.Command ?? []);

    [GeneratedRegex("providers[.]docker[.]network", RegexOptions.IgnoreCase)]
    private static partial Regex ProviderNetwork();

    [GeneratedRegex("entrypoints[.](?<name>[^.=]+)[.]address=[^ ]*:(?<port>[0-9]{1,5})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EntryPointAddress();

    [GeneratedRegex(":(?<port>[0-9]{1,5})", RegexOptions.ExplicitCapture)]
    private static partial Regex PortAtEnd();
}

using Slipway.Deployment.Configuration.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Configuration;

/// <summary>One service of the application, as slipway.yaml describes it.</summary>
public sealed record ServiceSettings
{
    /// <summary>The name of the service in the compose file.</summary>
    public required string Name { get; init; }

    /// <summary>How it is replaced.</summary>
    public required IStrategy Strategy { get; init; }

    /// <summary>The TCP port that it serves on inside its container, 1 to 65535; 0 when it serves none.</summary>
    public int Port { get; init; }

    /// <summary>What it speaks on that port.</summary>
    public SlotProtocol Protocol { get; init; } = SlotProtocol.Http;

    /// <summary>The other ports that are reached through the proxy, in the order of slipway.yaml.</summary>
    public IReadOnlyList<SlotPort> More { get; init; } = [];

    /// <summary>All ports that are reached through the proxy, the first first; none when it serves none.</summary>
    public IEnumerable<SlotPort> AllPorts => Port > 0 ? More.Prepend(new SlotPort(Port, Protocol)) : More;

    /// <summary>Where in slipway.yaml the other ports stand.</summary>
    public IReadOnlyDictionary<int, Place> MorePlaces { get; init; } = new Dictionary<int, Place>();

    /// <summary>What stands for the container's own health check where a path could.</summary>
    public const string ContainerHealth = "container";

    /// <summary>The path that answers 2xx or 3xx once the service is ready, or <see cref="ContainerHealth"/>.</summary>
    public string Health { get; init; } = "/";

    /// <summary>Whether the container's own health check says when the service is ready.</summary>
    public bool AsksContainer => Health == ContainerHealth;

    /// <summary>The host that requests name which ask whether it is ready.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>Paths that must answer 2xx or 3xx through the proxy before the switch.</summary>
    public IReadOnlyList<string> Smoke { get; init; } = [];

    /// <summary>The hosts whose requests the proxy sends to this service (<see cref="Slipway.Traffic.Proxies.HostPattern"/>), in lower case.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The path prefixes that the proxy sends to this service: of its hosts, or of those that no service has.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>Where in slipway.yaml its hosts and routes stand.</summary>
    public IReadOnlyDictionary<string, Place> RoutePlaces { get; init; } = new Dictionary<string, Place>();

    /// <summary>How long it may take from the start of the container until it is ready.</summary>
    public TimeSpan Ready { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long requests in flight may take to end before the old slot is stopped or used again, counted from when the proxy last
    /// switched.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is done with its requests, beside what holds for all services.</summary>
    public RequestSettings Requests { get; init; } = RequestSettings.None;

    /// <summary>How a new release gets a part of the requests first; null when it gets all at once.</summary>
    public CanarySettings? Canary { get; init; }

    /// <summary>Where in slipway.yaml that stands.</summary>
    public Place CanaryPlace { get; init; } = Place.None;

    /// <summary>Where in slipway.yaml it stands.</summary>
    public Place Place { get; init; } = Place.None;

    /// <summary>Where in slipway.yaml its port stands.</summary>
    public Place PortPlace { get; init; } = Place.None;
}

namespace Slipway.Deployment.Configuration;

/// <summary>One service of the application, as slipway.yaml describes it.</summary>
public sealed record ServiceSettings
{
    /// <summary>The name of the service in the compose file.</summary>
    public required string Name { get; init; }

    /// <summary>How it is replaced.</summary>
    public required IStrategy Strategy { get; init; }

    /// <summary>The TCP port that it serves HTTP on inside its container, 1 to 65535; 0 when it serves none.</summary>
    public int Port { get; init; }

    /// <summary>The path that answers 2xx or 3xx once the service is ready.</summary>
    public string Health { get; init; } = "/";

    /// <summary>The host that requests name which ask whether it is ready.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>Paths that must answer 2xx or 3xx through the proxy before the switch.</summary>
    public IReadOnlyList<string> Smoke { get; init; } = [];

    /// <summary>The path prefixes that the proxy sends to this service.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>How long it may take from the start of the container until it is ready.</summary>
    public TimeSpan Ready { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long requests in flight may take to end before the old slot is stopped or used again, counted from when the proxy last switched.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where in slipway.yaml it stands.</summary>
    public Place Place { get; init; } = Place.None;

    /// <summary>Where in slipway.yaml its port stands.</summary>
    public Place PortPlace { get; init; } = Place.None;
}

using System.Globalization;
using System.Net;
using Slipway.Deployment.Configuration;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Observation;

/// <summary>One container of the application, as the engine tells of it.</summary>
/// <param name="Id">Its full identifier.</param>
/// <param name="ComposeService">The service of the compose project that it belongs to, such as <c>bot-blue</c>.</param>
/// <param name="ImageId">The image that it runs, such as <c>sha256:...</c>.</param>
/// <param name="State">The engine's word: <c>created</c>, <c>running</c>, <c>paused</c>, <c>restarting</c>, <c>exited</c>, <c>dead</c>.</param>
/// <param name="Status">The engine's sentence, such as <c>Up 2 minutes (healthy)</c>.</param>
/// <param name="Created">When it was created, by the engine's clock.</param>
/// <param name="Addresses">Its address on each network, by the network's name.</param>
/// <param name="PublishedPorts">The ports of the host that lead to it.</param>
public sealed record ContainerObservation(
    string Id,
    string Name,
    string ComposeService,
    string ImageId,
    string State,
    string Status,
    DateTimeOffset Created,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, IPAddress> Addresses,
    IReadOnlyList<int> PublishedPorts)
{
    private const string NumberLabel = "com.docker.compose.container-number";

    private const int MarkLength = 8;

    /// <summary>The program that it runs, with its arguments, as the engine shows it.</summary>
    public string Command { get; init; } = string.Empty;

    /// <summary>The name of its image at its creation; an identifier once that name leads to another image.</summary>
    public string Image { get; init; } = string.Empty;

    /// <summary>The paths at which it has volumes without a name: the next container of the service has new ones.</summary>
    public IReadOnlyList<string> AnonymousVolumes { get; init; } = [];

    /// <summary>Files in it, and in no volume, that look like data; none where nobody looked.</summary>
    public IReadOnlyList<string> WrittenData { get; init; } = [];

    /// <summary>What is mounted into it: a volume's name, or a path of the engine's host; by the paths in it.</summary>
    public IReadOnlyDictionary<string, string> MountSources { get; init; } = new Dictionary<string, string>();

    /// <summary>The networks that it is on, with an address or without; null where that is not known.</summary>
    public IReadOnlyList<string>? Networks { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => State == "running";

    /// <summary>Whether it ran to its end with exit code 0.</summary>
    public bool HasSucceeded => State == "exited" && Status.StartsWith("Exited (0)", StringComparison.Ordinal);

    /// <summary>Whether its health check says that it is sick.</summary>
    public bool IsUnhealthy => Status.EndsWith("(unhealthy)", StringComparison.Ordinal);

    /// <summary>Whether its health check has not said yes yet since it was started.</summary>
    public bool IsStarting => Status.EndsWith("(health: starting)", StringComparison.Ordinal);

    /// <summary>Whether its programs may be at work: it runs, is paused, or is being started again after it died.</summary>
    public bool IsAlive => State is not ("created" or "exited" or "dead" or "removing");

    /// <summary>The service of slipway.yaml that it is a slot of; null for other containers.</summary>
    public string? Service => Labels.GetValueOrDefault(Engine.Labels.Service);

    /// <summary>Its slot; null for containers without.</summary>
    public Slot? Slot => Labels.GetValueOrDefault(Engine.Labels.Slot) switch
    {
        "blue" => Traffic.Slots.Slot.Blue,
        "green" => Traffic.Slots.Slot.Green,
        _ => null,
    };

    /// <summary>Its number among the containers of its compose service, by which compose numbers on.</summary>
    public int Number => int.TryParse(
        Labels.GetValueOrDefault(NumberLabel) ?? Name[(Name.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : 0;

    /// <summary>The name under which it ends once another has its own, by which any deployer knows that it is to end.</summary>
    public string EndingName => Name + Mark;

    /// <summary>Whether it has given up its name and ends, or has ended.</summary>
    public bool IsEnding => Name.EndsWith(Mark, StringComparison.Ordinal);

    /// <summary>The services whose names a proxy of Slipway's has; none for other containers.</summary>
    public IReadOnlyList<string> Answers => Labels.GetValueOrDefault(Engine.Labels.Answers)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether it is a proxy that Slipway set up.</summary>
    public bool IsProxyOf(ProxySettings settings) => settings.NumberOf(ComposeService) is not null && Labels.ContainsKey(Engine.Labels.Configuration);

    /// <summary>Its release; null for containers that Slipway did not start.</summary>
    public string? Release => Labels.GetValueOrDefault(Engine.Labels.Release);

    private string Mark => "-ends-" + Id[Math.Max(0, Id.Length - MarkLength)..];
}

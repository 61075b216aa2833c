using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>What an overlay is made for.</summary>
public sealed record SlotRequest
{
    /// <summary>The services with slots.</summary>
    public required ImmutableArray<SlotService> Services { get; init; }

    /// <summary>The proxies, each for services of its own; none when no service is blue-green.</summary>
    public ImmutableArray<SlotProxy> Proxies { get; init; } = [];

    /// <summary>The slots network; null when no service is blue-green.</summary>
    public SlotNetwork? Network { get; init; }

    /// <summary>The migration job, or null for none.</summary>
    public MigrationJob? Migration { get; init; }

    /// <summary>Which files define which service, see <see cref="Files.ComposeSources"/>.</summary>
    public required Files.ComposeSources Sources { get; init; }

    /// <summary>For services, with slots or without, what is mounted from another place than the compose file says; by their names.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<PlacedMount>> Mounts { get; init; } = new Dictionary<string, ImmutableArray<PlacedMount>>();

    /// <summary>Labels for services without slots. A changed label makes compose recreate the container.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<KeyValuePair<string, string>>> Labels { get; init; } =
        new Dictionary<string, ImmutableArray<KeyValuePair<string, string>>>();

    /// <summary>
    /// The images that services without slots run, which are present on the engine: compose never pulls them, and gives what it builds
    /// this name as well as its own.
    /// </summary>
    public IReadOnlyDictionary<string, string> Images { get; init; } = new Dictionary<string, string>();

    /// <summary>The services without slots that run to their end, each under the name that compose gives its container, and are not started again.</summary>
    public ImmutableArray<string> Jobs { get; init; } = [];

    /// <summary>Labels for the images of services that are built.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<KeyValuePair<string, string>>> BuildLabels { get; init; } =
        new Dictionary<string, ImmutableArray<KeyValuePair<string, string>>>();
}

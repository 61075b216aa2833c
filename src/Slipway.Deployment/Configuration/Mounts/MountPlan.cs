using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Slipway.Compose;
using Slipway.Compose.Services;
using Slipway.Compose.Slots;

namespace Slipway.Deployment.Configuration.Mounts;

/// <summary>Where an engine elsewhere finds what the compose file mounts from the application's folder: what a release brings is copied there.</summary>
public sealed record MountPlan
{
    /// <summary>The name that what is copied has in its volume, whatever it is called here.</summary>
    public const string Inside = "content";

    private const int Digits = 12;

    /// <summary>Nothing is mounted from another place than the compose file says.</summary>
    public static MountPlan None { get; } = new();

    /// <summary>What each service mounts from another place, by the services' names.</summary>
    public ImmutableDictionary<string, ImmutableArray<PlacedMount>> Placed { get; init; } = ImmutableDictionary<string, ImmutableArray<PlacedMount>>.Empty;

    /// <summary>What is copied, by the volumes' names.</summary>
    public ImmutableSortedDictionary<string, LocalSource> Copied { get; init; } =
        ImmutableSortedDictionary.Create<string, LocalSource>(StringComparer.Ordinal);

    /// <summary>What has no place there.</summary>
    public ImmutableArray<ComposeProblem> Problems { get; init; } = [];

    /// <summary>The volumes with copied files that a service mounts.</summary>
    /// <param name="service">The service's name.</param>
    public IEnumerable<string> VolumesOf(string service) =>
        Placed.GetValueOrDefault(service, []).Where(m => m.Inside is not null).Select(m => m.Source).Distinct();

    /// <summary>The application with what is copied as part of its services' configuration, so that a changed file is a changed service.</summary>
    /// <param name="model">The application as the compose files have it.</param>
    public ComposeModel Of(ComposeModel model) => model with { Services = [.. model.Services.Select(Of)] };

    private ComposeService Of(ComposeService service)
    {
        var volumes = VolumesOf(service.Name).ToList();
        return volumes.Count == 0 ? service : service with
        {
            ConfigHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{service.ConfigHash} {string.Join(' ', volumes)}")))[..Digits],
            MountDigests =
            [
                .. service.MountDigests.Where(d => volumes.All(v => Copied[v].Path != d.Key)),
                .. volumes.Select(v => KeyValuePair.Create(Copied[v].Path, Copied[v].Digest)),
            ],
        };
    }
}

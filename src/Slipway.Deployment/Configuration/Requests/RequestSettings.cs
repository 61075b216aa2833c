using Slipway.Traffic.Requests;

namespace Slipway.Deployment.Configuration.Requests;

/// <summary>What slipway.yaml says of the requests of a service, or under <c>proxy</c> of those of all services.</summary>
/// <param name="Handling">What is done with them.</param>
/// <param name="Places">Where each of its keys stands.</param>
public sealed record RequestSettings(RequestHandling Handling, IReadOnlyDictionary<string, Place> Places)
{
    /// <summary>The file with the page that is shown while no slot answers, relative to the folder of slipway.yaml; null for none.</summary>
    public string? Maintenance { get; init; }

    /// <summary>When clients are told to come back then.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The file or secret with those who may ask, as htpasswd writes it; null for everybody.</summary>
    public string? Users { get; init; }

    /// <summary>Nothing.</summary>
    public static RequestSettings None { get; } = new(RequestHandling.Plain, new Dictionary<string, Place>());
}

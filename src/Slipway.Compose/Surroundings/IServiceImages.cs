namespace Slipway.Compose.Surroundings;

/// <summary>What is known of the images of an application: from the engine, where they are present, and from their Dockerfiles.</summary>
public interface IServiceImages
{
    /// <summary>Looks at the image of a service. Each service is asked for at most a few times, so an answer may take a command.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="image">The image, variables filled in; null when it is only built.</param>
    /// <returns>What is known, or null for nothing at all.</returns>
    ImageFacts? Find(string service, string? image);
}

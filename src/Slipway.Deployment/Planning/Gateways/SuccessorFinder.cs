using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>Decides whether another container has to take a proxy's place. Pure.</summary>
internal sealed class SuccessorFinder(ObservedState observation)
{
    /// <summary>Compares the image of what serves with the one that should.</summary>
    /// <param name="container">The proxy's own container, which runs.</param>
    /// <returns>The mark of the container that is to serve, and why; null when what serves may stay.</returns>
    public (char Seat, string Reason)? Find(Gateway gateway, ContainerObservation container)
    {
        if (gateway.Image is not { } image || gateway.Joined.IsEmpty)
        {
            return null;
        }

        var seats = observation.Gateways.FirstOrDefault(g => g.Container == container.Name)?.Seats ?? [];
        var answering = observation.Successors.Where(s => s.Proxy == container.Name && seats.Contains(s.Mark)).ToList();
        if (answering.Count > 1)
        {
            var meant = answering.Find(s => Runs(s.Container, image)) ?? answering[0];
            return (meant.Mark, "goes on to hand over, which was broken off");
        }

        var serving = answering.Count == 1 ? answering[0].Container : container;
        return Runs(serving, image)
            ? null
            : (ProxySeat.Marks.First(m => !seats.Contains(m)), "another image: hands over to a container of it, without an interruption");
    }

    // An image that the engine does not have yet is another one if it has another name.
    private bool Runs(ContainerObservation container, string image) => observation.Images.TryGetValue(image, out var wanted)
            || observation.Images.TryGetValue(ImageReference.WithTag(image), out wanted)
        ? container.ImageId == wanted.Id
        : container.Image.Length == 0 || container.Image.StartsWith("sha256:", StringComparison.Ordinal)
            || Plain(container.Image) == Plain(image);

    private static string Plain(string reference)
    {
        var name = ImageReference.WithTag(reference);
        name = name.StartsWith("docker.io/", StringComparison.Ordinal) ? name["docker.io/".Length..] : name;
        return name.StartsWith("library/", StringComparison.Ordinal) ? name["library/".Length..] : name;
    }
}

using System.Globalization;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Preflight;

namespace Slipway.Deployment.Images;

/// <summary>The engine has room for a new container, and for an image if one has to come.</summary>
internal sealed class DiskHasRoom : IPreflightRule
{
    private const long ForContainer = 128L << 20;
    private const long ForImage = 1024L << 20;

    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        var needed = context.Changing.Any(s => s.Image.Id is null) ? ForImage : ForContainer;
        if (context.Observation.Engine.FreeDisk is { } free && free < needed)
        {
            yield return new Refusal(
                string.Create(CultureInfo.InvariantCulture, $"the engine's disk has {free >> 20} MB left, but this deployment needs {needed >> 20} MB"),
                "make room, for instance with: docker image prune");
        }
    }
}

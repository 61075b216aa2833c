using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Preflight;

namespace Slipway.Deployment.Mounts;

/// <summary>Whatever is mounted from the application's folder is on the engine's host too, or is copied there.</summary>
internal sealed class MountsHaveAPlace : IPreflightRule
{
    // The first with API 1.45, where a part of a volume can be mounted.
    private const int OldestForCopies = 26;

    public IEnumerable<Refusal> Check(PlanningContext context)
    {
        var mounts = context.Application.Mounts;
        if (mounts.Copied.Count > 0 && int.TryParse(context.Observation.Engine.Version.Split('.')[0], out var major) && major < OldestForCopies)
        {
            yield return new Refusal(
                $"{mounts.Copied.Values.First().Path} has to be copied to the engine, which only Docker {OldestForCopies} or later can mount",
                "upgrade Docker Engine, or copy the files into the image");
        }

        foreach (var problem in mounts.Problems)
        {
            yield return new Refusal($"{problem.Place}: {problem.Message}", problem.Remedy);
        }
    }
}

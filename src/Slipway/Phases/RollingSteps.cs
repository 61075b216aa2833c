using System.Globalization;
using Slipway.Planning;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Replaces the replicas of a rolling service one after the other: one new one more, then one old one less.</summary>
internal static class RollingSteps
{
    public static IEnumerable<Step> For(DeploymentInputs inputs)
    {
        foreach (var name in inputs.ChangingReplicas.Select(s => s.Name))
        {
            var wanted = inputs.Application.Compose.Find(name)!.Replicas;
            var old = inputs.Observation.Of(name).OrderBy(c => c.Created).Select(c => c.Name).ToList();
            for (var replaced = 0; replaced < old.Count; replaced++)
            {
                yield return Scale(inputs, name, old.Count + 1);
                yield return new CommandStep(inputs.Docker("stop", old[replaced])) { Purpose = "one old replica less" };
                yield return new CommandStep(inputs.Docker("rm", old[replaced])) { Purpose = "one old replica less" };
            }

            if (old.Count != wanted)
            {
                yield return Scale(inputs, name, wanted);
            }
        }
    }

    private static CommandStep Scale(DeploymentInputs inputs, string name, int replicas) =>
        new(inputs.Compose("up", "-d", "--no-deps", "--no-recreate", "--no-build", "--wait", "--scale", string.Create(CultureInfo.InvariantCulture, $"{name}={replicas}"), name))
        {
            Purpose = "replicas",
            Timeout = TimeSpan.FromMinutes(10),
        };
}

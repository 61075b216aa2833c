using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Engine.Commands;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Targets;

/// <summary>To plan takes little once its code has been compiled, which is most of the time that a first plan takes.</summary>
internal static class WarmUpPlanner
{
    /// <summary>Plans with what is known so far, and throws the plan away.</summary>
    public static void Plan(Application application, ObservedState known, IReadOnlyList<IPhase> phases, IDockerCommandLines docker)
    {
        try
        {
            _ = DeploymentPlanner.Plan(application, known, new DeploymentRequest(), phases, docker);
        }
        catch (SlipwayException)
        {
            // The plan that counts will say so.
        }
    }
}

using Cake.Docker;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Benching;

/// <summary>Measures deployments: the baseline script, compose, Slipway.</summary>
[TaskName(nameof(BenchDeploy))]
[TaskDescription("Measures deployments: the baseline script, compose, Slipway.")]
public sealed class BenchDeploy(Checkout checkout) : BenchRun(checkout, "deploy")
{
    /// <summary>Removes what a benchmark that was killed has left running.</summary>
    public override void Finally(SlipwayContext context)
    {
        var left = context.DockerPs(new DockerContainerPsSettings { All = true, Quiet = true, Filter = "name=slipway-bench-" })
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (left.Length > 0)
        {
            context.DockerRm(new DockerContainerRmSettings { Force = true, Volumes = true }, left);
        }
    }
}

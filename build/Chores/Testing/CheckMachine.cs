using Cake.Core;
using Cake.Docker;
using Cake.Frosting;
using Slipway.Engine.Errors;
using Slipway.Phases;

namespace Build.Chores.Testing;

/// <summary>Looks for the engine, Compose and the images before anything is built: tests that need them don't silently skip.</summary>
[TaskName(nameof(CheckMachine))]
[TaskDescription("Looks for the engine, Compose and the images that the chores need.")]
public sealed class CheckMachine : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        Demand("the container engine does not answer", () => context.DockerPs(null));
        Demand("Docker Compose is missing", () => context.DockerCustomCommand("compose version"));
        Demand($"{TestEnvironment.Images} has no busybox:stable", () => context.DockerPull(TestEnvironment.Images + "/busybox:stable"));
    }

    private static void Demand(string complaint, Action look)
    {
        try
        {
            look();
        }
        catch (CakeException e)
        {
            throw new SlipwayException(
                ExitCode.MissingPart, complaint, "let ./build.sh --bootstrap install and start what is missing on this machine", e).ForCake();
        }
    }
}

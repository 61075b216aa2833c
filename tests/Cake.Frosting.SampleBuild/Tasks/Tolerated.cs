namespace Cake.Frosting.SampleBuild.Tasks;

[ContinueOnError]
public sealed class Tolerated : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => throw new InvalidOperationException("nobody minds");
}

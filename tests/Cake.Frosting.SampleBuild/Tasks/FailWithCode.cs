using Cake.Core;

namespace Cake.Frosting.SampleBuild.Tasks;

public sealed class FailWithCode : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => throw new CakeException(42, "the disk is full");
}

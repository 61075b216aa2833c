using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

[IsDependentOn(typeof(Tolerated))]
public sealed class AfterTolerated : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => context.Information("the build goes on");
}

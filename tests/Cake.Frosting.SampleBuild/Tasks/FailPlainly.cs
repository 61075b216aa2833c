using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

public sealed class FailPlainly : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => throw new InvalidOperationException("it broke");

    public override void Finally(BuildContext context) => context.Information("finally after the failure");
}

using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

[IsDependentOn(typeof(Unneeded))]
public sealed class AfterUnneeded : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => context.Information("runs after what was skipped");
}

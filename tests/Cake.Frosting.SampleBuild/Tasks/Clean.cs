using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

[TaskDescription("Removes what earlier builds left")]
public sealed class Clean : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => context.Information("clean runs");
}

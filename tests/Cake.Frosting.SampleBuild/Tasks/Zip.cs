using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

[TaskName("Zip-Files")]
[IsDependentOn(typeof(Clean))]
public sealed class Zip : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => context.Information("zip runs");
}

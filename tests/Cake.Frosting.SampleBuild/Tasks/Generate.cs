using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

[IsDependeeOf(typeof(Compile))]
public sealed class Generate : FrostingTask
{
    public override void Run(Core.ICakeContext context) => context.Information("generate runs");
}

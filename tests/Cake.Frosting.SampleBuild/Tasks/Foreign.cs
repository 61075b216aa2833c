using Cake.Common.Diagnostics;
using Cake.Core;

namespace Cake.Frosting.SampleBuild.Tasks;

public sealed class ForeignContext(ICakeContext context) : FrostingContext(context);

public sealed class Foreign : FrostingTask<ForeignContext>
{
    public override void Run(ForeignContext context) => context.Information("foreign runs");
}

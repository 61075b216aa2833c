using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

public sealed class Unneeded : FrostingTask<BuildContext>, IFrostingTask
{
    string IFrostingTask.SkippedMessage => "nothing to do";

    public override bool ShouldRun(BuildContext context) => false;

    public override void Run(BuildContext context) => context.Information("unneeded runs");
}

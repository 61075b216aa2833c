using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

public sealed class Swallow : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => throw new InvalidOperationException("it broke");

    public override void OnError(Exception exception, BuildContext context) => context.Information($"handled: {exception.Message}");
}

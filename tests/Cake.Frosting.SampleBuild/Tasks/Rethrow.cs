using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

public sealed class Rethrow : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => throw new InvalidOperationException("it broke");

    public override void OnError(Exception exception, BuildContext context)
    {
        context.Information($"seen: {exception.Message}");
        throw new InvalidOperationException("it broke, and this is why", exception);
    }
}

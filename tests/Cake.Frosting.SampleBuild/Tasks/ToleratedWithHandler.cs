using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

[ContinueOnError]
public sealed class ToleratedWithHandler : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => throw new InvalidOperationException("nobody minds");

    public override void OnError(Exception exception, BuildContext context)
    {
        context.Information($"handled: {exception.Message}");
        throw exception;
    }
}

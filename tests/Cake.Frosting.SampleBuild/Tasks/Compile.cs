using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

[TaskDescription("Compiles")]
[IsDependentOn(typeof(Clean))]
public sealed class Compile : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        await Task.Yield();
        context.Information($"compile runs, {context.Flavour}");
    }
}

using Cake.Common.Diagnostics;
using Cake.Core;

namespace Cake.Frosting.SampleBuild;

public sealed class TaskLifetime : FrostingTaskLifetime<BuildContext>
{
    public override void Setup(BuildContext context, ITaskSetupContext info)
        => context.Information($"before {info.Task.Name}");

    public override void Teardown(BuildContext context, ITaskTeardownContext info)
        => context.Information($"after {info.Task.Name}{(info.Skipped ? ", skipped" : string.Empty)}");
}

using Cake.Common.Diagnostics;
using Cake.Core;

namespace Cake.Frosting.SampleBuild;

public sealed class Lifetime : FrostingLifetime<BuildContext>
{
    public override void Setup(BuildContext context, ISetupContext info)
        => context.Information($"setup for {info.TargetTask.Name}");

    public override void Teardown(BuildContext context, ITeardownContext info)
        => context.Information($"teardown, {(info.Successful ? "successful" : "failed")}");
}

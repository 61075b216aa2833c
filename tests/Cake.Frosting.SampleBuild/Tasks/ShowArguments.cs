using Cake.Common;
using Cake.Common.Diagnostics;

namespace Cake.Frosting.SampleBuild.Tasks;

public sealed class ShowArguments : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        foreach (var (name, values) in context.Arguments.GetArguments().OrderBy(argument => argument.Key, StringComparer.Ordinal))
        {
            context.Information($"{name} = {string.Join(", ", values)}");
        }

        context.Information($"json is {(context.HasArgument("json") ? "given" : "absent")}");
        context.Information($"setting: {context.Configuration.GetValue("Sample_Flavour")}");
        context.Information($"in {context.Environment.WorkingDirectory.GetDirectoryName()}");
    }
}

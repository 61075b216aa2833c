using Cake.Common;
using Cake.Core;

namespace Cake.Frosting.SampleBuild;

public sealed class BuildContext(ICakeContext context) : FrostingContext(context)
{
    public string Flavour { get; } = context.Argument("flavour", "plain");
}

using Build.Chores.Testing;
using Cake.Core;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Documentation;

/// <summary>Fails when the README shows a plan that is no longer what Plan prints.</summary>
[TaskName(nameof(CheckDocs))]
[IsDependentOn(typeof(CheckMachine))]
[IsDependeeOf(typeof(Test))]
public sealed class CheckDocs : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var readme = File.ReadAllText(Path.Combine(repository, "README.md"));
        if (ReadmePlan.Masked(ReadmePlan.Insert(readme, ReadmePlan.Make(context, repository))) != ReadmePlan.Masked(readme))
        {
            throw new CakeException(1, "the plan in README.md is not what Plan prints: run ./build.sh --target=Docs");
        }
    }
}

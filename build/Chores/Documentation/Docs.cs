using Cake.Core.Diagnostics;
using Cake.Frosting;
using Slipway.Phases;

namespace Build.Chores.Documentation;

/// <summary>Writes into the README what is generated.</summary>
[TaskName(nameof(Docs))]
[TaskDescription("Writes the plan on the README's first screen from a real run.")]
public sealed class Docs : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var repository = Repository.Find(AppContext.BaseDirectory);
        var file = Path.Combine(repository, "README.md");
        File.WriteAllText(file, ReadmePlan.Insert(File.ReadAllText(file), ReadmePlan.Make(context, repository)));
        context.Log.Information("wrote {0}", file);
    }
}

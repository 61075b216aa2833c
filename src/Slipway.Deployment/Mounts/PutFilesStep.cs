using System.Globalization;
using Slipway.Deployment.Configuration.Mounts;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Mounts;

/// <summary>Copies a file or folder of this machine to the engine, into a volume that nothing else is in.</summary>
/// <param name="Application">The application's name.</param>
/// <param name="Volume">The volume's name.</param>
/// <param name="Source">What is copied.</param>
public sealed record PutFilesStep(string Application, string Volume, LocalSource Source) : Step
{
    /// <inheritdoc/>
    public override string Command =>
        string.Create(CultureInfo.InvariantCulture, $"copy {Source.Path} to the volume {Volume} ({Source.Files} file{(Source.Files == 1 ? "" : "s")}, {Size})");

    private string Size => Source.Bytes < 1000 ? string.Create(CultureInfo.InvariantCulture, $"{Source.Bytes} B")
        : Source.Bytes < 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{Source.Bytes / 1e3:0.#} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{Source.Bytes / 1e6:0.#} MB");

    /// <summary>The copies that what is started or replaced needs and that are not there yet.</summary>
    public static IEnumerable<PutFilesStep> For(PlanningContext context)
    {
        var mounts = context.Application.Mounts;
        var services = context.Changing.Select(s => s.Name)
            .Concat(context.DueJobs.Select(j => j.Name))
            .Concat(context.Environment.Start)
            .Concat(context.Environment.Replace)
            .Concat(context.Environment.Raised.Select(g => g.Gateway.Service));
        return services.SelectMany(mounts.VolumesOf).Distinct().Where(v => !context.Observation.CopiedFiles.Contains(v)).Order(StringComparer.Ordinal)
            .Select(v => new PutFilesStep(context.Application.Name, v, mounts.Copied[v]) { Purpose = "files that the release mounts" });
    }

    /// <summary>The volumes whose files no container needs any more once the new slots serve.</summary>
    public static IEnumerable<string> Superfluous(PlanningContext context)
    {
        var wanted = context.Application.Mounts.Copied.Keys.ToHashSet(StringComparer.Ordinal);
        wanted.UnionWith(context.Observation.AllContainers
            .Where(c => !context.Changing.Any(s => s.Occupant == c && !c.IsAlive))
            .SelectMany(c => c.MountSources.Values));
        return context.Observation.CopiedFiles.Where(v => !wanted.Contains(v)).Order(StringComparer.Ordinal);
    }
}

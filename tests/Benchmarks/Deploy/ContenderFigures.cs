using Benchmarks.Engine;

namespace Benchmarks.Deploy;

/// <summary>What was measured of one contender.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Boot">Seconds that the application itself takes to boot.</param>
/// <param name="Deployments">The deployments of a changed version.</param>
/// <param name="CalmBoot">Seconds of boots while nobody asks for anything; null where that was not measured.</param>
/// <param name="CalmDeployments">Seconds of deployments while nobody asks for anything; null where that was not measured.</param>
/// <param name="Noticed">Seconds from when the application was ready until that was noticed; null where that was not measured.</param>
/// <param name="Rollbacks">Rollbacks to the version before; empty where deploying it again is the only way.</param>
/// <param name="CalmRollbacks">Seconds of rollbacks while nobody asks for anything; null where deploying again is the only way.</param>
/// <param name="Answers">Seconds that it took to say what a deployment would do; null when it can't.</param>
internal sealed record ContenderFigures(
    string Title,
    Figures Boot,
    IReadOnlyList<Deployment> Deployments,
    Figures? CalmBoot,
    Figures? CalmDeployments,
    Figures? Noticed,
    IReadOnlyList<Deployment> Rollbacks,
    Figures? CalmRollbacks,
    Figures? Answers)
{
    /// <summary>Seconds from shell to shell.</summary>
    public Figures Wall => Figures.Of(Deployments.Select(d => d.Seconds));

    public Figures Outage => Figures.Of(Deployments.Select(d => d.Outage));

    /// <summary>Seconds beyond the application's own boot.</summary>
    public double Overhead => Wall.Median - Boot.Median;

    /// <summary>Seconds beyond the application's own boot while nobody asks for anything; null where that was not measured.</summary>
    public double? CalmOverhead => CalmDeployments?.Median - CalmBoot?.Median;

    /// <summary>Where there is no rollback, the version before is deployed again.</summary>
    public Figures Rollback => Rollbacks.Count > 0 ? Figures.Of(Rollbacks.Select(d => d.Seconds)) : Wall;
}

namespace Benchmarks.Deploy;

/// <summary>What has been measured of one contender so far.</summary>
/// <param name="Contender">The contender.</param>
internal sealed record Measured(Contender Contender)
{
    public List<double> Boots { get; } = [];

    public List<Deployment> Deployments { get; } = [];

    public List<Deployment> Rollbacks { get; } = [];
}

namespace Benchmarks.Deploy;

/// <summary>What has been measured of one contender so far.</summary>
/// <param name="Contender">The contender.</param>
internal sealed record Measured(Contender Contender)
{
    /// <summary>Seconds.</summary>
    public List<double> Boots { get; } = [];

    public List<Deployment> Deployments { get; } = [];

    /// <summary>Seconds of boots while nobody asks for anything.</summary>
    public List<double> CalmBoots { get; } = [];

    /// <summary>Seconds of deployments while nobody asks for anything.</summary>
    public List<double> CalmDeployments { get; } = [];

    /// <summary>Seconds until it was noticed that the application was ready.</summary>
    public List<double> Noticed { get; } = [];

    public List<Deployment> Rollbacks { get; } = [];

    /// <summary>Seconds of rollbacks while nobody asks for anything.</summary>
    public List<double> CalmRollbacks { get; } = [];

    /// <summary>Seconds that it took to say what a deployment would do.</summary>
    public List<double> Answers { get; } = [];

    public ContenderFigures Figures() => new(
        Contender.Title, Engine.Figures.Of(Boots), Deployments, FiguresOf(CalmBoots), FiguresOf(CalmDeployments), FiguresOf(Noticed), Rollbacks, FiguresOf(CalmRollbacks), FiguresOf(Answers));

    private static Engine.Figures? FiguresOf(List<double> seconds) => seconds.Count > 0 ? Engine.Figures.Of(seconds) : null;
}

namespace Benchmarks.Deploy;

/// <summary>A contender that can say what a deployment would do.</summary>
internal interface IForecaster
{
    /// <summary>Lets it say what the deployment of a version that does not serve would do.</summary>
    Task<ShellOutcome> ForecastAsync(int version);
}

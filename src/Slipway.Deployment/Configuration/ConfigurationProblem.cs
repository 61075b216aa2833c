namespace Slipway.Deployment.Configuration;

/// <summary>One mistake in the configuration.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to write instead, if that is known.</param>
public sealed record ConfigurationProblem(Place Place, string Message, string? Remedy = null)
{
    /// <inheritdoc/>
    public override string ToString() => Remedy is null ? $"{Place}: {Message}" : $"{Place}: {Message} ({Remedy})";
}

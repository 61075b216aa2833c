using Slipway.Dockerfiles.Ignoring;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>What is built, apart from the files of the context.</summary>
/// <param name="File">The Dockerfile.</param>
/// <param name="Ignore">What the context leaves out.</param>
public sealed record BuildSubject(Dockerfile File, IgnoreFile Ignore)
{
    /// <summary>The build arguments that are given.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The stage that is built; the last one when null.</summary>
    public string? Target { get; init; }
}
